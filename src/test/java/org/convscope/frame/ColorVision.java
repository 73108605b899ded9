package org.convscope.frame;

/** How a colour looks to eyes that lack one kind of cone. */
enum ColorVision {
    NORMAL(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}),
    /** Viénot, Brettel, Mollon: Digital Video Colourmaps for Checking the Legibility of Displays (1999), for sRGB. */
    PROTANOPIA(new double[][] {{0.11238, 0.88762, 0}, {0.11238, 0.88762, 0}, {0.00401, -0.00401, 1}}),
    /** The same source. */
    DEUTERANOPIA(new double[][] {{0.29275, 0.70725, 0}, {0.29275, 0.70725, 0}, {-0.02234, 0.02234, 1}});

    private final double[][] linearMatrix;

    ColorVision(double[][] linearMatrix) {
        this.linearMatrix = linearMatrix;
    }

    /** The sRGB colour that looks to normal eyes as {@code argb} does to these. */
    int see(int argb) {
        double[] linear = {linear(argb >> 16 & 0xFF), linear(argb >> 8 & 0xFF), linear(argb & 0xFF)};
        int seen = 0xFF;
        for (double[] row : linearMatrix) {
            double c = Math.min(1, Math.max(0, row[0] * linear[0] + row[1] * linear[1] + row[2] * linear[2]));
            double channel = c <= 0.0031308 ? 12.92 * c : 1.055 * Math.pow(c, 1 / 2.4) - 0.055;
            seen = seen << 8 | (int) Math.round(255 * channel);
        }
        return seen;
    }

    /** Relative luminance as WCAG 2 defines it, from 0 to 1. */
    static double luminance(int argb) {
        return 0.2126 * linear(argb >> 16 & 0xFF) + 0.7152 * linear(argb >> 8 & 0xFF) + 0.0722 * linear(argb & 0xFF);
    }

    /** How different two colours look: CIE 1976 distance; 2.3 is just noticeable. */
    static double distance(int first, int second) {
        Lab p = Lab.of(first);
        Lab q = Lab.of(second);
        double chroma = Math.hypot(p.a() - q.a(), p.b() - q.b());
        return Math.hypot(p.lightness() - q.lightness(), chroma);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
