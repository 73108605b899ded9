package org.convscope.tensor;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The lengths of an array's axes, outermost first: {@code [C, H, W]} for one image. */
public final class Shape {

    private final int[] lengths;

    private Shape(int[] lengths) {
        this.lengths = lengths;
    }

    /** A shape of these axis lengths, each at least 1. */
    public static Shape of(int... lengths) {
        long size = 1;
        for (int length : lengths) {
            if (length < 1) {
                throw new IllegalArgumentException("An axis is at least 1 long: " + Arrays.toString(lengths));
            }
            size *= length;
            if (size > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("More values than an array holds: " + Arrays.toString(lengths));
            }
        }
        return new Shape(lengths.clone());
    }

    /** Number of axes. */
    public int rank() {
        return lengths.length;
    }

    /** Length of an axis, counted from the outermost. */
    public int length(int axis) {
        return lengths[axis];
    }

    /** Number of values: the product of all lengths. */
    public int size() {
        int size = 1;
        for (int length : lengths) {
            size *= length;
        }
        return size;
    }

    /** Whether this is {@code [C, H, W]}, the shape of an image and of a stack of feature maps. */
    public boolean isMaps() {
        return lengths.length == 3;
    }

    /** Feature maps of a {@code [C, H, W]}, units of a {@code [units]}. */
    public int channels() {
        return lengths[0];
    }

    /** Rows of a {@code [C, H, W]} or {@code [H, W]}; 1 for a vector. */
    public int height() {
        return lengths.length < 2 ? 1 : lengths[lengths.length - 2];
    }

    /** Columns of a {@code [C, H, W]} or {@code [H, W]}; 1 for a vector, whose units are channels. */
    public int width() {
        return lengths.length < 2 ? 1 : lengths[lengths.length - 1];
    }

    /** A copy of the lengths. */
    public int[] toArray() {
        return lengths.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shape shape && Arrays.equals(lengths, shape.lengths);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(lengths);
    }

    /** As the field writes it: {@code 6×28×28}. */
    @Override
    public String toString() {
        return Arrays.stream(lengths).mapToObj(Integer::toString).collect(Collectors.joining("×"));
    }
}
