package org.convscope.ui.map.geometry;

import org.convscope.tensor.Shape;

/**
 * Tiles in sub-columns, filled from top to bottom.
 *
 * @param count number of tiles
 * @param rows tiles of a full sub-column
 * @param tileWidth width of a tile
 * @param tileHeight height of a tile
 * @param stepX from a tile's left edge to that of its neighbour on the right
 * @param stepY from a tile's upper edge to that of the next below
 */
public record TileGrid(int count, int rows, double tileWidth, double tileHeight, double stepX, double stepY) {

    /** Points between the maps of a crowded column. */
    private static final int GAP = 3;

    /** Points between maps where there is room enough. */
    private static final int WIDE_GAP = 18;

    private static final int SMALLEST_MAP = 24;
    private static final int SMALL_MAP = 12;
    private static final int SMALLEST_UNIT = 3;
    private static final int LARGEST_UNIT = 16;
    private static final int LOWEST_ROW = 14;
    private static final int LOW_ROW = 26;
    private static final int HIGH_ROW = 48;
    private static final double CURVE_ASPECT = 1.8;

    /** A map's width over its height. Of one row of values, which is drawn as a curve, that of a readable curve. */
    public static double aspect(Shape shape) {
        boolean isCurve = shape.height() == 1 && shape.width() > 1;
        return isCurve ? CURVE_ASPECT : (double) shape.width() / shape.height();
    }

    int subColumns() {
        return (count + rows - 1) / rows;
    }

    /** The same, so many times as wide and as high. */
    TileGrid times(double wide, double high) {
        return new TileGrid(count, rows, tileWidth * wide, tileHeight * high, stepX * wide, stepY * high);
    }

    /** Width of all. */
    public double width() {
        return (subColumns() - 1) * stepX + tileWidth;
    }

    /** Height of all. */
    public double height() {
        return (Math.min(rows, count) - 1) * stepY + tileHeight;
    }

    /**
     * Maps within {@code height}: as few sub-columns as leave a side of 24 or more, and the longest side
     * up to {@code cap}.
     *
     * @param aspect a map's width over its height
     */
    static TileGrid ofMaps(int count, double aspect, double height, double cap) {
        int subColumns = 1;
        int rows = count;
        double side = side(rows, height, cap);
        while (side < Math.min(SMALLEST_MAP, cap) && rows > 1) {
            subColumns++;
            rows = (count + subColumns - 1) / subColumns;
            side = side(rows, height, cap);
        }
        double high = aspect > 1 ? side / aspect : side;
        double wide = aspect > 1 ? side : side * aspect;
        double stepY = rows == 1 ? high + GAP : Math.floor(Math.min(high + WIDE_GAP, (height - high) / (rows - 1)));
        return new TileGrid(count, rows, wide, high, wide + GAP, stepY);
    }

    /** Maps as one picture of about {@code width} × {@code height}: as large as fit, {@code cap} at the most. */
    public static TileGrid mosaic(int count, double aspect, double width, double height, double cap) {
        double side = Math.floor(Math.min(cap, Math.min(width, height)));
        while (side > 1) {
            TileGrid grid = mosaic(count, aspect, height, side);
            if (grid.width() <= width && grid.height() <= height) {
                return grid;
            }
            side--;
        }
        // So many that a point each would be too much: as wide as it takes.
        return mosaic(count, aspect, height, 1);
    }

    private static TileGrid mosaic(int count, double aspect, double height, double side) {
        double gap = side >= SMALLEST_MAP ? GAP : side >= SMALL_MAP ? 2 : side > 2 ? 1 : 0;
        double wide = aspect >= 1 ? side : Math.max(1, side * aspect);
        double high = aspect >= 1 ? Math.max(1, side / aspect) : side;
        int rows = Math.max(1, Math.min(count, (int) Math.floor((height + gap) / (high + gap))));
        // Of the same width, sub-columns that are equally long.
        int subColumns = (count + rows - 1) / rows;
        return new TileGrid(count, (count + subColumns - 1) / subColumns, wide, high, wide + gap, high + gap);
    }

    /** Units within {@code height}: one strip of thin bars, or several where they would be too thin to point at. */
    public static TileGrid ofUnits(int count, double height) {
        int strips = 1;
        int rows = count;
        while (Math.floor(height / rows) < SMALLEST_UNIT && rows > 1) {
            strips++;
            rows = (count + strips - 1) / strips;
        }
        double high = Math.max(1, Math.min(LARGEST_UNIT, Math.floor(height / rows)));
        double wide = strips == 1 ? Math.max(14, high) : strips == 2 ? 10 : Math.max(SMALLEST_UNIT, high);
        return new TileGrid(count, rows, wide, high, wide + (strips <= 4 ? 1 : 0), high);
    }

    /** One row beside each row of the output. */
    static TileGrid beside(TileGrid output) {
        double side = Math.min(LARGEST_UNIT, Math.floor(output.stepY * 0.6));
        return new TileGrid(output.count, output.rows, side, side, side, output.stepY);
    }

    /** A row for each class; below {@value #LOW_ROW} points name and bar share a line, below {@value #LOWEST_ROW} none is. */
    public static TileGrid ofClasses(int classes, double height, double width) {
        double step = Math.max(LOWEST_ROW, Math.min(HIGH_ROW, Math.floor(height / classes)));
        return new TileGrid(classes, classes, width, step - (step < LOW_ROW ? 2 : 4), width, step);
    }

    private static double side(int rows, double height, double cap) {
        return Math.floor(Math.min(cap, (height - (rows - 1.0) * GAP) / rows));
    }
}
