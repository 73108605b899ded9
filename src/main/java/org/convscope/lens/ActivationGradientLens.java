package org.convscope.lens;

import java.util.List;
import org.convscope.blueprint.Blueprint;
import org.convscope.frame.ColorMap;
import org.convscope.frame.ColorScale;
import org.convscope.frame.Mosaic;
import org.convscope.probe.Gradients;
import org.convscope.probe.Sight;
import org.convscope.tensor.Tensor;

/** How the subject's loss changes with every value of the node: red where more would raise it. */
public final class ActivationGradientLens implements Lens {

    @Override
    public String id() {
        return "activation-gradient";
    }

    /** Every node but the softmax: the loss is taken from the logits. */
    @Override
    public boolean fits(Blueprint blueprint, String node) {
        return !blueprint.last().id().equals(blueprint.node(node).id());
    }

    @Override
    public Mosaic look(Sight sight) {
        Gradients.Reading reading = new Gradients().read(sight);
        Tensor gradient = reading.activation().orElseThrow();
        return new Mosaic(reading.stamp(), gradient, List.of(ColorScale.fitting(ColorMap.DIVERGING, gradient)));
    }
}
