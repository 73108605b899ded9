package org.convscope.engine.block;

import java.util.Map;
import java.util.OptionalDouble;
import org.convscope.blueprint.Blueprint;
import org.convscope.engine.kernel.Lanes;
import org.convscope.tensor.Shape;

/** Takes blocks through a stack of its own: forward and back, or forward only. */
final class Worker {

    private final Blueprint blueprint;
    private final Stack stack;

    /** Takes so many blocks at once. */
    Worker(Blueprint blueprint, BlockStep.Places places, long seed, int blocks) {
        this.blueprint = blueprint;
        this.stack = new Stack(blueprint, places, seed, blocks);
    }

    /** Has every dropout drop such a share. */
    void drop(OptionalDouble share) {
        for (Layer layer : stack.layers) {
            if (layer instanceof Dropout dropout) {
                dropout.drop(share);
            }
        }
    }

    /** In how many parts so many blocks are computed, with a break after each. */
    long parts(int blocks) {
        return 3L * stack.layers.size() * ((blocks + stack.blocks - 1) / stack.blocks);
    }

    /**
     * Computes blocks {@code from} up to but not including {@code to} of a batch, unless a break ends it.
     *
     * @param result receives their logits
     */
    void compute(
            float[] parameters,
            float[] values,
            int[] labels,
            long step,
            int from,
            int to,
            float[] result,
            Breaks breaks) {
        stack.layers.forEach(layer -> layer.prepare(parameters, step, from));
        boolean goesOn = true;
        for (int block = from; goesOn && block < to; block += stack.blocks) {
            goesOn = pass(values, labels, block, Math.min(stack.blocks, to - block), result, breaks);
        }
    }

    /** Writes what was computed into the gradients of the whole batch's mean: its own part of them. */
    void finish(float[] gradients) {
        stack.layers.forEach(layer -> layer.finish(gradients));
    }

    /** Fills the results of some nodes for a batch. */
    void infer(float[] parameters, float[] values, int count, Map<String, float[]> results) {
        stack.layers.forEach(layer -> layer.prepare(parameters, 0, 0));
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

    /** Takes some blocks forward and back; whether it came to the end. */
    private boolean pass(float[] values, int[] labels, int first, int count, float[] result, Breaks breaks) {
        int from = first * Lanes.BLOCK;
        int some = Math.min(labels.length - from, count * Lanes.BLOCK);
        load(values, from, some);
        boolean goesOn = true;
        for (int i = 0; goesOn && i < stack.layers.size(); i++) {
            stack.layers.get(i).forward(0, count, some);
            goesOn = breaks.goOn();
        }
        if (!goesOn) {
            return false;
        }
        for (int block = 0; block < count; block++) {
            int done = block * Lanes.BLOCK;
            read(stack.logits, block, result, from + done, Math.min(Lanes.BLOCK, some - done));
        }
        writeErrors(result, labels, from, some, count);
        for (int i = stack.layers.size() - 1; goesOn && i >= 0; i--) {
            stack.layers.get(i).gather(0, count, some);
            goesOn = breaks.goOn();
            if (goesOn) {
                stack.layers.get(i).backward(0, count, some);
                goesOn = breaks.goOn();
            }
        }
        return goesOn;
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
}
