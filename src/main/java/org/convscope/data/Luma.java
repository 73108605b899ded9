package org.convscope.data;

/** How bright a colour is to an eye: the luma of ITU-R BT.601. */
final class Luma {

    // In thousandths, so that equal red, green and blue give exactly themselves.
    private static final int RED = 299;
    private static final int GREEN = 587;
    private static final int BLUE = 114;

    private Luma() {}

    /** Brightness of a colour, on the scale of its parts. */
    static float of(double red, double green, double blue) {
        return (float) ((RED * red + GREEN * green + BLUE * blue) / 1000);
    }
}
