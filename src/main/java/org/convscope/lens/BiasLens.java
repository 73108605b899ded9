package org.convscope.lens;

import java.util.List;
import org.convscope.blueprint.Blueprint;
import org.convscope.frame.ColorMap;
import org.convscope.frame.ColorScale;
import org.convscope.frame.Mosaic;
import org.convscope.probe.Kernels;
import org.convscope.probe.Sight;
import org.convscope.tensor.Tensor;

/** What every map or unit of the node begins with before anything is added. */
public final class BiasLens implements Lens {

    @Override
    public String id() {
        return "bias";
    }

    @Override
    public boolean fits(Blueprint blueprint, String node) {
        return Filter.fits(blueprint, node);
    }

    @Override
    public Mosaic look(Sight sight) {
        Kernels.Reading reading = new Kernels().read(sight);
        Tensor biases = reading.parameters().bias().orElseThrow();
        return new Mosaic(reading.stamp(), biases, List.of(ColorScale.fitting(ColorMap.KERNEL, biases)));
    }
}
