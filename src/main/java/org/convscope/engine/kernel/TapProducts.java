package org.convscope.engine.kernel;

import jdk.incubator.vector.FloatVector;

/**
 * Sums of products over cells and images: {@code sums[j, t] += Σ_p delta[base + j·distance + deltaCells[p]] ·
 * source[tap_t + sourceCells[p]]}, for four channels {@code j} and four taps {@code t}: the gradient of a
 * convolution's weights. A position {@code p} is as many images of one cell as a register holds.
 */
public final class TapProducts {

    /** Channels and taps that are computed at once. */
    public static final int GROUP = 4;

    private static final int LENGTH = Lanes.SPECIES.length();

    private TapProducts() {}

    /** Positions per cell of a block. */
    public static int positionsPerCell() {
        return Lanes.BLOCK / LENGTH;
    }

    /**
     * Adds to sixteen sums, {@code sums[4·j + t]}.
     *
     * @param lanes room for sixteen registers
     */
    public static void sixteen(
            float[] delta,
            int firstDelta,
            int distance,
            int[] deltaCells,
            float[] source,
            int tap0,
            int tap1,
            int tap2,
            int tap3,
            int[] sourceCells,
            float[] lanes,
            float[] sums) {
        accumulate(
                delta,
                firstDelta,
                firstDelta + distance,
                firstDelta + 2 * distance,
                firstDelta + 3 * distance,
                deltaCells,
                source,
                tap0,
                tap1,
                tap2,
                tap3,
                sourceCells,
                lanes);
        for (int sum = 0; sum < GROUP * GROUP; sum++) {
            sums[sum] += added(lanes, sum * LENGTH);
        }
    }

    // Always in this order: a reduction by the vector library may add up as it likes.
    private static float added(float[] lanes, int from) {
        float even = 0;
        float odd = 0;
        for (int lane = 0; lane < LENGTH; lane += 2) {
            even += lanes[from + lane];
            odd += lanes[from + lane + 1];
        }
        return even + odd;
    }

    private static void accumulate(
            float[] delta,
            int delta0,
            int delta1,
            int delta2,
            int delta3,
            int[] deltaCells,
            float[] source,
            int tap0,
            int tap1,
            int tap2,
            int tap3,
            int[] sourceCells,
            float[] lanes) {
        FloatVector s00 = Lanes.all(0);
        FloatVector s01 = Lanes.all(0);
        FloatVector s02 = Lanes.all(0);
        FloatVector s03 = Lanes.all(0);
        FloatVector s10 = Lanes.all(0);
        FloatVector s11 = Lanes.all(0);
        FloatVector s12 = Lanes.all(0);
        FloatVector s13 = Lanes.all(0);
        FloatVector s20 = Lanes.all(0);
        FloatVector s21 = Lanes.all(0);
        FloatVector s22 = Lanes.all(0);
        FloatVector s23 = Lanes.all(0);
        FloatVector s30 = Lanes.all(0);
        FloatVector s31 = Lanes.all(0);
        FloatVector s32 = Lanes.all(0);
        FloatVector s33 = Lanes.all(0);
        for (int position = 0; position < deltaCells.length; position++) {
            int at = sourceCells[position];
            FloatVector x0 = Lanes.at(source, tap0 + at);
            FloatVector x1 = Lanes.at(source, tap1 + at);
            FloatVector x2 = Lanes.at(source, tap2 + at);
            FloatVector x3 = Lanes.at(source, tap3 + at);
            int cell = deltaCells[position];
            FloatVector d0 = Lanes.at(delta, delta0 + cell);
            s00 = d0.fma(x0, s00);
            s01 = d0.fma(x1, s01);
            s02 = d0.fma(x2, s02);
            s03 = d0.fma(x3, s03);
            FloatVector d1 = Lanes.at(delta, delta1 + cell);
            s10 = d1.fma(x0, s10);
            s11 = d1.fma(x1, s11);
            s12 = d1.fma(x2, s12);
            s13 = d1.fma(x3, s13);
            FloatVector d2 = Lanes.at(delta, delta2 + cell);
            s20 = d2.fma(x0, s20);
            s21 = d2.fma(x1, s21);
            s22 = d2.fma(x2, s22);
            s23 = d2.fma(x3, s23);
            FloatVector d3 = Lanes.at(delta, delta3 + cell);
            s30 = d3.fma(x0, s30);
            s31 = d3.fma(x1, s31);
            s32 = d3.fma(x2, s32);
            s33 = d3.fma(x3, s33);
        }
        s00.intoArray(lanes, 0);
        s01.intoArray(lanes, LENGTH);
        s02.intoArray(lanes, 2 * LENGTH);
        s03.intoArray(lanes, 3 * LENGTH);
        s10.intoArray(lanes, 4 * LENGTH);
        s11.intoArray(lanes, 5 * LENGTH);
        s12.intoArray(lanes, 6 * LENGTH);
        s13.intoArray(lanes, 7 * LENGTH);
        s20.intoArray(lanes, 8 * LENGTH);
        s21.intoArray(lanes, 9 * LENGTH);
        s22.intoArray(lanes, 10 * LENGTH);
        s23.intoArray(lanes, 11 * LENGTH);
        s30.intoArray(lanes, 12 * LENGTH);
        s31.intoArray(lanes, 13 * LENGTH);
        s32.intoArray(lanes, 14 * LENGTH);
        s33.intoArray(lanes, 15 * LENGTH);
    }
}
