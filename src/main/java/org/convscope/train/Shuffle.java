package org.convscope.train;

/**
 * The order of images in an epoch, the same on every machine and in every Java: Fisher and Yates'
 * shuffle, fed by SplitMix64 (Steele, Lea and Flood, 2014).
 */
final class Shuffle {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    Shuffle(long state) {
        this.state = state;
    }

    /**
     * The numbers from 0 to {@code count} - 1 in the order of an epoch, from 0. Every epoch has a
     * generator of its own, so that any of them can be had without those before.
     */
    static int[] order(int count, long seed, long epoch) {
        Shuffle shuffle = new Shuffle(mix(seed) + mix(~epoch));
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int place = shuffle.below(i + 1);
            order[i] = order[place];
            order[place] = i;
        }
        return order;
    }

    long next() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    // The product's upper half; one number is favoured over another by bound / 2^32 at the most.
    private int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
