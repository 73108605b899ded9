package org.convscope.engine.block;

import org.convscope.blueprint.Window;

/**
 * The part of a convolution's kernel that reads cells of the map at all. On a map of one cell, a 3×3 kernel with a
 * padding of 1 has one such cell: the other eight never read anything but zeros, and their gradients are zero.
 *
 * @param firstRow first row of the kernel that does
 * @param lastRow last row
 * @param firstColumn first column
 * @param lastColumn last column
 */
record KernelCells(int firstRow, int lastRow, int firstColumn, int lastColumn) {

    static KernelCells of(Window window, Maps source, Maps target) {
        return new KernelCells(
                first(window, target.height),
                last(window, source.height),
                first(window, target.width),
                last(window, source.width));
    }

    int rows() {
        return lastRow - firstRow + 1;
    }

    int columns() {
        return lastColumn - firstColumn + 1;
    }

    private static int first(Window window, int outputLength) {
        return Math.max(0, window.padding() - (outputLength - 1) * window.stride());
    }

    private static int last(Window window, int inputLength) {
        return Math.min(window.kernelSize() - 1, inputLength - 1 + window.padding());
    }
}
