package org.convscope.lens;

import java.util.List;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Op;
import org.convscope.frame.ColorMap;
import org.convscope.frame.ColorScale;
import org.convscope.frame.Mosaic;
import org.convscope.probe.Kernels;
import org.convscope.probe.Sight;
import org.convscope.tensor.Tensor;

/** All kernels of a convolution at once, outputs by inputs, on one scale. */
public final class FilterBankLens implements Lens {

    @Override
    public String id() {
        return "filter-bank";
    }

    @Override
    public boolean fits(Blueprint blueprint, String node) {
        return blueprint.node(node).op() instanceof Op.Conv;
    }

    @Override
    public Mosaic look(Sight sight) {
        Kernels.Reading reading = new Kernels().read(sight);
        Tensor kernels = reading.parameters().weight().orElseThrow();
        return new Mosaic(reading.stamp(), kernels, List.of(ColorScale.fitting(ColorMap.KERNEL, kernels)));
    }
}
