package org.convscope.tensor;

import java.util.Arrays;

/**
 * How often which values occur. The width of a bin is a power of two, and every edge is a whole multiple of it, so
 * that histograms of different moments share their edges however their ranges move. A share is kept in twelve bits,
 * by its square root: to 0.05 % of all values where it is large, to one in 17 million where it is small; a bin that
 * holds anything is never empty.
 */
public final class Histogram {

    /** Bins, at the most. */
    public static final int MOST_BINS = 64;

    /** Of no values at all. */
    public static final Histogram NONE = new Histogram(0, 0, new char[0]);

    private static final int TOP = 4095;
    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private final int exponent;
    private final long first;
    private final char[] roots;

    private Histogram(int exponent, long first, char[] roots) {
        this.exponent = exponent;
        this.first = first;
        this.roots = roots;
    }

    /** Of these counts, in bins of the width {@code 2^exponent}, the first beginning at {@code first} times that. */
    public static Histogram of(int exponent, long first, long... counts) {
        double all = Arrays.stream(counts).sum();
        char[] roots = new char[counts.length];
        for (int bin = 0; bin < counts.length; bin++) {
            int root = (int) Math.round(TOP * Math.sqrt(counts[bin] / all));
            roots[bin] = (char) (counts[bin] == 0 ? 0 : Math.max(1, root));
        }
        return new Histogram(exponent, first, roots);
    }

    /** Number of bins; 0 if there were no values. */
    public int bins() {
        return roots.length;
    }

    /** Width of every bin. */
    public double width() {
        return Math.scalb(1.0, exponent);
    }

    /** Lower edge of a bin; that of bin number {@link #bins()} is the upper edge of the last. */
    public double edge(int bin) {
        return Math.scalb((double) (first + bin), exponent);
    }

    /** Share of the values that lie in a bin, from 0 to 1. */
    public double share(int bin) {
        double root = (double) roots[bin] / TOP;
        return root * root;
    }

    /** One line without a comma, which {@link #parse} reads: width, place, and two letters a bin. */
    public String text() {
        StringBuilder text =
                new StringBuilder().append(exponent).append(' ').append(first).append(' ');
        for (char root : roots) {
            text.append(DIGITS.charAt(root / 64)).append(DIGITS.charAt(root % 64));
        }
        return text.toString();
    }

    /** What {@link #text} wrote; an {@link IllegalArgumentException} if it is something else. */
    public static Histogram parse(String text) {
        String[] parts = text.split(" ", -1);
        if (parts.length != 3 || parts[2].length() % 2 != 0 || parts[2].length() > 2 * MOST_BINS) {
            throw new IllegalArgumentException("No histogram: " + text);
        }
        char[] roots = new char[parts[2].length() / 2];
        for (int bin = 0; bin < roots.length; bin++) {
            int high = DIGITS.indexOf(parts[2].charAt(2 * bin));
            int low = DIGITS.indexOf(parts[2].charAt(2 * bin + 1));
            if (high < 0 || low < 0) {
                throw new IllegalArgumentException("No histogram: " + text);
            }
            roots[bin] = (char) (64 * high + low);
        }
        return new Histogram(Integer.parseInt(parts[0]), Long.parseLong(parts[1]), roots);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Histogram same
                && exponent == same.exponent
                && first == same.first
                && Arrays.equals(roots, same.roots);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * exponent + Long.hashCode(first)) + Arrays.hashCode(roots);
    }

    @Override
    public String toString() {
        return bins() == 0 ? "Histogram[]" : "Histogram[" + edge(0) + " to " + edge(bins()) + "]";
    }
}
