package org.convscope.engine.block;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Node;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.Pooling;
import org.convscope.blueprint.Window;
import org.convscope.engine.kernel.Curves;
import org.convscope.engine.kernel.Dots;
import org.convscope.engine.kernel.Lanes;
import org.convscope.engine.kernel.Neighbours;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Tensor;

/**
 * All nodes' outputs for one image, as they are outside of training. A block of 32 images would compute 31 for nothing;
 * here the lanes of a register are 32 output channels instead.
 */
public final class ImagePass {

    private final Blueprint blueprint;
    private final BlockStep.Places places;
    private final Map<String, ImageConvolution> convolutions = new HashMap<>();
    private final Map<String, float[]> outputs = new LinkedHashMap<>();

    /** A pass through this network, whose parameters lie at {@code places}. */
    public ImagePass(Blueprint blueprint, BlockStep.Places places) {
        this.blueprint = blueprint;
        this.places = places;
        for (Node node : blueprint.nodes()) {
            int size = blueprint.shape(node.id()).size();
            outputs.put(node.id(), new float[(size + Lanes.BLOCK - 1) / Lanes.BLOCK * Lanes.BLOCK]);
            if (node.op() instanceof Op.Conv conv) {
                Shape source = blueprint.shape(node.inputs().get(0));
                convolutions.put(
                        node.id(),
                        new ImageConvolution(
                                source,
                                blueprint.shape(node.id()),
                                conv.window(),
                                SparseKernels.of(conv, source),
                                places.weight(node.id()),
                                places.bias(node.id())));
            }
        }
    }

    /** Takes over changed parameters. */
    public void prepare(float[] parameters) {
        convolutions.values().forEach(convolution -> convolution.prepare(parameters));
    }

    /**
     * Outputs for one image, by node, in the blueprint's order.
     *
     * @param parameters the same as at the last {@link #prepare}
     */
    public Map<String, Tensor> outputs(float[] parameters, Tensor image) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (Node node : blueprint.nodes()) {
            float[] target = outputs.get(node.id());
            if (node.op() instanceof Op.Input) {
                image.copyInto(target, 0);
            } else {
                compute(node, parameters, outputs.get(node.inputs().get(0)), target);
            }
            tensors.put(node.id(), Tensor.of(blueprint.shape(node.id()), target, 0));
        }
        return tensors;
    }

    private void compute(Node node, float[] parameters, float[] source, float[] target) {
        Shape input = blueprint.shape(node.inputs().get(0));
        Shape output = blueprint.shape(node.id());
        if (node.op() instanceof Op.Conv) {
            convolutions.get(node.id()).compute(source, target);
        } else if (node.op() instanceof Op.Dense) {
            int weight = places.weight(node.id());
            int bias = places.bias(node.id());
            for (int unit = 0; unit < output.size(); unit++) {
                target[unit] = Dots.dot(
                        parameters[bias + unit], source, 0, parameters, weight + unit * input.size(), input.size());
            }
        } else if (node.op() instanceof Op.Pool pool) {
            pool(pool, input, output, source, target);
        } else if (node.op() instanceof Op.Subsample subsample) {
            subsample(
                    subsample.window(),
                    input,
                    output,
                    parameters,
                    places.weight(node.id()),
                    places.bias(node.id()),
                    source,
                    target);
        } else if (node.op() instanceof Op.Lrn norm) {
            normaliseLocally(norm, input, source, target);
        } else if (node.op() instanceof Op.GlobalPool) {
            int cells = input.height() * input.width();
            for (int channel = 0; channel < input.channels(); channel++) {
                target[channel] = mean(source, channel * cells, cells);
            }
        } else if (node.op() instanceof Op.Activation activation) {
            System.arraycopy(source, 0, target, 0, source.length);
            bend(activation.kind(), target);
        } else if (node.op() instanceof Op.BatchNorm norm) {
            normalise(node.id(), norm.epsilon(), output, parameters, source, target);
        } else if (node.op() instanceof Op.Add) {
            System.arraycopy(source, 0, target, 0, source.length);
            for (String other : node.inputs().subList(1, node.inputs().size())) {
                add(outputs.get(other), target);
            }
        } else if (node.op() instanceof Op.Concat) {
            int at = 0;
            for (String part : node.inputs()) {
                int size = blueprint.shape(part).size();
                System.arraycopy(outputs.get(part), 0, target, at, size);
                at += size;
            }
        } else if (node.op() instanceof Op.Dropout) {
            System.arraycopy(source, 0, target, 0, source.length);
        } else if (node.op() instanceof Op.Softmax) {
            softmax(source, target, output.size());
        } else {
            throw new IllegalStateException("No pass is known for " + node.op().name());
        }
    }

    private static void bend(Nonlinearity kind, float[] values) {
        switch (kind) {
            case SIGMOID -> Curves.sigmoid(values, 0, values.length);
            case TANH -> Curves.tanh(values, 0, values.length);
            case SCALED_TANH -> Curves.tanh(
                    values, 0, values.length, (float) Nonlinearity.AMPLITUDE, (float) Nonlinearity.INNER_SLOPE);
            case RELU -> Curves.rectifier(values, 0, values.length, 0);
            case LEAKY_RELU -> Curves.rectifier(values, 0, values.length, (float) Nonlinearity.LEAK);
        }
    }

    private static void add(float[] source, float[] target) {
        for (int i = 0; i < target.length; i++) {
            target[i] += source[i];
        }
    }

    private static float mean(float[] values, int from, int count) {
        float sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += values[i];
        }
        return sum / count;
    }

    private void normalise(
            String node, double epsilon, Shape shape, float[] parameters, float[] source, float[] target) {
        int cells = shape.size() / shape.channels();
        for (int channel = 0; channel < shape.channels(); channel++) {
            float centre = parameters[places.mean(node) + channel];
            double variance = parameters[places.variance(node) + channel];
            float slope = (float) (parameters[places.weight(node) + channel] / Math.sqrt(variance + epsilon));
            float shift = parameters[places.bias(node) + channel];
            for (int i = channel * cells; i < (channel + 1) * cells; i++) {
                target[i] = (source[i] - centre) * slope + shift;
            }
        }
    }

    private static void pool(Op.Pool pool, Shape input, Shape output, float[] source, float[] target) {
        Window window = pool.window();
        int at = 0;
        for (int channel = 0; channel < output.channels(); channel++) {
            int plane = channel * input.height() * input.width();
            for (int row = 0; row < output.height(); row++) {
                int top = window.vertical().first(row);
                int firstRow = Math.max(0, top);
                int endRow = Math.min(input.height(), top + window.height());
                for (int column = 0; column < output.width(); column++) {
                    int left = window.horizontal().first(column);
                    int firstColumn = Math.max(0, left);
                    int endColumn = Math.min(input.width(), left + window.width());
                    float most = Float.NEGATIVE_INFINITY;
                    float sum = 0;
                    for (int r = firstRow; r < endRow; r++) {
                        for (int c = firstColumn; c < endColumn; c++) {
                            float value = source[plane + r * input.width() + c];
                            most = Math.max(most, value);
                            sum += value;
                        }
                    }
                    target[at++] =
                            pool.kind() == Pooling.MAX ? most : sum / ((endRow - firstRow) * (endColumn - firstColumn));
                }
            }
        }
    }

    private static void subsample(
            Window window,
            Shape input,
            Shape output,
            float[] parameters,
            int firstCoefficient,
            int firstBias,
            float[] source,
            float[] target) {
        int at = 0;
        for (int channel = 0; channel < output.channels(); channel++) {
            int plane = channel * input.height() * input.width();
            for (int row = 0; row < output.height(); row++) {
                int top = window.vertical().first(row);
                int endRow = Math.min(input.height(), top + window.height());
                for (int column = 0; column < output.width(); column++) {
                    int left = window.horizontal().first(column);
                    int endColumn = Math.min(input.width(), left + window.width());
                    float sum = 0;
                    for (int r = Math.max(0, top); r < endRow; r++) {
                        for (int c = Math.max(0, left); c < endColumn; c++) {
                            sum += source[plane + r * input.width() + c];
                        }
                    }
                    target[at++] = sum * parameters[firstCoefficient + channel] + parameters[firstBias + channel];
                }
            }
        }
    }

    private static void normaliseLocally(Op.Lrn norm, Shape shape, float[] source, float[] target) {
        int cells = shape.height() * shape.width();
        // Filled up to whole registers, as the runs of a block are.
        float[] sums = new float[(cells + Lanes.BLOCK - 1) / Lanes.BLOCK * Lanes.BLOCK];
        for (int channel = 0; channel < shape.channels(); channel++) {
            java.util.Arrays.fill(sums, (float) norm.k());
            int last = norm.last(channel, shape.channels());
            for (int other = norm.first(channel); other <= last; other++) {
                for (int i = 0; i < cells; i++) {
                    float value = source[other * cells + i];
                    sums[i] += (float) norm.alpha() * value * value;
                }
            }
            Neighbours.divisors(sums, 0, sums.length, norm.beta());
            for (int i = 0; i < cells; i++) {
                target[channel * cells + i] = source[channel * cells + i] * sums[i];
            }
        }
    }

    private static void softmax(float[] logits, float[] target, int classes) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < classes; c++) {
            highest = Math.max(highest, logits[c]);
        }
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            sum += Math.exp(logits[c] - highest);
        }
        for (int c = 0; c < classes; c++) {
            target[c] = (float) (Math.exp(logits[c] - highest) / sum);
        }
    }
}
