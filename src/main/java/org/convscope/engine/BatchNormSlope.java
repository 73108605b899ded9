package org.convscope.engine;

import java.util.Map;
import org.convscope.blueprint.Op;
import org.convscope.net.Parameter;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Tensor;

/**
 * A batch norm outside of training is a straight line per channel, y = γ·(x − mean)/√(variance + ε) + β,
 * since its statistics do not move with the image.
 */
final class BatchNormSlope {

    private final double epsilon;
    private final Map<Parameter, Tensor> parameters;
    private final int channels;

    BatchNormSlope(Op.BatchNorm norm, Map<Parameter, Tensor> parameters) {
        this.epsilon = norm.epsilon();
        this.parameters = parameters;
        this.channels = parameters.get(Parameter.SCALE).size();
    }

    /** What an error at its output is at its input; both {@code [C, …]}. */
    float[] through(float[] error) {
        float[] result = new float[error.length];
        int area = error.length / channels;
        for (int i = 0; i < error.length; i++) {
            result[i] = (float) (error[i] * of(Parameter.SCALE, i / area) / deviation(i / area));
        }
        return result;
    }

    /** What an error at its output is at γ and β. */
    Map<Parameter, Tensor> learned(float[] input, float[] error) {
        double[] scale = new double[channels];
        double[] shift = new double[channels];
        int area = error.length / channels;
        for (int i = 0; i < error.length; i++) {
            int channel = i / area;
            scale[channel] += error[i] * (input[i] - of(Parameter.MEAN, channel)) / deviation(channel);
            shift[channel] += error[i];
        }
        return Map.of(Parameter.SCALE, tensor(scale), Parameter.SHIFT, tensor(shift));
    }

    private double deviation(int channel) {
        return Math.sqrt(of(Parameter.VARIANCE, channel) + epsilon);
    }

    private double of(Parameter parameter, int channel) {
        return parameters.get(parameter).flat(channel);
    }

    private static Tensor tensor(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return Tensor.of(Shape.of(floats.length), floats);
    }
}
