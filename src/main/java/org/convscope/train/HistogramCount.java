package org.convscope.train;

import org.convscope.tensor.Histogram;
import org.convscope.tensor.Tensor;

/**
 * Counts values into a {@link Histogram} as they come, a tensor at a time: where they leave the range, bins grow
 * together two by two. What is no finite number is left out.
 */
final class HistogramCount {

    /** Narrower bins would tell numbers apart that differ by rounding: by so many powers of two below the largest. */
    private static final int FINE = 20;

    /** Where all values are 0, a bin is a millionth of a millionth wide. */
    private static final int NARROWEST = -40;

    private int exponent;
    private long first;
    private long last = -1;
    private long[] counts = new long[0];

    /** Counts all values of a tensor. */
    void add(Tensor values) {
        add(values, 1);
    }

    /** Counts one of every so many values of a tensor, the first included. */
    void add(Tensor values, int every) {
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < values.size(); i += every) {
            float value = values.flat(i);
            // False for what is no number, too.
            if (Math.abs(value) <= Float.MAX_VALUE) {
                min = Math.min(min, value);
                max = Math.max(max, value);
            }
        }
        if (min <= max) {
            makeRoom(min, max);
            count(values, every);
        }
    }

    /** What was counted so far. */
    Histogram histogram() {
        return counts.length == 0 ? Histogram.NONE : Histogram.of(exponent, first, counts);
    }

    private void makeRoom(float min, float max) {
        int wanted = Math.max(NARROWEST, Math.getExponent(Math.max(Math.abs(min), Math.abs(max))) - FINE);
        int wider = counts.length == 0 ? wanted : Math.max(exponent, wanted);
        long low = lowest(min, wider);
        long high = highest(max, wider);
        while (high - low >= Histogram.MOST_BINS) {
            wider++;
            low = lowest(min, wider);
            high = highest(max, wider);
        }
        long[] wide = new long[(int) (high - low + 1)];
        for (int bin = 0; bin < counts.length; bin++) {
            wide[(int) (coarser(first + bin, wider) - low)] += counts[bin];
        }
        exponent = wider;
        first = low;
        last = high;
        counts = wide;
    }

    private long lowest(float min, int wider) {
        long of = bin(min, Math.scalb(1.0, -wider));
        return counts.length == 0 ? of : Math.min(of, coarser(first, wider));
    }

    private long highest(float max, int wider) {
        long of = bin(max, Math.scalb(1.0, -wider));
        return counts.length == 0 ? of : Math.max(of, coarser(last, wider));
    }

    /** The number of a bin among wider ones. */
    private long coarser(long bin, int wider) {
        return bin >> Math.min(Long.SIZE - 1, wider - exponent);
    }

    private void count(Tensor values, int every) {
        double scale = Math.scalb(1.0, -exponent);
        for (int i = 0; i < values.size(); i += every) {
            float value = values.flat(i);
            if (Math.abs(value) <= Float.MAX_VALUE) {
                counts[(int) (bin(value, scale) - first)]++;
            }
        }
    }

    private static long bin(float value, double scale) {
        double place = value * scale;
        long whole = (long) place;
        // Towards minus infinity, and quicker than Math.floor.
        return place < whole ? whole - 1 : whole;
    }
}
