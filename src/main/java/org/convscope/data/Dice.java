package org.convscope.data;

/**
 * Numbers by chance, the same on every machine and in every Java: SplitMix64 (Steele, Lea and Flood, 2014) in
 * integer arithmetic.
 */
public final class Dice {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1p-53;
    /** A sum of four uniform numbers has a variance of a third. */
    private static final double SQUARE_ROOT_OF_3 = 1.7320508075688772;

    private long state;

    /** Begins with a seed; equal seeds throw equal numbers. */
    public Dice(long seed) {
        this.state = seed;
    }

    /** One seed of several numbers, in which every one of them and their order count. */
    public static long seed(long first, long second, long third) {
        return mix(mix(mix(first) + GOLDEN_GAMMA + second) + GOLDEN_GAMMA + third);
    }

    /** Any 64 bits. */
    public long next() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** A whole number from 0 to below {@code bound}; one is favoured by {@code bound / 2^32} at the most. */
    public int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** A whole number from {@code least} to {@code most}, both included. */
    public int between(int least, int most) {
        return least + below(most - least + 1);
    }

    /** A number from 0 to below 1. */
    public double fraction() {
        return (next() >>> 11) * UNIT;
    }

    /** Nearly normal, mean 0, deviation 1, never beyond 3.47: four uniform numbers added up. */
    public double normal() {
        long bits = next();
        long sum = (bits & 0xFFFF) + (bits >>> 16 & 0xFFFF) + (bits >>> 32 & 0xFFFF) + (bits >>> 48);
        // The mean of a sum of four is 2·65535.
        return (sum - 131_070) / 65_536.0 * SQUARE_ROOT_OF_3;
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
