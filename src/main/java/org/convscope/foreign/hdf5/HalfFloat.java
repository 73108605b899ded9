package org.convscope.foreign.hdf5;

/** Sixteen bits of IEEE 754: one for the sign, five for the exponent, ten for the fraction. */
public final class HalfFloat {

    private HalfFloat() {}

    /** The value of these bits: {@code 0x3C00} is 1, {@code 0xC000} is −2, {@code 0x0001} is 2⁻²⁴. */
    public static float value(short bits) {
        int exponent = bits >> 10 & 0x1F;
        int fraction = bits & 0x3FF;
        float sign = bits < 0 ? -1 : 1;
        if (exponent == 0) {
            return sign * fraction * 0x1p-24f;
        }
        if (exponent == 0x1F) {
            return fraction == 0 ? sign * Float.POSITIVE_INFINITY : Float.NaN;
        }
        return sign * Math.scalb(1 + fraction * 0x1p-10f, exponent - 15);
    }
}
