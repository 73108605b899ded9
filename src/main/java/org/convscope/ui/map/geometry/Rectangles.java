package org.convscope.ui.map.geometry;

import javafx.geometry.Point2D;
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

    /** The area of what is in both. */
    public static double common(Rectangle2D a, Rectangle2D b) {
        double wide = Math.min(a.getMaxX(), b.getMaxX()) - Math.max(a.getMinX(), b.getMinX());
        double high = Math.min(a.getMaxY(), b.getMaxY()) - Math.max(a.getMinY(), b.getMinY());
        return Math.max(0, wide) * Math.max(0, high);
    }

    /** Where a point is when {@code from}, on which it lies, is stretched to {@code to}. */
    public static Point2D carried(Point2D point, Rectangle2D from, Rectangle2D to) {
        return new Point2D(
                to.getMinX() + (point.getX() - from.getMinX()) * ratio(to.getWidth(), from.getWidth()),
                to.getMinY() + (point.getY() - from.getMinY()) * ratio(to.getHeight(), from.getHeight()));
    }

    /** Where a rectangle is when {@code from}, on which it lies, is stretched to {@code to}. */
    public static Rectangle2D carried(Rectangle2D one, Rectangle2D from, Rectangle2D to) {
        Point2D corner = carried(new Point2D(one.getMinX(), one.getMinY()), from, to);
        return new Rectangle2D(
                corner.getX(),
                corner.getY(),
                one.getWidth() * ratio(to.getWidth(), from.getWidth()),
                one.getHeight() * ratio(to.getHeight(), from.getHeight()));
    }

    private static double ratio(double length, double of) {
        return of == 0 ? 1 : length / of;
    }

    /** The same with so much more on every side. */
    public static Rectangle2D grown(Rectangle2D one, double by) {
        return new Rectangle2D(
                one.getMinX() - by, one.getMinY() - by, one.getWidth() + 2 * by, one.getHeight() + 2 * by);
    }
}
