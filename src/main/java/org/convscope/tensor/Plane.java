package org.convscope.tensor;

/** One H×W slice of a tensor, for example one feature map: a view, not a copy. */
public final class Plane {

    private final Tensor tensor;
    private final int offset;
    private final int height;
    private final int width;

    Plane(Tensor tensor, int index, int height, int width) {
        if (index < 0 || index >= tensor.planes()) {
            throw new IndexOutOfBoundsException("Plane " + index + " of " + tensor.planes());
        }
        this.tensor = tensor;
        this.offset = index * height * width;
        this.height = height;
        this.width = width;
    }

    /** Number of rows. */
    public int height() {
        return height;
    }

    /** Number of columns. */
    public int width() {
        return width;
    }

    /** The value in a row and a column, both from 0. */
    public float at(int row, int column) {
        if (row < 0 || row >= height || column < 0 || column >= width) {
            throw new IndexOutOfBoundsException("(" + row + ", " + column + ") in " + height + "×" + width);
        }
        return tensor.flat(offset + row * width + column);
    }

    /** What the values of this slice are like. */
    public Stats stats() {
        return tensor.stats(offset, offset + height * width);
    }

    /** A copy of the slice as a tensor of its own, {@code [H, W]}. */
    public Tensor toTensor() {
        float[] copy = new float[height * width];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = tensor.flat(offset + i);
        }
        return Tensor.of(Shape.of(height, width), copy);
    }
}
