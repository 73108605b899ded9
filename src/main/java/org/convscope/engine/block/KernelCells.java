package org.convscope.engine.block;

import org.convscope.blueprint.Axis;
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
                first(window.vertical(), target.height),
                last(window.vertical(), source.height),
                first(window.horizontal(), target.width),
                last(window.horizontal(), source.width));
    }

    int rows() {
        return lastRow - firstRow + 1;
    }

    int columns() {
        return lastColumn - firstColumn + 1;
    }

    private static int first(Axis axis, int outputLength) {
        return Math.max(0, -axis.first(outputLength - 1));
    }

    private static int last(Axis axis, int inputLength) {
        return Math.min(axis.kernelSize() - 1, inputLength - 1 + axis.padding());
    }
}
