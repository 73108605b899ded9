package org.convscope.ui.map;

import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Op;
import org.convscope.frame.Frame;
import org.convscope.lens.Lens;
import org.convscope.probe.Sight;

/** Stands for the lens of kernels when a {@link SketchedRun} is asked to look. */
final class SketchedLens implements Lens {

    @Override
    public String id() {
        return "kernel";
    }

    @Override
    public boolean fits(Blueprint blueprint, String node) {
        Op op = blueprint.node(node).op();
        return op instanceof Op.Conv || op instanceof Op.Dense;
    }

    @Override
    public Frame look(Sight sight) {
        throw new UnsupportedOperationException("A sketched run looks by itself");
    }
}
