package org.convscope.frame;

/**
 * A colour in CIE L*a*b* (1976, white point D65), where equal distances look about equally large.
 *
 * @param lightness from 0 for black to 100 for white
 * @param a from green to red
 * @param b from blue to yellow
 */
record Lab(double lightness, double a, double b) {

    private static final double WHITE_X = 0.95047;
    private static final double WHITE_Z = 1.08883;
    private static final double EDGE = 6.0 / 29;

    /** The colour of an sRGB value; what stands above the lower 24 bits does not matter. */
    static Lab of(int rgb) {
        double red = linear(rgb >> 16 & 0xFF);
        double green = linear(rgb >> 8 & 0xFF);
        double blue = linear(rgb & 0xFF);
        double x = root((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / WHITE_X);
        double y = root(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue);
        double z = root((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / WHITE_Z);
        return new Lab(116 * y - 16, 500 * (x - y), 200 * (y - z));
    }

    /** The colour on the straight way to {@code other}, from 0 for this one to 1 for the other. */
    Lab towards(Lab other, double share) {
        return new Lab(
                lightness + share * (other.lightness - lightness),
                a + share * (other.a - a),
                b + share * (other.b - b));
    }

    /** The nearest opaque sRGB value, 0xFFRRGGBB; what no screen can show is cut off channel by channel. */
    int argb() {
        double y = (lightness + 16) / 116;
        double linearX = WHITE_X * cube(y + a / 500);
        double linearY = cube(y);
        double linearZ = WHITE_Z * cube(y - b / 200);
        int red = channel(3.2404542 * linearX - 1.5371385 * linearY - 0.4985314 * linearZ);
        int green = channel(-0.9692660 * linearX + 1.8760108 * linearY + 0.0415560 * linearZ);
        int blue = channel(0.0556434 * linearX - 0.2040259 * linearY + 1.0572252 * linearZ);
        return 0xFF000000 | red << 16 | green << 8 | blue;
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : StrictMath.pow((c + 0.055) / 1.055, 2.4);
    }

    private static int channel(double linear) {
        double c = linear <= 0.0031308 ? 12.92 * linear : 1.055 * StrictMath.pow(linear, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * Math.min(1, Math.max(0, c)));
    }

    private static double root(double t) {
        return t > EDGE * EDGE * EDGE ? StrictMath.cbrt(t) : t / (3 * EDGE * EDGE) + 4.0 / 29;
    }

    private static double cube(double t) {
        return t > EDGE ? t * t * t : 3 * EDGE * EDGE * (t - 4.0 / 29);
    }
}
