package org.convscope.ui.inspect;

import org.convscope.frame.Mosaic;
import org.convscope.frame.Surface;
import org.convscope.tensor.Cell;

/**
 * The squares of the enlarged picture: the cells of one map, or, where a node has single units, all of
 * its units, about as wide as high.
 *
 * @param mosaic the node's values
 * @param channel the map that is enlarged, or the unit that is chosen
 */
record MapGrid(Mosaic mosaic, int channel) {

    /** Whether the squares are the cells of one map, and not units. */
    boolean isMap() {
        return mosaic.plane(0).height() * mosaic.plane(0).width() > 1;
    }

    /** Squares down. */
    int rows() {
        return isMap() ? mosaic.plane(channel).height() : (mosaic.planes() + columns() - 1) / columns();
    }

    /** Squares across. */
    int columns() {
        return isMap() ? mosaic.plane(channel).width() : (int) Math.ceil(Math.sqrt(mosaic.planes()));
    }

    /** Whether there is a value at a square; the last row of units may end early. */
    boolean has(int row, int column) {
        boolean within = row >= 0 && column >= 0 && row < rows() && column < columns();
        return within && (isMap() || unit(row, column) < mosaic.planes());
    }

    /** The value at a square. */
    float value(int row, int column) {
        return isMap()
                ? mosaic.plane(channel).at(row, column)
                : mosaic.plane(unit(row, column)).at(0, 0);
    }

    /** The unit at a square. */
    int unit(int row, int column) {
        return row * columns() + column;
    }

    /** The square of a unit. */
    Cell square(int unit) {
        return new Cell(unit / columns(), unit % columns());
    }

    /** The colours, row-major, one pixel a square; clear where there is no value. */
    int[] pixels(Surface surface) {
        if (isMap()) {
            return mosaic.pixels(channel, surface);
        }
        int[] pixels = new int[rows() * columns()];
        for (int unit = 0; unit < mosaic.planes(); unit++) {
            pixels[unit] = mosaic.scale(unit).argb(mosaic.plane(unit).at(0, 0), surface);
        }
        return pixels;
    }
}
