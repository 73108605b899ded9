package org.convscope.lens;

import org.convscope.blueprint.Blueprint;
import org.convscope.frame.ColorMap;
import org.convscope.frame.Mosaic;
import org.convscope.probe.Kernels;
import org.convscope.probe.Sight;

/** The weights that make the focused map: one kernel for each input map; for a unit, one weight for each input. */
public final class KernelLens implements Lens {

    @Override
    public String id() {
        return "kernel";
    }

    @Override
    public boolean fits(Blueprint blueprint, String node) {
        return Filter.fits(blueprint, node);
    }

    @Override
    public Mosaic look(Sight sight) {
        Kernels.Reading reading = new Kernels().read(sight);
        return Filter.picture(
                sight, reading.stamp(), reading.parameters().weight().orElseThrow(), ColorMap.KERNEL);
    }
}
