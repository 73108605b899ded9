package org.convscope.tensor;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a set of values is like. NaN and infinities are counted and left out of everything else; where
 * no finite value is left, the numbers are 0.
 *
 * @param count how many values, finite or not
 * @param nonFinite how many of them are NaN or infinite
 * @param zeros how many are exactly 0
 * @param min smallest finite value
 * @param max largest finite value
 * @param mean mean of the finite values
 * @param deviation population standard deviation of the finite values
 * @param low 1st percentile of the finite values
 * @param high 99th percentile of the finite values
 * @param histogram counts in {@value #BINS} bins of equal width from {@code min} to {@code max}
 */
public record Stats(
        int count,
        int nonFinite,
        int zeros,
        float min,
        float max,
        float mean,
        float deviation,
        float low,
        float high,
        List<Integer> histogram) {

    /** Bins of {@link #histogram()}. */
    public static final int BINS = 24;

    public Stats {
        histogram = List.copyOf(histogram);
    }

    /** Share of values that are exactly 0, from 0 to 1. */
    public float zeroShare() {
        return count == 0 ? 0 : (float) zeros / count;
    }

    static Stats of(float[] values, int from, int to) {
        float[] finite = new float[to - from];
        int n = 0;
        int zeros = 0;
        double sum = 0;
        for (int i = from; i < to; i++) {
            if (Float.isFinite(values[i])) {
                finite[n++] = values[i];
                sum += values[i];
                zeros += values[i] == 0 ? 1 : 0;
            }
        }
        if (n == 0) {
            return new Stats(to - from, to - from, 0, 0, 0, 0, 0, 0, 0, histogram(finite, 0, 0, 0));
        }
        double mean = sum / n;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            squares += (finite[i] - mean) * (finite[i] - mean);
        }
        Arrays.sort(finite, 0, n);
        float min = finite[0];
        float max = finite[n - 1];
        return new Stats(
                to - from,
                to - from - n,
                zeros,
                min,
                max,
                (float) mean,
                (float) Math.sqrt(squares / n),
                finite[(int) Math.round(0.01 * (n - 1))],
                finite[(int) Math.round(0.99 * (n - 1))],
                histogram(finite, n, min, max));
    }

    private static List<Integer> histogram(float[] values, int n, float min, float max) {
        int[] bins = new int[BINS];
        double width = ((double) max - min) / BINS;
        for (int i = 0; i < n; i++) {
            int bin = width == 0 ? 0 : (int) ((values[i] - min) / width);
            bins[Math.min(bin, BINS - 1)]++;
        }
        return IntStream.of(bins).boxed().toList();
    }
}
