package org.convscope.data;

/**
 * Area averaging along one axis: the cell of a small picture is the mean of what it covers of the large
 * one, pixels that it covers in part counting in part. Of a smaller picture it repeats the pixels.
 */
final class AreaAxis {

    private final int[] first;
    private final double[][] weights;

    /** Divides {@code span} pixels, from {@code start} on, of an axis of {@code pixels} among {@code cells}. */
    private AreaAxis(int pixels, double start, double span, int cells) {
        first = new int[cells];
        weights = new double[cells][];
        for (int cell = 0; cell < cells; cell++) {
            double from = start + cell * span / cells;
            double to = start + (cell + 1) * span / cells;
            // Rounding may put an end a hair outside the picture.
            first[cell] = Math.min(Math.max((int) Math.floor(from), 0), pixels - 1);
            int end = Math.min(Math.max((int) Math.ceil(to), first[cell] + 1), pixels);
            weights[cell] = weights(first[cell], end, from, to);
        }
    }

    /** All pixels of an axis onto all cells. */
    static AreaAxis whole(int pixels, int cells) {
        return new AreaAxis(pixels, 0, pixels, cells);
    }

    /** The middle {@code span} of the pixels onto all cells. */
    static AreaAxis middle(int pixels, double span, int cells) {
        return new AreaAxis(pixels, (pixels - span) / 2, span, cells);
    }

    /** Number of cells. */
    int cells() {
        return first.length;
    }

    /** The first pixel that a cell covers. */
    int first(int cell) {
        return first[cell];
    }

    /** How many pixels a cell covers, wholly or in part. */
    int length(int cell) {
        return weights[cell].length;
    }

    /** Share of a cell, from 0 to 1, that its {@code i}th pixel fills; the shares of a cell add up to 1. */
    double weight(int cell, int i) {
        return weights[cell][i];
    }

    /** Whether every cell is one pixel, wholly. */
    boolean isWhole() {
        for (double[] shares : weights) {
            if (shares.length != 1) {
                return false;
            }
        }
        return true;
    }

    /** The mean of every cell of the pixels that begin at {@code start}. */
    double[] means(float[] pixels, int start) {
        double[] means = new double[first.length];
        for (int cell = 0; cell < first.length; cell++) {
            double[] shares = weights[cell];
            double sum = 0;
            for (int i = 0; i < shares.length; i++) {
                sum += shares[i] * pixels[start + first[cell] + i];
            }
            means[cell] = sum;
        }
        return means;
    }

    /** Adds the mean of every cell, times {@code weight}, to {@code means}. */
    void addMeans(float[] pixels, double weight, double[] means) {
        for (int cell = 0; cell < first.length; cell++) {
            double sum = 0;
            for (int i = 0; i < weights[cell].length; i++) {
                sum += weights[cell][i] * pixels[first[cell] + i];
            }
            means[cell] += weight * sum;
        }
    }

    private static double[] weights(int first, int end, double from, double to) {
        double[] shares = new double[end - first];
        double total = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = Math.max(0, Math.min(to, first + i + 1) - Math.max(from, first + i));
            total += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= total;
        }
        return shares;
    }
}
