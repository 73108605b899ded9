package org.convscope.train;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.convscope.blueprint.Census;
import org.convscope.data.LabelledImages;
import org.convscope.net.Batch;
import org.convscope.net.Network;
import org.convscope.tensor.Tensor;

/**
 * Scores a network on images, a few hundred at a time, so that questions can be answered in between.
 * Chunks and order of summing are fixed: the same weights give the same score to the last bit.
 */
public final class Scorer {

    /** Images of one chunk, at the most. */
    public static final int CHUNK = 500;

    /** Images that the engine takes at once, so that fewer would not be quicker. */
    private static final int LEAST_CHUNK = 32;

    /** Multiply-adds of a chunk: half a second on one core. */
    private static final long CHUNK_MACS = 20_000_000_000L;

    /**
     * The least probability that is told from 0: softmax rounds what is smaller to 0. An image whose
     * class is given the probability 0 counts with −ln of this, 103.28, less than the truth.
     */
    static final double LEAST_PROBABILITY = Float.MIN_VALUE;

    private final LabelledImages images;
    private final IntUnaryOperator labelOf;
    private final int classes;
    private final int[] counts;
    private final float[] least;
    private final float[] most;
    private final short[] labels;
    private final short[] predictions;
    private final float[] beliefs;
    private long step;
    private double lossSum;
    private int done;
    private int size;

    /** Nothing is scored yet. */
    public Scorer(LabelledImages images, int classes) {
        this(images, classes, images::label);
    }

    /**
     * Nothing is scored yet.
     *
     * @param labelOf what the image of an index is to be taken for, which may not be what it is
     */
    Scorer(LabelledImages images, int classes, IntUnaryOperator labelOf) {
        this.images = images;
        this.labelOf = labelOf;
        this.classes = classes;
        this.counts = new int[classes * classes];
        this.least = new float[classes];
        this.most = new float[classes];
        this.labels = new short[images.size()];
        this.predictions = new short[images.size()];
        this.beliefs = new float[images.size()];
        Arrays.fill(least, Float.POSITIVE_INFINITY);
        Arrays.fill(most, Float.NEGATIVE_INFINITY);
    }

    /** Scores everything at once, on the network's thread. */
    public static Score score(Network network, LabelledImages images) {
        Scorer scorer = new Scorer(images, network.blueprint().classes());
        boolean over = false;
        while (!over) {
            over = scorer.advance(network);
        }
        return scorer.score();
    }

    /** Scores the next chunk, on the network's thread; true when it was the last. */
    public boolean advance(Network network) {
        if (size == 0) {
            size = sizeFor(Census.of(network.blueprint()).macs());
        }
        Batch chunk = chunk(images, done, Math.min(size, images.size() - done));
        Tensor probabilities = network.probabilities(chunk);
        for (int i = 0; i < chunk.size(); i++) {
            count(probabilities, i * classes, done + i, labelOf.applyAsInt(done + i));
        }
        done += chunk.size();
        step = network.step();
        return done == images.size();
    }

    /** Images of a chunk for a network of so many multiply-adds an image. */
    static int sizeFor(long macs) {
        return (int) Math.max(LEAST_CHUNK, Math.min(CHUNK, CHUNK_MACS / Math.max(1, macs)));
    }

    /** Images that were scored so far. */
    public int done() {
        return done;
    }

    /** Mini-batches that the network had learned when it was scored last. */
    public long step() {
        return step;
    }

    /** The score of what was scored so far. */
    public Score score() {
        Confusion confusion = new Confusion(classes, counts);
        double reaction = 0;
        for (int i = 0; i < classes; i++) {
            reaction = Math.max(reaction, (double) most[i] - least[i]);
        }
        Examination examination = new Examination(
                step,
                confusion,
                Arrays.copyOf(labels, done),
                Arrays.copyOf(predictions, done),
                Arrays.copyOf(beliefs, done));
        return new Score(done, lossSum / done, examination.accuracy(), reaction, examination);
    }

    /** {@code size} images, the first of them number {@code from}, as a network takes them. */
    public static Batch chunk(LabelledImages images, int from, int size) {
        float[] values = new float[size * images.shape().size()];
        int[] labels = new int[size];
        for (int i = 0; i < size; i++) {
            images.copyInto(from + i, values, i * images.shape().size());
            labels[i] = images.label(from + i);
        }
        return new Batch(images.shape(), values, labels);
    }

    private void count(Tensor probabilities, int from, int image, int label) {
        int best = 0;
        for (int i = 0; i < classes; i++) {
            float probability = probabilities.flat(from + i);
            best = probability > probabilities.flat(from + best) ? i : best;
            least[i] = Math.min(least[i], probability);
            most[i] = Math.max(most[i], probability);
        }
        counts[label * classes + best]++;
        labels[image] = (short) label;
        predictions[image] = (short) best;
        beliefs[image] = probabilities.flat(from + best);
        // Rounding lets a probability pass 1, and a loss would fall below 0; NaN passes through both bounds.
        lossSum -= Math.log(Math.min(1, Math.max(LEAST_PROBABILITY, probabilities.flat(from + label))));
    }
}
