package org.convscope.lens;

import java.util.List;
import java.util.Set;
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
        String node = sight.node().id();
        Activations.Reading reading = new Activations(Set.of(node)).read(sight);
        Tensor values = reading.of(node);
        return new Mosaic(
                reading.stamp(), values, List.of(NodeColors.fitting(NodeColors.of(sight.blueprint(), node), values)));
    }
}
