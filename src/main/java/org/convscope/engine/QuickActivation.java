package org.convscope.engine;

import org.convscope.blueprint.Nonlinearity;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.BaseActivationFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.impl.scalar.LeakyReLU;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinear;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
import org.nd4j.linalg.factory.Nd4j;

/**
 * An activation function for one layer, by the operations that are quick here: oneDNN has a tanh, but no
 * sigmoid, and σ(z) = ½·tanh(½z) + ½. Slopes come from the output that was kept, not from the input anew:
 * σ′ = a(1 − a), tanh′ = 1 − a², and both ReLUs keep the sign.
 */
final class QuickActivation extends BaseActivationFunction {

    private static final long serialVersionUID = 1L;

    private final Nonlinearity kind;
    private transient INDArray output;

    QuickActivation(Nonlinearity kind) {
        this.kind = kind;
    }

    /** Overwrites {@code z}, as all of DL4J's activation functions do. */
    @Override
    public INDArray getActivation(INDArray z, boolean training) {
        switch (kind) {
            case SIGMOID -> {
                z.muli(0.5);
                tanh(z);
                z.muli(0.5).addi(0.5);
            }
            case TANH -> tanh(z);
            case SCALED_TANH -> {
                tanh(z.muli(Nonlinearity.INNER_SLOPE));
                z.muli(Nonlinearity.AMPLITUDE);
            }
            case RELU -> Nd4j.getExecutioner().exec(new RectifiedLinear(z, z, 0));
            case LEAKY_RELU -> Nd4j.getExecutioner().exec(new LeakyReLU(z, z, Nonlinearity.LEAK));
        }
        output = z;
        return z;
    }

    /** Overwrites {@code scratch}, a copy of the input that is not looked at. */
    @Override
    public Pair<INDArray, INDArray> backprop(INDArray scratch, INDArray epsilon) {
        switch (kind) {
            case SIGMOID -> {
                output.mul(output, scratch);
                output.sub(scratch, scratch);
            }
            case TANH -> {
                output.mul(output, scratch);
                scratch.rsubi(1);
            }
            case SCALED_TANH -> ScaledTanh.slope(output, scratch);
            case RELU -> Nd4j.getExecutioner().exec(new Step(output, scratch, 0));
            case LEAKY_RELU -> {
                Nd4j.getExecutioner().exec(new Step(output, scratch, 0));
                scratch.muli(1 - Nonlinearity.LEAK).addi(Nonlinearity.LEAK);
            }
        }
        return new Pair<>(scratch.muli(epsilon), null);
    }

    @Override
    public String toString() {
        return kind.id();
    }

    private static void tanh(INDArray z) {
        Nd4j.exec(DynamicCustomOp.builder("tanh").addInputs(z).addOutputs(z).build());
    }
}
