package org.convscope.frame;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/**
 * How numbers are written, wherever one is shown: the same number always looks the same. Digits and
 * points are those of every language that the program speaks.
 */
public final class Numbers {

    /** No value is known. */
    public static final String UNKNOWN = "–";

    /** Characters of {@link #padded}: as many as the longest {@link #text} of a float has, −1.175e−38. */
    public static final int WIDTH = 10;

    private static final MathContext FOUR_DIGITS = new MathContext(4, RoundingMode.HALF_UP);
    private static final String MINUS = "−";
    // As wide as a digit where digits have one width; never broken into two lines.
    private static final String FIGURE_SPACE = "\u2007";
    private static final String NARROW_SPACE = "\u202F";

    private Numbers() {}

    /**
     * Four significant digits: {@code 0.04321}, {@code 1.207}, {@code −41.60}, {@code 12346}; below 0.001
     * and from 100,000 on {@code 2.700e9}. Exactly zero is {@code 0.000}, and nothing else is.
     */
    public static String text(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        String sign = value < 0 ? MINUS : "";
        if (Double.isInfinite(value)) {
            return sign + "∞";
        }
        if (value == 0) {
            return "0.000";
        }
        BigDecimal size = BigDecimal.valueOf(Math.abs(value));
        BigDecimal rounded = size.round(FOUR_DIGITS);
        int exponent = exponent(rounded);
        if (exponent < -3 || exponent > 4) {
            BigDecimal mantissa = rounded.movePointLeft(exponent).setScale(3, RoundingMode.UNNECESSARY);
            return sign + mantissa.toPlainString() + power(exponent);
        }
        return sign
                + size.setScale(Math.max(0, 3 - exponent), RoundingMode.HALF_UP).toPlainString();
    }

    /** {@link #text}, filled up from the left to {@link #WIDTH}, so that nothing moves when it changes. */
    public static String padded(double value) {
        String text = text(value);
        return FIGURE_SPACE.repeat(Math.max(0, WIDTH - text.length())) + text;
    }

    /**
     * A share from 0 to 1 as {@code 90.5 %}. 0.0 % is none at all and 100.0 % is all of them; what only
     * rounds to either is {@code <0.1 %} or {@code >99.9 %}. NaN is {@link #UNKNOWN}.
     */
    public static String percent(double share) {
        if (Double.isNaN(share)) {
            return UNKNOWN;
        }
        String number = String.format(Locale.ROOT, "%.1f", 100 * share);
        if (number.equals("0.0") && share > 0) {
            number = "<0.1";
        } else if (number.equals("100.0") && share < 1) {
            number = ">99.9";
        }
        return number + NARROW_SPACE + "%";
    }

    /** How many times as much, in three digits or all before the point: {@code 758×}, {@code 2,252×}, {@code 0.0412×}. */
    public static String ratio(double times) {
        if (!Double.isFinite(times)) {
            return UNKNOWN;
        }
        BigDecimal size = BigDecimal.valueOf(times);
        BigDecimal rounded = size.round(new MathContext(3, RoundingMode.HALF_UP));
        return times >= 100 ? count(Math.round(times)) + "×" : (times == 0 ? "0" : rounded.toPlainString()) + "×";
    }

    /** Bytes in units of 1000, as disks and papers count: {@code 246.8 kB}, {@code 187.1 MB}; exact below a thousand. */
    public static String bytes(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        int unit = bytes < 1_000_000 ? 0 : bytes < 1_000_000_000 ? 1 : 2;
        double amount = bytes / Math.pow(1000, unit + 1);
        return String.format(Locale.ROOT, "%.1f ", amount)
                + List.of("kB", "MB", "GB").get(unit);
    }

    /** How many, in groups of three: {@code 61,706}. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace("-", MINUS);
    }

    /** All digits of a number and no more: {@code 0.25}, {@code −3}, {@code 2.5e−7}. */
    static String exact(BigDecimal value, int decimals) {
        String sign = value.signum() < 0 ? MINUS : "";
        BigDecimal size = value.abs();
        int exponent = size.signum() == 0 ? 0 : exponent(size);
        if (decimals <= 5 && exponent < 6) {
            return sign + size.setScale(decimals, RoundingMode.UNNECESSARY).toPlainString();
        }
        if (size.signum() == 0) {
            return "0";
        }
        BigDecimal mantissa = size.movePointLeft(exponent).stripTrailingZeros();
        return sign + mantissa.toPlainString() + power(exponent);
    }

    private static int exponent(BigDecimal size) {
        return size.precision() - size.scale() - 1;
    }

    private static String power(int exponent) {
        return "e" + (exponent < 0 ? MINUS : "") + Math.abs(exponent);
    }
}
