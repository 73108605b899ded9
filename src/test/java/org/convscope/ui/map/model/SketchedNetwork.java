package org.convscope.ui.map.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Node;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.Pooling;
import org.convscope.blueprint.Window;
import org.convscope.tensor.Plane;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Tensor;

/** The plain loops of a network with random weights that drift from step to step: pictures for the map's tests. */
final class SketchedNetwork {

    private final Blueprint blueprint;

    SketchedNetwork(Blueprint blueprint) {
        this.blueprint = blueprint;
    }

    /** The weights of a node at a step, {@code [out, in, k, k]} for convolutions, {@code [out, in]} for dense layers. */
    Tensor weights(String id, long step) {
        Node node = blueprint.node(id);
        Shape input = blueprint.shape(node.inputs().get(0));
        int outputs = blueprint.shape(id).channels();
        boolean isConv = node.op() instanceof Op.Conv;
        int size = node.op().window().kernelSize();
        int fanIn = isConv ? input.channels() * size * size : input.size();
        Random random = new Random(id.hashCode());
        float[] weights = new float[outputs * fanIn];
        for (int i = 0; i < weights.length; i++) {
            double drift = Math.sin(0.1 * step + 6 * random.nextDouble());
            weights[i] = (float) ((random.nextGaussian() + 0.5 * drift) / Math.sqrt(fanIn));
        }
        return Tensor.of(isConv ? Shape.of(outputs, input.channels(), size, size) : Shape.of(outputs, fanIn), weights);
    }

    /** The outputs of every node for one image at a step. */
    Map<String, Tensor> outputs(Tensor image, long step) {
        Map<String, Tensor> outputs = new LinkedHashMap<>();
        for (Node node : blueprint.nodes()) {
            Tensor input =
                    node.inputs().isEmpty() ? image : outputs.get(node.inputs().get(0));
            Shape shape = blueprint.shape(node.id());
            Op op = node.op();
            if (op instanceof Op.Conv) {
                outputs.put(node.id(), convolved(input, weights(node.id(), step), op.window(), shape));
            } else if (op instanceof Op.Pool pool) {
                outputs.put(node.id(), pooled(input, pool, shape));
            } else if (op instanceof Op.Dense) {
                outputs.put(node.id(), multiplied(input, weights(node.id(), step), shape));
            } else if (op instanceof Op.Activation activation) {
                outputs.put(
                        node.id(), each(input, z -> (float) activation.kind().of(z)));
            } else if (op instanceof Op.Softmax) {
                outputs.put(node.id(), softmax(input));
            } else {
                outputs.put(node.id(), each(input, z -> z));
            }
        }
        return outputs;
    }

    private interface Function {
        float of(float z);
    }

    private static Tensor each(Tensor input, Function function) {
        float[] values = input.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] = function.of(values[i]);
        }
        return Tensor.of(input.shape(), values);
    }

    private static Tensor convolved(Tensor input, Tensor weights, Window window, Shape shape) {
        List<Plane> sources = planes(input);
        List<Plane> kernels = planes(weights);
        float[] values = new float[shape.size()];
        for (int i = 0; i < values.length; i++) {
            int map = i / (shape.height() * shape.width());
            int top = i / shape.width() % shape.height() * window.stride() - window.padding();
            int left = i % shape.width() * window.stride() - window.padding();
            for (int source = 0; source < sources.size(); source++) {
                Plane kernel = kernels.get(map * sources.size() + source);
                for (int k = 0; k < window.kernelSize() * window.kernelSize(); k++) {
                    int row = k / window.kernelSize();
                    int column = k % window.kernelSize();
                    values[i] += kernel.at(row, column) * padded(sources.get(source), top + row, left + column);
                }
            }
        }
        return Tensor.of(shape, values);
    }

    private static Tensor pooled(Tensor input, Op.Pool pool, Shape shape) {
        List<Plane> sources = planes(input);
        Window window = pool.window();
        float[] values = new float[shape.size()];
        for (int i = 0; i < values.length; i++) {
            Plane source = sources.get(i / (shape.height() * shape.width()));
            int top = i / shape.width() % shape.height() * window.stride();
            int left = i % shape.width() * window.stride();
            double sum = 0;
            double most = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < window.kernelSize() * window.kernelSize(); k++) {
                float value = source.at(top + k / window.kernelSize(), left + k % window.kernelSize());
                sum += value / (window.kernelSize() * window.kernelSize());
                most = Math.max(most, value);
            }
            values[i] = (float) (pool.kind() == Pooling.MAX ? most : sum);
        }
        return Tensor.of(shape, values);
    }

    private static Tensor multiplied(Tensor input, Tensor weights, Shape shape) {
        float[] from = input.toArray();
        float[] by = weights.toArray();
        float[] values = new float[shape.size()];
        for (int i = 0; i < values.length * from.length; i++) {
            values[i / from.length] += by[i] * from[i % from.length];
        }
        return Tensor.of(shape, values);
    }

    private static Tensor softmax(Tensor input) {
        Tensor powers = each(input, z -> (float) Math.exp(4 * z));
        float sum = 0;
        for (float power : powers.toArray()) {
            sum += power;
        }
        float whole = sum;
        return each(powers, power -> power / whole);
    }

    private static float padded(Plane plane, int row, int column) {
        boolean within = row >= 0 && column >= 0 && row < plane.height() && column < plane.width();
        return within ? plane.at(row, column) : 0;
    }

    private static List<Plane> planes(Tensor tensor) {
        return IntStream.range(0, tensor.planes()).mapToObj(tensor::plane).toList();
    }
}
