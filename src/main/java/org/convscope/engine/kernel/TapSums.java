package org.convscope.engine.kernel;

import static org.convscope.engine.kernel.Lanes.BLOCK;

import jdk.incubator.vector.FloatVector;

/**
 * Weighted sums over taps: {@code target[j] = start[j] + Σ_t weight[t, j] · source[base + offsets[t]]}, for four
 * neighbouring target channels {@code j} and the 32 images of a block. A tap is one cell that a kernel reads.
 * Forward convolutions, their gradients with respect to the input, and dense layers are all this.
 */
public final class TapSums {

    /** Target channels that are computed at once; weights are packed in groups of so many. */
    public static final int GROUP = 4;

    private static final int LENGTH = Lanes.SPECIES.length();

    private TapSums() {}

    /**
     * Sums for one cell of four target channels.
     *
     * @param weights packed: {@code weights[firstWeight + 4·t + j]}
     * @param starts where the sums begin, {@code starts[firstStart + j]}: biases
     * @param distance from a target channel to the next
     */
    public static void four(
            float[] source,
            int base,
            int[] offsets,
            float[] weights,
            int firstWeight,
            float[] starts,
            int firstStart,
            float[] target,
            int first,
            int distance) {
        for (int lane = 0; lane < BLOCK; lane += 2 * LENGTH) {
            fourOfTwo(
                    source,
                    base + lane,
                    offsets,
                    weights,
                    firstWeight,
                    starts[firstStart],
                    starts[firstStart + 1],
                    starts[firstStart + 2],
                    starts[firstStart + 3],
                    target,
                    first + lane,
                    distance);
        }
    }

    /** The same for two target channels; the weights are packed in groups of four all the same. */
    public static void two(
            float[] source,
            int base,
            int[] offsets,
            float[] weights,
            int firstWeight,
            float[] starts,
            int firstStart,
            float[] target,
            int first,
            int distance) {
        for (int lane = 0; lane < BLOCK; lane += 2 * LENGTH) {
            twoOfTwo(
                    source,
                    base + lane,
                    offsets,
                    weights,
                    firstWeight,
                    starts[firstStart],
                    starts[firstStart + 1],
                    target,
                    first + lane,
                    distance);
        }
    }

    // One flat loop, and sums in local variables: what the compiler keeps in registers.
    private static void fourOfTwo(
            float[] source,
            int base,
            int[] offsets,
            float[] weights,
            int firstWeight,
            float start0,
            float start1,
            float start2,
            float start3,
            float[] target,
            int first,
            int distance) {
        FloatVector a0 = Lanes.all(start0);
        FloatVector b0 = Lanes.all(start0);
        FloatVector a1 = Lanes.all(start1);
        FloatVector b1 = Lanes.all(start1);
        FloatVector a2 = Lanes.all(start2);
        FloatVector b2 = Lanes.all(start2);
        FloatVector a3 = Lanes.all(start3);
        FloatVector b3 = Lanes.all(start3);
        for (int tap = 0; tap < offsets.length; tap++) {
            int at = base + offsets[tap];
            FloatVector a = Lanes.at(source, at);
            FloatVector b = Lanes.at(source, at + LENGTH);
            int weight = firstWeight + GROUP * tap;
            FloatVector w0 = Lanes.all(weights[weight]);
            FloatVector w1 = Lanes.all(weights[weight + 1]);
            FloatVector w2 = Lanes.all(weights[weight + 2]);
            FloatVector w3 = Lanes.all(weights[weight + 3]);
            a0 = a.fma(w0, a0);
            b0 = b.fma(w0, b0);
            a1 = a.fma(w1, a1);
            b1 = b.fma(w1, b1);
            a2 = a.fma(w2, a2);
            b2 = b.fma(w2, b2);
            a3 = a.fma(w3, a3);
            b3 = b.fma(w3, b3);
        }
        a0.intoArray(target, first);
        b0.intoArray(target, first + LENGTH);
        a1.intoArray(target, first + distance);
        b1.intoArray(target, first + distance + LENGTH);
        a2.intoArray(target, first + 2 * distance);
        b2.intoArray(target, first + 2 * distance + LENGTH);
        a3.intoArray(target, first + 3 * distance);
        b3.intoArray(target, first + 3 * distance + LENGTH);
    }

    private static void twoOfTwo(
            float[] source,
            int base,
            int[] offsets,
            float[] weights,
            int firstWeight,
            float start0,
            float start1,
            float[] target,
            int first,
            int distance) {
        FloatVector a0 = Lanes.all(start0);
        FloatVector b0 = Lanes.all(start0);
        FloatVector a1 = Lanes.all(start1);
        FloatVector b1 = Lanes.all(start1);
        for (int tap = 0; tap < offsets.length; tap++) {
            int at = base + offsets[tap];
            FloatVector a = Lanes.at(source, at);
            FloatVector b = Lanes.at(source, at + LENGTH);
            int weight = firstWeight + GROUP * tap;
            FloatVector w0 = Lanes.all(weights[weight]);
            FloatVector w1 = Lanes.all(weights[weight + 1]);
            a0 = a.fma(w0, a0);
            b0 = b.fma(w0, b0);
            a1 = a.fma(w1, a1);
            b1 = b.fma(w1, b1);
        }
        a0.intoArray(target, first);
        b0.intoArray(target, first + LENGTH);
        a1.intoArray(target, first + distance);
        b1.intoArray(target, first + distance + LENGTH);
    }
}
