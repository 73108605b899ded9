package org.convscope.ui.map.model;

import org.convscope.blueprint.Op;
import org.convscope.ui.kit.Texts;

/** What operations are called in the reader's language. */
public final class OpNames {

    private OpNames() {}

    /** The short name that stands above a column. */
    public static String of(Op op) {
        return Texts.get("map.op." + op.name().replace(' ', '-'));
    }
}
