package org.convscope.engine.block;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Op;
import org.convscope.engine.kernel.Lanes;
import org.convscope.tensor.Shape;

/** Logits and gradients of a batch. */
public final class BlockStep {

    private final Blueprint blueprint;
    private final Places places;
    private final boolean wantsWholeBatch;
    private final long seed;
    private Stack stack;

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

    /** Whether a step on blocks is known for this network. */
    public static boolean fits(Blueprint blueprint) {
        return Stack.fits(blueprint);
    }

    /**
     * Bytes of Java's heap that a step on so many images takes, without parameters, gradients and the images
     * themselves. A network without batch norm takes the same for every number.
     */
    public static long bytes(Blueprint blueprint, int images) {
        int blocks = wantsWholeBatch(blueprint) ? blocks(images) : 1;
        return Stack.floats(blueprint, blocks) * Float.BYTES;
    }

    /**
     * A step for this network, whose parameters lie at {@code places}.
     *
     * @param seed of what is drawn while it learns: which values dropout drops
     */
    public BlockStep(Blueprint blueprint, Places places, long seed) {
        this.blueprint = blueprint;
        this.places = places;
        this.seed = seed;
        this.wantsWholeBatch = wantsWholeBatch(blueprint);
    }

    private static boolean wantsWholeBatch(Blueprint blueprint) {
        return blueprint.nodes().stream().anyMatch(node -> node.op() instanceof Op.BatchNorm);
    }

    private static int blocks(int images) {
        return (images + Lanes.BLOCK - 1) / Lanes.BLOCK;
    }

    /**
     * Computes one batch.
     *
     * @param parameters all of them
     * @param values of the images, {@code [N, C, H, W]}
     * @param labels index of each image's class
     * @param step number of steps before this one
     * @param gradients receives those of the mean cross-entropy, in the order of the parameters; a batch norm's
     *     running statistics get what is to be taken away from them
     * @return logits before the step, {@code [N, classes]}
     */
    public float[] compute(float[] parameters, float[] values, int[] labels, long step, float[] gradients) {
        int needed = blocks(labels.length);
        lay(wantsWholeBatch ? needed : 1);
        stack.layers.forEach(layer -> layer.prepare(parameters, step));
        float[] result = new float[labels.length * blueprint.classes()];
        if (wantsWholeBatch) {
            pass(values, labels, 0, needed, result);
        } else {
            for (int block = 0; block < needed; block++) {
                pass(values, labels, block, 1, result);
            }
        }
        stack.layers.forEach(layer -> layer.finish(gradients));
        return result;
    }

    /**
     * Outputs of some nodes for a batch, as they are outside of training.
     *
     * @param parameters all of them
     * @param values of the images, {@code [N, C, H, W]}
     * @param count number of images
     * @param nodes which nodes
     * @return by node, {@code [N, …]} followed by the node's shape; of a softmax, what stands before it
     */
    public Map<String, float[]> outputs(float[] parameters, float[] values, int count, Set<String> nodes) {
        lay(1);
        stack.layers.forEach(layer -> layer.prepare(parameters, 0));
        Map<String, float[]> results = new HashMap<>();
        nodes.forEach(node ->
                results.put(node, new float[count * blueprint.shape(node).size()]));
        String last = blueprint.last().id();
        for (int from = 0; from < count; from += Lanes.BLOCK) {
            int some = Math.min(Lanes.BLOCK, count - from);
            load(values, from, some);
            for (int i = 0; i < stack.layers.size(); i++) {
                stack.layers.get(i).infer(0, 1);
                String node = stack.nodes.get(i);
                if (results.containsKey(node)) {
                    read(stack.output(node), 0, results.get(node), from, some);
                }
            }
            if (results.containsKey(last)) {
                read(stack.logits, 0, results.get(last), from, some);
            }
            if (results.containsKey(blueprint.first().id())) {
                read(stack.images, 0, results.get(blueprint.first().id()), from, some);
            }
        }
        return results;
    }

    /** Copies some images of a block to where they belong in {@code [N, C, H, W]}. */
    private static void read(Maps maps, int block, float[] target, int from, int some) {
        int size = maps.channels * maps.height * maps.width;
        for (int channel = 0; channel < maps.channels; channel++) {
            for (int row = 0; row < maps.height; row++) {
                int at = maps.at(block, channel, row, 0);
                int cell = (channel * maps.height + row) * maps.width;
                for (int image = 0; image < some; image++) {
                    int first = (from + image) * size + cell;
                    for (int column = 0; column < maps.width; column++) {
                        target[first + column] = maps.values[at + column * Lanes.BLOCK + image];
                    }
                }
            }
        }
    }

    /** Takes some blocks forward and back. */
    private void pass(float[] values, int[] labels, int first, int count, float[] result) {
        int from = first * Lanes.BLOCK;
        int some = Math.min(labels.length - from, count * Lanes.BLOCK);
        load(values, from, some);
        for (Layer layer : stack.layers) {
            layer.forward(0, count, some);
        }
        for (int block = 0; block < count; block++) {
            int done = block * Lanes.BLOCK;
            read(stack.logits, block, result, from + done, Math.min(Lanes.BLOCK, some - done));
        }
        writeErrors(result, labels, from, some, count);
        for (int i = stack.layers.size() - 1; i >= 0; i--) {
            stack.layers.get(i).backward(0, count, some);
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
                    int target = stack.images.at(image / Lanes.BLOCK, channel, row, 0) + image % Lanes.BLOCK;
                    int source = (from + image) * size + cell;
                    for (int column = 0; column < shape.width(); column++) {
                        stack.images.values[target + column * Lanes.BLOCK] =
                                image < count ? values[source + column] : 0;
                    }
                }
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
                stack.logitDeltas.values[stack.logitDeltas.at(image / Lanes.BLOCK, c, 0, 0) + image % Lanes.BLOCK] =
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
        if (stack == null || wanted > stack.blocks) {
            stack = new Stack(blueprint, places, seed, wanted);
        }
    }
}
