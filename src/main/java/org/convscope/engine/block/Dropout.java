package org.convscope.engine.block;

import java.util.OptionalDouble;
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

    /** The same of 32 bits, with the last mixing of MurmurHash3 (Appleby): what eight or sixteen lanes do at once. */
    private static final int SMALL_GOLDEN = 0x9E3779B9;

    private static final int SMALL_FIRST_FACTOR = 0x85EBCA6B;
    private static final int SMALL_SECOND_FACTOR = 0xC2B2AE35;

    /** A draw has so many values. */
    private static final int DRAWS = 1 << 24;

    private final Maps source;
    private final Maps sourceDeltas;
    private final Maps target;
    private final Maps targetDeltas;
    private final double drawn;
    private final long seed;
    private final Maps factors;
    private double rate;
    private long stream;

    /** Drops a share {@code rate} of {@code source}; {@code sourceDeltas} is {@code null} where nobody asks for them. */
    Dropout(Maps source, Maps sourceDeltas, Maps target, Maps targetDeltas, double rate, long seed, int blocks) {
        this.source = source;
        this.sourceDeltas = sourceDeltas;
        this.target = target;
        this.targetDeltas = targetDeltas;
        this.drawn = rate;
        this.rate = rate;
        this.seed = seed;
        this.factors = new Maps(target.channels, target.height, target.width, Maps.Frame.NONE, blocks);
    }

    /** Drops another share from now on; empty for what it was drawn with. */
    void drop(OptionalDouble share) {
        rate = share.orElse(drawn);
    }

    @Override
    public void prepare(float[] parameters, long step, int firstBlock) {
        stream = mixed(seed + GOLDEN * step) + GOLDEN * firstBlock;
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
        stream += GOLDEN;
        int seedOfBlock = (int) mixed(stream);
        int dropped = (int) Math.round(rate * DRAWS);
        float kept = (float) (1 / (1 - rate));
        int first = factors.at(block, 0, 0, 0);
        int count = factors.channels * factors.channelDistance;
        float[] values = factors.values;
        for (int i = 0; i < count; i++) {
            int bits = seedOfBlock + i * SMALL_GOLDEN;
            bits = (bits ^ bits >>> 16) * SMALL_FIRST_FACTOR;
            bits = (bits ^ bits >>> 13) * SMALL_SECOND_FACTOR;
            int draw = (bits ^ bits >>> 16) >>> 8;
            // The sign says whether it is dropped, without a branch.
            values[first + i] = kept * (1 + (draw - dropped >> 31));
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
