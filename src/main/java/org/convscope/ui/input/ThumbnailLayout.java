package org.convscope.ui.input;

/**
 * Where thumbnails lie in a grid that may be far higher than its window.
 *
 * @param count thumbnails
 * @param columns side by side
 * @param side of one, in pixels
 * @param gap between two, in pixels
 */
record ThumbnailLayout(int count, int columns, double side, double gap) {

    /** What {@link #at} answers between and below thumbnails. */
    static final int NOWHERE = -1;

    private static final double WANTED_SIDE = 36;
    private static final double GAP = 4;

    /** As many columns as have room for thumbnails of about {@value #WANTED_SIDE} pixels, filling the width. */
    static ThumbnailLayout fitting(int count, double width) {
        int columns = Math.max(1, (int) Math.floor((width + GAP) / (WANTED_SIDE + GAP)));
        double side = Math.max(1, Math.floor((width - (columns - 1) * GAP) / columns));
        return new ThumbnailLayout(count, columns, side, GAP);
    }

    int rows() {
        return (count + columns - 1) / columns;
    }

    /** From the top of one row to the top of the next. */
    double pitch() {
        return side + gap;
    }

    /** Height of the whole grid. */
    double height() {
        return Math.max(0, rows() * pitch() - gap);
    }

    double x(int position) {
        return position % columns * pitch();
    }

    double y(int position) {
        return (double) (position / columns) * pitch();
    }

    /** First position of a window that begins at {@code top}. */
    int first(double top) {
        return Math.min(count, Math.max(0, (int) (top / pitch())) * columns);
    }

    /** One behind the last position of a window that ends at {@code bottom}. */
    int end(double bottom) {
        return Math.min(count, Math.max(0, (int) Math.ceil(bottom / pitch())) * columns);
    }

    /** The position under a point of the grid, or {@link #NOWHERE}. */
    int at(double x, double y) {
        int column = (int) Math.floor(x / pitch());
        int row = (int) Math.floor(y / pitch());
        int position = row * columns + column;
        boolean inside = x >= 0
                && y >= 0
                && column < columns
                && position < count
                && x - column * pitch() < side
                && y - row * pitch() < side;
        return inside ? position : NOWHERE;
    }

    /** The smallest move of a window of {@code height} at {@code top} that shows a position whole. */
    double topShowing(int position, double top, double height) {
        double begin = y(position);
        double lowest = begin + side - height;
        return Math.max(0, Math.min(begin, Math.max(top, lowest)));
    }
}
