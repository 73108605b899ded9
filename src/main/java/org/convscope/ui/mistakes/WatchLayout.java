package org.convscope.ui.mistakes;

/**
 * Where the watched images lie: tiles of equal size that fill the room, in as many columns as give them the best shape.
 *
 * @param count tiles
 * @param columns side by side
 * @param width of a tile, in pixels
 * @param height of a tile, in pixels
 */
record WatchLayout(int count, int columns, double width, double height) {

    /** What {@link #at} answers where nothing is. */
    static final int NOWHERE = -1;

    /** Height over width of a tile that shows everything well. */
    private static final double BEST = 1.1;

    /** In a room of this size. */
    static WatchLayout fitting(int count, double width, double height) {
        WatchLayout best = with(1, count, width, height);
        for (int columns = 2; columns <= count; columns++) {
            WatchLayout other = with(columns, count, width, height);
            best = other.badness() < best.badness() ? other : best;
        }
        return best;
    }

    private static WatchLayout with(int columns, int count, double width, double height) {
        int rows = Math.max(1, (count + columns - 1) / columns);
        return new WatchLayout(
                count, columns, Math.max(1, Math.floor(width / columns)), Math.max(1, Math.floor(height / rows)));
    }

    /** How far it is from the best shape, and how much of the room stays empty. */
    private double badness() {
        double tiles = columns * Math.ceil((double) count / columns);
        return Math.abs(Math.log(height / width / BEST)) + (tiles - count) / tiles;
    }

    double x(int position) {
        return position % columns * width;
    }

    double y(int position) {
        return Math.floorDiv(position, columns) * height;
    }

    /** The position under a point, or {@link #NOWHERE}. */
    int at(double x, double y) {
        int column = (int) Math.floor(x / width);
        int position = (int) Math.floor(y / height) * columns + column;
        return x >= 0 && y >= 0 && column < columns && position < count ? position : NOWHERE;
    }
}
