package org.convscope.engine.kernel;

import jdk.incubator.vector.FloatVector;

/** Sums of products of two runs of values that lie side by side. */
public final class Dots {

    private static final int LENGTH = Lanes.SPECIES.length();

    private Dots() {}

    /** {@code start + Σ a[fromA + i] · b[fromB + i]} for {@code i} below {@code length}, always added up in the same order. */
    public static float dot(float start, float[] a, int fromA, float[] b, int fromB, int length) {
        FloatVector even = Lanes.all(0);
        FloatVector odd = Lanes.all(0);
        int i = 0;
        for (; i <= length - 2 * LENGTH; i += 2 * LENGTH) {
            even = Lanes.at(a, fromA + i).fma(Lanes.at(b, fromB + i), even);
            odd = Lanes.at(a, fromA + i + LENGTH).fma(Lanes.at(b, fromB + i + LENGTH), odd);
        }
        float sum = start;
        float[] lanes = even.add(odd).toArray();
        for (float lane : lanes) {
            sum += lane;
        }
        for (; i < length; i++) {
            sum = Math.fma(a[fromA + i], b[fromB + i], sum);
        }
        return sum;
    }
}
