package org.convscope.engine;

import org.convscope.blueprint.Nonlinearity;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.BaseActivationFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * 1.7159·tanh(⅔·z) for DL4J, whose own "rational tanh" comes only near it. A saved network names this class, so DL4J
 * opens such a network only where ConvScope is on the class path.
 */
public final class ScaledTanh extends BaseActivationFunction {

    private static final long serialVersionUID = 1L;

    /** Overwrites {@code z}, as all of DL4J's activation functions do. */
    @Override
    public INDArray getActivation(INDArray z, boolean training) {
        Transforms.tanh(z.muli(Nonlinearity.INNER_SLOPE), false);
        return z.muli(Nonlinearity.AMPLITUDE);
    }

    /** Overwrites {@code z}. */
    @Override
    public Pair<INDArray, INDArray> backprop(INDArray z, INDArray epsilon) {
        INDArray output = getActivation(z, true);
        return new Pair<>(slope(output, output).muli(epsilon), null);
    }

    /** {@code ⅔·(1.7159 − a²/1.7159)} for outputs a, written into {@code result}. */
    static INDArray slope(INDArray outputs, INDArray result) {
        outputs.mul(outputs, result);
        return result.muli(-Nonlinearity.INNER_SLOPE / Nonlinearity.AMPLITUDE)
                .addi(Nonlinearity.INNER_SLOPE * Nonlinearity.AMPLITUDE);
    }

    @Override
    public String toString() {
        return Nonlinearity.SCALED_TANH.id();
    }
}
