package org.convscope.frame;

import java.util.Arrays;
import java.util.Objects;

/**
 * What is known of one series at one moment, such as the loss of every step so far. Where y is not
 * finite, the line has a gap.
 */
public final class Curve {

    private final String id;
    private final double[] x;
    private final double[] y;

    private Curve(String id, double[] x, double[] y) {
        this.id = Objects.requireNonNull(id, "id");
        this.x = x;
        this.y = y;
        if (x.length != y.length) {
            throw new IllegalArgumentException(x.length + " x for " + y.length + " y");
        }
        for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(x[i]) || i > 0 && x[i] < x[i - 1]) {
                throw new IllegalArgumentException("x goes back to " + x[i]);
            }
        }
    }

    /** A curve of copies of these; x is finite and never goes back. */
    public static Curve of(String id, double[] x, double[] y) {
        return new Curve(id, x.clone(), y.clone());
    }

    /** Which series it is: {@code loss.train}. */
    public String id() {
        return id;
    }

    /** Number of points, gaps included. */
    public int size() {
        return x.length;
    }

    /** Where a point lies on the axis of steps, images or epochs. */
    public double x(int index) {
        return x[index];
    }

    /** A point's value; not finite in a gap. */
    public double y(int index) {
        return y[index];
    }

    /** Whether there is nothing to draw at a point. */
    public boolean isGap(int index) {
        return !Double.isFinite(y[index]);
    }

    /** The smallest finite y; NaN when there is none. */
    public double low() {
        return Arrays.stream(y).filter(Double::isFinite).min().orElse(Double.NaN);
    }

    /** The largest finite y; NaN when there is none. */
    public double high() {
        return Arrays.stream(y).filter(Double::isFinite).max().orElse(Double.NaN);
    }

    /** Some of its points. */
    Curve only(int[] indices) {
        return new Curve(
                id,
                Arrays.stream(indices).mapToDouble(i -> x[i]).toArray(),
                Arrays.stream(indices).mapToDouble(i -> y[i]).toArray());
    }
}
