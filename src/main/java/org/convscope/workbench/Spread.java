package org.convscope.workbench;

import java.util.stream.DoubleStream;

/**
 * What a number was from round to round.
 *
 * @param median the one in the middle, or the mean of the two there
 * @param least the smallest
 * @param most the largest
 */
public record Spread(double median, double least, double most) {

    /** The spread of at least one number. */
    public static Spread of(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("Nothing was measured");
        }
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }
}
