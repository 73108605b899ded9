package org.convscope.ui.curves;

import org.convscope.frame.Ticks;

/**
 * What an axis reaches over.
 *
 * @param low value at its beginning; above 0 if it is logarithmic
 * @param high value at its end, above {@code low}
 * @param isLog whether equal ratios are equally far apart, not equal differences
 */
public record Axis(double low, double high, boolean isLog) {

    /** Ends of axes, times a power of ten: a longer axis is at least a fifth longer, so it is seen to change. */
    private static final double[] ROUND = {1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10};

    public Axis {
        if (!(low < high) || isLog && low <= 0) {
            throw new IllegalArgumentException("No axis from " + low + " to " + high);
        }
    }

    /** From zero to the next round number above a value. */
    static Axis fromZero(double high) {
        return new Axis(0, roundUp(high > 0 && Double.isFinite(high) ? high : 1), false);
    }

    /** Over all of some values with a little room, or from a half to the double of a single one. */
    static Axis around(double low, double high) {
        double room = high > low ? 0.06 * (high - low) : Math.max(1e-12, Math.abs(high) / 2);
        return new Axis(low - room, high + room, false);
    }

    /** Between two places, or a length of 1 where they are the same: time may not have passed, or not be known. */
    static Axis between(double low, double high) {
        return new Axis(low, high > low ? high : low + 1, false);
    }

    /** Over whole decades around some values above 0, or one around 1 where there are none. */
    static Axis decades(double low, double high) {
        if (!(low > 0) || !Double.isFinite(high)) {
            return new Axis(0.1, 1, true);
        }
        double bottom = Math.pow(10, Math.floor(Math.log10(low) + 1e-9));
        double top = Math.pow(10, Math.ceil(Math.log10(high) - 1e-9));
        return new Axis(bottom, top > bottom ? top : 10 * bottom, true);
    }

    /** The next round number that is no smaller; to be asked of what is above 0. */
    static double roundUp(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        for (double mantissa : ROUND) {
            if (mantissa * power >= value) {
                return mantissa * power;
            }
        }
        return value;
    }

    /** Where a value lies, from 0 to 1 within the axis; what has no logarithm lies far before it. */
    double share(double value) {
        if (!isLog) {
            return (value - low) / (high - low);
        }
        return value > 0 ? Math.log(value / low) / Math.log(high / low) : -1e6;
    }

    /** The value that lies there. */
    double value(double share) {
        return isLog ? low * Math.pow(high / low, share) : low + share * (high - low);
    }

    /** Whether a value lies within it. */
    boolean has(double value) {
        return value >= low && value <= high;
    }

    /** Its marks, as many as fit. */
    Ticks ticks(int most) {
        return isLog ? Ticks.logarithmic(low, high, most) : Ticks.linear(low, high, most);
    }
}
