package org.convscope.probe;

import java.util.Map;
import java.util.Optional;
import org.convscope.net.Parameter;
import org.convscope.tensor.Tensor;

/**
 * One tensor for each {@link Parameter} of a node: its parameters, their gradients or their changes.
 *
 * @param byParameter weights {@code [out, in, kernel, kernel]} or {@code [out, in]}, all else {@code [out]}
 */
public record ParameterValues(Map<Parameter, Tensor> byParameter) {

    public ParameterValues {
        byParameter = Map.copyOf(byParameter);
    }

    /** Kernels of a convolution, weights of a dense layer. */
    public Optional<Tensor> weight() {
        return Optional.ofNullable(byParameter.get(Parameter.WEIGHT));
    }

    /** One value for each output channel or unit. */
    public Optional<Tensor> bias() {
        return Optional.ofNullable(byParameter.get(Parameter.BIAS));
    }

    /** What scales the values that pass: the weights, or the scale of a batch norm. */
    public Optional<Tensor> main() {
        return weight().or(() -> Optional.ofNullable(byParameter.get(Parameter.SCALE)));
    }

    /** Whether there is nothing. */
    public boolean isEmpty() {
        return byParameter.isEmpty();
    }
}
