package org.convscope.ui.mistakes;

/**
 * Where the mistakes lie in a list that may be far higher than its window: in rows of equal tiles.
 *
 * @param count tiles
 * @param columns side by side
 * @param width of a tile, in pixels
 * @param height of a tile, in pixels
 */
record ListLayout(int count, int columns, double width, double height) {

    /** What {@link #at} answers where nothing is. */
    static final int NOWHERE = -1;

    static final double TILE_HEIGHT = 42;
    static final double LEAST_WIDTH = 124;

    /** As many columns as have room. */
    static ListLayout fitting(int count, double width) {
        int columns = Math.max(1, (int) Math.floor(width / LEAST_WIDTH));
        return new ListLayout(count, columns, Math.max(1, Math.floor(width / columns)), TILE_HEIGHT);
    }

    /** Height of all rows. */
    double whole() {
        return Math.ceil((double) count / columns) * height;
    }

    double x(int position) {
        return position % columns * width;
    }

    double y(int position) {
        return Math.floorDiv(position, columns) * height;
    }

    /** First position of a window that begins at {@code top}. */
    int first(double top) {
        return Math.min(count, Math.max(0, (int) (top / height)) * columns);
    }

    /** One behind the last position of a window that ends at {@code bottom}. */
    int end(double bottom) {
        return Math.min(count, Math.max(0, (int) Math.ceil(bottom / height)) * columns);
    }

    /** The position under a point, or {@link #NOWHERE}. */
    int at(double x, double y) {
        int column = (int) Math.floor(x / width);
        int position = (int) Math.floor(y / height) * columns + column;
        return x >= 0 && y >= 0 && column < columns && position < count ? position : NOWHERE;
    }

    /** The smallest move of a window of {@code room} at {@code top} that shows a position whole. */
    double topShowing(int position, double top, double room) {
        double begin = y(position);
        return Math.max(0, Math.min(begin, Math.max(top, begin + height - room)));
    }
}
