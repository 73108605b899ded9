package org.convscope.tensor;

import java.util.Arrays;

/** Float values with a shape, row-major. Copies in, read-only out: it never changes. */
public final class Tensor {

    private final Shape shape;
    private final float[] values;

    private Tensor(Shape shape, float[] values) {
        if (values.length != shape.size()) {
            throw new IllegalArgumentException(values.length + " values do not fill " + shape);
        }
        this.shape = shape;
        this.values = values;
    }

    /** A tensor of a copy of these values, row-major. */
    public static Tensor of(Shape shape, float... values) {
        return new Tensor(shape, values.clone());
    }

    /** A tensor of a copy of a stretch of {@code values} that starts at {@code offset}. */
    public static Tensor of(Shape shape, float[] values, int offset) {
        return new Tensor(shape, Arrays.copyOfRange(values, offset, offset + shape.size()));
    }

    /** The lengths of the axes. */
    public Shape shape() {
        return shape;
    }

    /** Number of values. */
    public int size() {
        return values.length;
    }

    /** The value at a row-major position. */
    public float flat(int position) {
        return values[position];
    }

    /** The value at one index per axis. */
    public float at(int... indices) {
        if (indices.length != shape.rank()) {
            throw new IndexOutOfBoundsException(Arrays.toString(indices) + " does not point into " + shape);
        }
        int position = 0;
        for (int axis = 0; axis < indices.length; axis++) {
            if (indices[axis] < 0 || indices[axis] >= shape.length(axis)) {
                throw new IndexOutOfBoundsException(Arrays.toString(indices) + " does not point into " + shape);
            }
            position = position * shape.length(axis) + indices[axis];
        }
        return values[position];
    }

    /**
     * One {@code [H, W]} slice of a {@code [C, H, W]}; of a vector, one unit as a 1×1 slice; of {@code
     * [out, in, H, W]} kernels, slice {@code out * in + …}: the index runs over all leading axes.
     */
    public Plane plane(int index) {
        return new Plane(this, index, shape.height(), shape.width());
    }

    /** A copy of what stands at one index of the outermost axis: one image of a batch, one filter of a layer. */
    public Tensor slice(int index) {
        if (shape.rank() < 2 || index < 0 || index >= shape.length(0)) {
            throw new IndexOutOfBoundsException("Slice " + index + " of " + shape);
        }
        int[] lengths = shape.toArray();
        Shape inner = Shape.of(Arrays.copyOfRange(lengths, 1, lengths.length));
        return Tensor.of(inner, values, index * inner.size());
    }

    /** How many planes there are: the product of all axes but height and width. */
    public int planes() {
        return values.length / (shape.height() * shape.width());
    }

    /** A copy of the values, row-major. */
    public float[] toArray() {
        return values.clone();
    }

    /** Copies all values, row-major, into {@code target} from {@code offset} on. */
    public void copyInto(float[] target, int offset) {
        System.arraycopy(values, 0, target, offset, values.length);
    }

    /** The same values seen as another shape of the same size. */
    public Tensor reshaped(Shape other) {
        return new Tensor(other, values);
    }

    /** Root mean square of the values. */
    public double rms() {
        double squares = 0;
        for (float value : values) {
            squares += (double) value * value;
        }
        return Math.sqrt(squares / values.length);
    }

    /** What the values are like, as a whole. */
    public Stats stats() {
        return Stats.of(values, 0, values.length);
    }

    Stats stats(int from, int to) {
        return Stats.of(values, from, to);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tensor tensor && shape.equals(tensor.shape) && Arrays.equals(values, tensor.values);
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Tensor[" + shape + "]";
    }
}
