package org.convscope.lens;

import java.util.List;
import org.convscope.blueprint.Blueprint;
import org.convscope.frame.Mosaic;
import org.convscope.probe.Activations;
import org.convscope.probe.Sight;
import org.convscope.tensor.Tensor;

/** All feature maps, or units, of the node, on one scale. */
public final class ActivationLens implements Lens {

    @Override
    public String id() {
        return "activation";
    }

    @Override
    public boolean fits(Blueprint blueprint, String node) {
        return blueprint.has(node);
    }

    @Override
    public Mosaic look(Sight sight) {
        Activations.Reading reading = new Activations().read(sight);
        String node = sight.node().id();
        Tensor values = reading.of(node);
        return new Mosaic(
                reading.stamp(), values, List.of(NodeColors.fitting(NodeColors.of(sight.blueprint(), node), values)));
    }
}
