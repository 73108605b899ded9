package org.convscope.blueprint;

/**
 * The rectangle that slides over a map; nearly always a square.
 *
 * @param vertical its height, and how it moves from row to row
 * @param horizontal its width, and how it moves from column to column
 */
public record Window(Axis vertical, Axis horizontal) {

    /** One cell at a time. */
    public static final Window CELL = new Window(1, 1, 0);

    /** A square that moves alike in both directions. */
    public Window(int kernelSize, int stride, int padding) {
        this(new Axis(kernelSize, stride, padding), new Axis(kernelSize, stride, padding));
    }

    /** One row high: what slides along a series, whose maps are a single row. */
    public static Window row(int kernelSize, int stride, int padding) {
        return new Window(Axis.CELL, new Axis(kernelSize, stride, padding));
    }

    /** Rows of the kernel. */
    public int height() {
        return vertical.kernelSize();
    }

    /** Columns of the kernel. */
    public int width() {
        return horizontal.kernelSize();
    }

    /** Cells of the kernel. */
    public int area() {
        return height() * width();
    }

    /** Side of a square; of a rectangle the longer one. */
    public int kernelSize() {
        return Math.max(height(), width());
    }
}
