package org.convscope.engine.kernel;

import jdk.incubator.vector.FloatVector;

/**
 * Local response normalisation, {@code y = x·s^−β} with {@code s = k + α·Σ x²} over neighbouring maps, and its way back.
 * A run is {@code length} values of one map that lie side by side, a multiple of 32.
 */
public final class Neighbours {

    private static final int LENGTH = Lanes.SPECIES.length();

    /** The exponent of the paper, for which two square roots do. */
    private static final double THREE_QUARTERS = 0.75;

    private Neighbours() {}

    /** Adds {@code factor·value²} to every sum. */
    public static void addSquares(float[] values, int from, int length, float factor, float[] sums, int first) {
        for (int i = 0; i < length; i += LENGTH) {
            FloatVector value = Lanes.at(values, from + i);
            value.mul(factor).fma(value, Lanes.at(sums, first + i)).intoArray(sums, first + i);
        }
    }

    /** Writes s^−β over every s. */
    public static void divisors(float[] sums, int from, int length, double beta) {
        if (beta == THREE_QUARTERS) {
            for (int i = from; i < from + length; i += LENGTH) {
                FloatVector root = Lanes.at(sums, i).sqrt();
                Lanes.all(1).div(root.mul(root.sqrt())).intoArray(sums, i);
            }
        } else {
            for (int i = from; i < from + length; i++) {
                sums[i] = (float) Math.pow(sums[i], -beta);
            }
        }
    }

    /** target = a·b. */
    public static void multiply(float[] a, int fromA, float[] b, int fromB, int length, float[] target, int first) {
        for (int i = 0; i < length; i += LENGTH) {
            Lanes.at(a, fromA + i).mul(Lanes.at(b, fromB + i)).intoArray(target, first + i);
        }
    }

    /** target = a·b·c / s: what each map tells its neighbours on the way back. */
    public static void tell(
            float[] a,
            int fromA,
            float[] b,
            int fromB,
            float[] c,
            int fromC,
            float[] s,
            int fromS,
            int length,
            float[] target,
            int first) {
        for (int i = 0; i < length; i += LENGTH) {
            Lanes.at(a, fromA + i)
                    .mul(Lanes.at(b, fromB + i))
                    .mul(Lanes.at(c, fromC + i))
                    .div(Lanes.at(s, fromS + i))
                    .intoArray(target, first + i);
        }
    }

    /** Takes {@code factor·value·told} away from every target. */
    public static void takeAway(
            float[] values, int from, float[] told, int fromTold, int length, float factor, float[] target, int first) {
        for (int i = 0; i < length; i += LENGTH) {
            Lanes.at(values, from + i)
                    .mul(-factor)
                    .fma(Lanes.at(told, fromTold + i), Lanes.at(target, first + i))
                    .intoArray(target, first + i);
        }
    }
}
