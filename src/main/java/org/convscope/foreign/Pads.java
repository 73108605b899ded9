package org.convscope.foreign;

/**
 * Cells around a map that a window may reach into.
 *
 * @param top rows above
 * @param bottom rows below
 * @param left columns before
 * @param right columns behind
 */
record Pads(int top, int bottom, int left, int right) {

    static final Pads NONE = new Pads(0, 0, 0, 0);

    /** So many on each side. */
    static Pads around(int rows, int columns) {
        return new Pads(rows, rows, columns, columns);
    }

    /**
     * What TensorFlow and DL4J call <em>same</em>: {@code ceil(length / stride)} cells come out, and where the cells
     * around cannot be halved, the odd one stands behind.
     */
    static Pads same(int height, int width, int kernelHeight, int kernelWidth, int strideDown, int strideAcross) {
        int down = total(height, kernelHeight, strideDown);
        int across = total(width, kernelWidth, strideAcross);
        return new Pads(down / 2, down - down / 2, across / 2, across - across / 2);
    }

    /** Both, one around the other. */
    Pads plus(Pads other) {
        return new Pads(top + other.top, bottom + other.bottom, left + other.left, right + other.right);
    }

    boolean isNone() {
        return equals(NONE);
    }

    /** As a person reads it: {@code 0 above, 1 below, 0 before, 1 behind}. */
    @Override
    public String toString() {
        return top + " above, " + bottom + " below, " + left + " before, " + right + " behind";
    }

    private static int total(int length, int kernel, int stride) {
        int out = (length + stride - 1) / stride;
        return Math.max(0, (out - 1) * stride + kernel - length);
    }
}
