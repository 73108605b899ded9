package org.convscope.probe;

import java.util.Map;
import java.util.Optional;
import org.convscope.net.ImageGradients;
import org.convscope.tensor.Stamp;
import org.convscope.tensor.Tensor;

/** How the subject's loss would change with the focused node's output and with its parameters. */
public final class Gradients implements Probe<Gradients.Reading> {

    /**
     * Derivatives of one image's cross-entropy.
     *
     * @param stamp when they were true
     * @param node at which they were taken
     * @param loss the cross-entropy itself
     * @param activation derivative by the node's output, in its shape; none for the softmax, since the loss
     *     is taken from the logits
     * @param parameters derivatives by the node's parameters; empty where there is nothing to learn
     */
    public record Reading(
            Stamp stamp, String node, double loss, Optional<Tensor> activation, ParameterValues parameters) {}

    @Override
    public Reading read(Sight sight) {
        String node = sight.node().id();
        ImageGradients gradients = sight.gradients();
        return new Reading(
                sight.stamp(),
                node,
                gradients.loss(),
                Optional.ofNullable(gradients.activations().get(node)),
                new ParameterValues(gradients.parameters().getOrDefault(node, Map.of())));
    }
}
