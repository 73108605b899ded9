package org.convscope.engine.block;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Node;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.Window;
import org.convscope.engine.kernel.Lanes;
import org.convscope.tensor.Shape;

/** Logits and gradients of a batch, for a network whose nodes follow one upon the other. */
public final class BlockStep {

    private final Blueprint blueprint;
    private final Places places;
    private final boolean wantsWholeBatch;
    private final List<Layer> layers = new ArrayList<>();
    private Maps images;
    private Maps logits;
    private Maps logitDeltas;
    private int blocks;

    /** Where the parameters of a node begin in the vector of all; each is row-major, weights are {@code [out, in, …]}. */
    public interface Places {

        /** Position of the first weight, or of a batch norm's scale. */
        int weight(String node);

        /** Position of the first bias, or of a batch norm's shift. */
        int bias(String node);

        /** Position of a batch norm's first running mean. */
        int mean(String node);

        /** Position of a batch norm's first running variance. */
        int variance(String node);
    }

    /** Whether every node reads one other and is read by one, as a step needs it. */
    public static boolean fits(Blueprint blueprint) {
        return blueprint.nodes().stream()
                .allMatch(node -> node.inputs().size() <= 1
                        && blueprint.targets(node.id()).size() <= 1
                        && !(node.op() instanceof Op.Activation
                                && blueprint.source(node.id()).op() instanceof Op.Input));
    }

    /** A step for this network, whose parameters lie at {@code places}. */
    public BlockStep(Blueprint blueprint, Places places) {
        this.blueprint = blueprint;
        this.places = places;
        this.wantsWholeBatch = blueprint.nodes().stream().anyMatch(node -> node.op() instanceof Op.BatchNorm);
    }

    /**
     * Computes one batch.
     *
     * @param parameters all of them
     * @param values of the images, {@code [N, C, H, W]}
     * @param labels index of each image's class
     * @param gradients receives those of the mean cross-entropy, in the order of the parameters; a batch norm's
     *     running statistics get what is to be taken away from them
     * @return logits before the step, {@code [N, classes]}
     */
    public float[] compute(float[] parameters, float[] values, int[] labels, float[] gradients) {
        int needed = (labels.length + Lanes.BLOCK - 1) / Lanes.BLOCK;
        lay(wantsWholeBatch ? needed : 1);
        layers.forEach(layer -> layer.prepare(parameters));
        float[] result = new float[labels.length * blueprint.classes()];
        if (wantsWholeBatch) {
            pass(values, labels, 0, needed, result);
        } else {
            for (int block = 0; block < needed; block++) {
                pass(values, labels, block, 1, result);
            }
        }
        layers.forEach(layer -> layer.finish(gradients));
        return result;
    }

    /** Takes some blocks forward and back. */
    private void pass(float[] values, int[] labels, int first, int count, float[] result) {
        int from = first * Lanes.BLOCK;
        int some = Math.min(labels.length - from, count * Lanes.BLOCK);
        load(values, from, some);
        for (Layer layer : layers) {
            layer.forward(0, count, some);
        }
        readLogits(result, from, some);
        writeErrors(result, labels, from, some, count);
        for (int i = layers.size() - 1; i >= 0; i--) {
            layers.get(i).backward(0, count, some);
        }
    }

    private void load(float[] values, int from, int count) {
        Shape shape = blueprint.input();
        int size = shape.size();
        int filled = (count + Lanes.BLOCK - 1) / Lanes.BLOCK * Lanes.BLOCK;
        for (int channel = 0; channel < shape.channels(); channel++) {
            for (int row = 0; row < shape.height(); row++) {
                int cell = (channel * shape.height() + row) * shape.width();
                for (int image = 0; image < filled; image++) {
                    int target = images.at(image / Lanes.BLOCK, channel, row, 0) + image % Lanes.BLOCK;
                    int source = (from + image) * size + cell;
                    for (int column = 0; column < shape.width(); column++) {
                        images.values[target + column * Lanes.BLOCK] = image < count ? values[source + column] : 0;
                    }
                }
            }
        }
    }

    private void readLogits(float[] result, int from, int count) {
        int classes = blueprint.classes();
        for (int image = 0; image < count; image++) {
            for (int c = 0; c < classes; c++) {
                result[(from + image) * classes + c] =
                        logits.values[logits.at(image / Lanes.BLOCK, c, 0, 0) + image % Lanes.BLOCK];
            }
        }
    }

    /** Of the mean over the batch: (probability − 1 for the right class) / N, and 0 for what fills up the last block. */
    private void writeErrors(float[] result, int[] labels, int from, int count, int blockCount) {
        int classes = blueprint.classes();
        double[] powers = new double[classes];
        for (int image = 0; image < blockCount * Lanes.BLOCK; image++) {
            int at = (from + image) * classes;
            double sum = image < count ? powers(result, at, powers) : 1;
            for (int c = 0; c < classes; c++) {
                double error = image < count ? powers[c] / sum - (c == labels[from + image] ? 1 : 0) : 0;
                logitDeltas.values[logitDeltas.at(image / Lanes.BLOCK, c, 0, 0) + image % Lanes.BLOCK] =
                        (float) (error / labels.length);
            }
        }
    }

    private static double powers(float[] logits, int from, double[] powers) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < powers.length; c++) {
            highest = Math.max(highest, logits[from + c]);
        }
        double sum = 0;
        for (int c = 0; c < powers.length; c++) {
            powers[c] = Math.exp(logits[from + c] - highest);
            sum += powers[c];
        }
        return sum;
    }

    /** Lays out arrays for so many blocks, unless they are there. */
    private void lay(int wanted) {
        if (wanted <= blocks) {
            return;
        }
        blocks = wanted;
        layers.clear();
        Map<String, Maps> outputs = new HashMap<>();
        Map<String, Maps> deltas = new HashMap<>();
        for (Node node : blueprint.nodes()) {
            if (node.op() instanceof Op.Input) {
                images = maps(node, reach(node));
                outputs.put(node.id(), images);
            } else if (node.op() instanceof Op.Activation activation) {
                // Written over what it reads: nothing needs the sums any more.
                Maps shared = outputs.get(node.inputs().get(0));
                outputs.put(node.id(), shared);
                deltas.put(node.id(), deltas.get(node.inputs().get(0)));
                layers.add(new Curve(activation.kind(), shared, deltas.get(node.id())));
            } else if (node.op() instanceof Op.Softmax) {
                logits = outputs.get(node.inputs().get(0));
                logitDeltas = deltas.get(node.inputs().get(0));
            } else {
                Maps target = maps(node, reach(node));
                Maps targetDeltas = maps(node, 0);
                outputs.put(node.id(), target);
                deltas.put(node.id(), targetDeltas);
                String source = node.inputs().get(0);
                layers.add(layer(node, outputs.get(source), deltas.get(source), target, targetDeltas));
            }
        }
    }

    private Layer layer(Node node, Maps source, Maps sourceDeltas, Maps target, Maps targetDeltas) {
        String id = node.id();
        if (node.op() instanceof Op.Conv conv) {
            return new Convolution(
                    source, sourceDeltas, target, targetDeltas, conv.window(), places.weight(id), places.bias(id));
        }
        if (node.op() instanceof Op.Dense) {
            return new Convolution(
                    source.flat(),
                    sourceDeltas == null ? null : sourceDeltas.flat(),
                    target,
                    targetDeltas,
                    Window.CELL,
                    places.weight(id),
                    places.bias(id));
        }
        if (node.op() instanceof Op.Pool pool) {
            return new Pool(pool.kind(), source, sourceDeltas, target, targetDeltas, pool.window(), blocks);
        }
        if (node.op() instanceof Op.BatchNorm norm) {
            return new Norm(
                    source,
                    sourceDeltas,
                    target,
                    targetDeltas,
                    new Norm.Place(places.weight(id), places.bias(id), places.mean(id), places.variance(id)),
                    norm.epsilon(),
                    norm.decay());
        }
        throw new IllegalStateException(
                "No layer on blocks is known for " + node.op().name());
    }

    private Maps maps(Node node, int frame) {
        Shape shape = blueprint.shape(node.id());
        return shape.isMaps()
                ? new Maps(shape.channels(), shape.height(), shape.width(), frame, blocks)
                : new Maps(shape.size(), 1, 1, 0, blocks);
    }

    /** How far beyond the edge of a node's maps the next convolution reads. */
    private int reach(Node node) {
        return blueprint.targets(node.id()).stream()
                .mapToInt(target -> target.op() instanceof Op.Conv conv
                        ? conv.padding()
                        : target.op() instanceof Op.Activation ? reach(target) : 0)
                .max()
                .orElse(0);
    }
}
