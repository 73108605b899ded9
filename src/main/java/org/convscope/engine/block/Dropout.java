package org.convscope.engine.block;

import org.convscope.engine.kernel.Lanes;

/**
 * Sets values to zero at random and divides the others by the share that stays, so that their expectation stays, too.
 * Which ones is drawn from seed, step, block and place alone: the same step always drops the same.
 */
final class Dropout implements Layer {

    /** Increment and multipliers of SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators). */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private static final long FIRST_FACTOR = 0xBF58476D1CE4E5B9L;
    private static final long SECOND_FACTOR = 0x94D049BB133111EBL;

    /** 2⁻⁵³: makes the upper 53 bits a number from 0 up to but not including 1. */
    private static final double UNIT = 0x1p-53;

    private final Maps source;
    private final Maps sourceDeltas;
    private final Maps target;
    private final Maps targetDeltas;
    private final double rate;
    private final long seed;
    private final Maps factors;
    private long stream;

    /** Drops a share {@code rate} of {@code source}; {@code sourceDeltas} is {@code null} where nobody asks for them. */
    Dropout(Maps source, Maps sourceDeltas, Maps target, Maps targetDeltas, double rate, long seed, int blocks) {
        this.source = source;
        this.sourceDeltas = sourceDeltas;
        this.target = target;
        this.targetDeltas = targetDeltas;
        this.rate = rate;
        this.seed = seed;
        this.factors = new Maps(target.channels, target.height, target.width, 0, blocks);
    }

    @Override
    public void prepare(float[] parameters, long step) {
        stream = mixed(seed + GOLDEN * step);
    }

    @Override
    public void forward(int from, int to, int images) {
        for (int block = from; block < to; block++) {
            draw(block);
            multiply(block, source, target);
        }
    }

    @Override
    public void infer(int from, int to) {
        for (int block = from; block < to; block++) {
            for (int channel = 0; channel < target.channels; channel++) {
                for (int row = 0; row < target.height; row++) {
                    target.copyRow(target.at(block, channel, row, 0), source, source.at(block, channel, row, 0));
                }
            }
        }
    }

    @Override
    public void backward(int from, int to, int images) {
        if (sourceDeltas == null) {
            return;
        }
        for (int block = from; block < to; block++) {
            multiply(block, targetDeltas, sourceDeltas);
        }
    }

    private void draw(int block) {
        float kept = (float) (1 / (1 - rate));
        int first = factors.at(block, 0, 0, 0);
        int count = factors.channels * factors.channelDistance;
        for (int i = 0; i < count; i++) {
            stream += GOLDEN;
            factors.values[first + i] = (mixed(stream) >>> 11) * UNIT < rate ? 0 : kept;
        }
    }

    private static long mixed(long bits) {
        long once = (bits ^ bits >>> 30) * FIRST_FACTOR;
        long twice = (once ^ once >>> 27) * SECOND_FACTOR;
        return twice ^ twice >>> 31;
    }

    private void multiply(int block, Maps read, Maps written) {
        int length = factors.width * Lanes.BLOCK;
        for (int channel = 0; channel < factors.channels; channel++) {
            for (int row = 0; row < factors.height; row++) {
                int at = read.at(block, channel, row, 0);
                int to = written.at(block, channel, row, 0);
                int factor = factors.at(block, channel, row, 0);
                for (int i = 0; i < length; i++) {
                    written.values[to + i] = read.values[at + i] * factors.values[factor + i];
                }
            }
        }
    }
}
