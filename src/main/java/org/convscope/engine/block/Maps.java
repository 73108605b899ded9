package org.convscope.engine.block;

import org.convscope.engine.kernel.Lanes;
import org.convscope.engine.kernel.TapSums;

/**
 * The maps of one node for some blocks of images. Each map has a frame of zeros as wide as its readers reach beyond
 * its edge, so that no reader asks where the edge is; channels are filled up to a multiple of four.
 */
final class Maps {

    final int channels;
    final int height;
    final int width;
    final int rowDistance;
    final int channelDistance;
    final int blockDistance;
    final float[] values;
    private final Frame frame;

    /** How many cells of zeros there are above and below, and on either side. */
    record Frame(int rows, int columns) {

        static final Frame NONE = new Frame(0, 0);

        /** As wide as the wider one in both directions. */
        Frame around(Frame other) {
            return new Frame(Math.max(rows, other.rows), Math.max(columns, other.columns));
        }
    }

    Maps(int channels, int height, int width, Frame frame, int blocks) {
        this.channels = channels;
        this.height = height;
        this.width = width;
        this.frame = frame;
        this.rowDistance = (width + 2 * frame.columns) * Lanes.BLOCK;
        this.channelDistance = (height + 2 * frame.rows) * rowDistance;
        this.blockDistance = Math.toIntExact(floats(channels, height, width, frame));
        this.values = new float[Math.multiplyExact(blocks, blockDistance)];
    }

    /** What one block takes. Four channels more: as a flat vector, they are filled up once again. */
    static long floats(int channels, int height, int width, Frame frame) {
        long cells = (long) (height + 2 * frame.rows) * (width + 2 * frame.columns);
        return (filledUp(channels) * cells + TapSums.GROUP) * Lanes.BLOCK;
    }

    private Maps(Maps maps) {
        this.channels = maps.channels * maps.height * maps.width;
        this.height = 1;
        this.width = 1;
        this.frame = Frame.NONE;
        this.rowDistance = Lanes.BLOCK;
        this.channelDistance = Lanes.BLOCK;
        this.blockDistance = maps.blockDistance;
        this.values = maps.values;
    }

    /** The same values as single units, in the order of the maps. */
    Maps flat() {
        if (!frame.equals(Frame.NONE)) {
            throw new IllegalStateException("Framed maps do not lie side by side");
        }
        return new Maps(this);
    }

    /** Where the 32 images' values of a cell begin; a cell of the frame has a row or column outside of the map. */
    int at(int block, int channel, int row, int column) {
        return block * blockDistance
                + channel * channelDistance
                + (row + frame.rows) * rowDistance
                + (column + frame.columns) * Lanes.BLOCK;
    }

    /** Floats in a row of a map. */
    int rowLength() {
        return width * Lanes.BLOCK;
    }

    /** Overwrites a row that begins at {@code at} with one of maps as wide as these. */
    void copyRow(int at, Maps other, int from) {
        System.arraycopy(other.values, from, values, at, rowLength());
    }

    /** Adds to a row that begins at {@code at} one of maps as wide as these. */
    void addRow(int at, Maps other, int from) {
        int length = rowLength();
        float[] added = other.values;
        for (int i = 0; i < length; i++) {
            values[at + i] += added[from + i];
        }
    }

    static int filledUp(int channels) {
        return (channels + TapSums.GROUP - 1) / TapSums.GROUP * TapSums.GROUP;
    }
}
