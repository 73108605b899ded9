package org.convscope.net;

import java.util.Map;
import org.convscope.tensor.Tensor;

/**
 * Derivatives of one image's cross-entropy.
 *
 * @param loss the cross-entropy itself
 * @param activations by node, the derivative with respect to its output, in its shape; the softmax is
 *     left out, since the loss is taken from the logits
 * @param parameters by node that learns, shaped as {@link Network#parameters}
 */
public record ImageGradients(
        double loss, Map<String, Tensor> activations, Map<String, Map<Parameter, Tensor>> parameters) {

    public ImageGradients {
        activations = Map.copyOf(activations);
        parameters = Map.copyOf(parameters);
    }
}
