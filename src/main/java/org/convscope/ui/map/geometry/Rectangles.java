package org.convscope.ui.map.geometry;

import javafx.geometry.Rectangle2D;

/** What rectangles cannot do themselves. */
public final class Rectangles {

    private Rectangles() {}

    /** The same, moved. */
    public static Rectangle2D moved(Rectangle2D one, double right, double down) {
        return new Rectangle2D(one.getMinX() + right, one.getMinY() + down, one.getWidth(), one.getHeight());
    }

    /** The smallest that holds both. */
    public static Rectangle2D union(Rectangle2D a, Rectangle2D b) {
        double left = Math.min(a.getMinX(), b.getMinX());
        double top = Math.min(a.getMinY(), b.getMinY());
        return new Rectangle2D(
                left, top, Math.max(a.getMaxX(), b.getMaxX()) - left, Math.max(a.getMaxY(), b.getMaxY()) - top);
    }

    /** The same with so much more on every side. */
    public static Rectangle2D grown(Rectangle2D one, double by) {
        return new Rectangle2D(
                one.getMinX() - by, one.getMinY() - by, one.getWidth() + 2 * by, one.getHeight() + 2 * by);
    }
}
