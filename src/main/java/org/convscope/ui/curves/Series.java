package org.convscope.ui.curves;

import java.util.Arrays;

/**
 * Values over steps, growing at the end. A point at an earlier step, or at the same one, cuts off what
 * came from there on: the training went back.
 */
public final class Series {

    private long[] steps = new long[256];
    private double[] values = new double[256];
    private int size;
    private int cuts;

    /** A point; NaN and infinities are kept, as gaps. */
    public void add(long step, double value) {
        cutFrom(step);
        if (size == steps.length) {
            steps = Arrays.copyOf(steps, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        steps[size] = step;
        values[size++] = value;
    }

    /** Number of points. */
    public int size() {
        return size;
    }

    /** Whether there is no point. */
    public boolean isEmpty() {
        return size == 0;
    }

    /** How often points were cut off, so that whoever has seen this series knows whether it only grew. */
    public int cuts() {
        return cuts;
    }

    /** Step of a point. */
    public long step(int index) {
        return steps[checked(index)];
    }

    /** Value of a point. */
    public double value(int index) {
        return values[checked(index)];
    }

    /** Step of the last point; 0 if there is none. */
    public long lastStep() {
        return isEmpty() ? 0 : steps[size - 1];
    }

    /** Value of the last point; NaN if there is none. */
    public double lastValue() {
        return isEmpty() ? Double.NaN : values[size - 1];
    }

    /** Largest finite value; NaN if there is none. */
    public double max() {
        return Arrays.stream(values, 0, size).filter(Double::isFinite).max().orElse(Double.NaN);
    }

    /** Index of the last point at or before a step; −1 if there is none. */
    public int indexAt(long step) {
        int found = Arrays.binarySearch(steps, 0, size, step);
        return found >= 0 ? found : -found - 2;
    }

    /** Index of the point closest to a step; −1 if there is none. */
    public int indexNear(long step) {
        int before = indexAt(step);
        if (before + 1 >= size) {
            return before;
        }
        return before < 0 || steps[before + 1] - step < step - steps[before] ? before + 1 : before;
    }

    private void cutFrom(long step) {
        if (size > 0 && steps[size - 1] >= step) {
            size = indexAt(step - 1) + 1;
            cuts++;
        }
    }

    private int checked(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("Point " + index + " of " + size);
        }
        return index;
    }
}
