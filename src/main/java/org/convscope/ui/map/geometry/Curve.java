package org.convscope.ui.map.geometry;

import javafx.geometry.Point2D;

/**
 * A strand as it is drawn: a Bézier curve that leaves and arrives level.
 *
 * @param begin its left end
 * @param end its right end
 */
public record Curve(Point2D begin, Point2D end) {

    /** Up to so many points down for one across, a strand is curved in full. */
    private static final double SLOPE = 2;

    /**
     * How far from each end, to the side, its control points are. The steeper, the straighter: between
     * close columns full curves would run down the gap like a rope.
     */
    public double slack() {
        double across = Math.abs(end.getX() - begin.getX());
        double down = Math.abs(end.getY() - begin.getY());
        return (end.getX() - begin.getX()) / 2 * Math.min(1, SLOPE * across / Math.max(1, down));
    }

    /** The same, enlarged. */
    public Curve times(double scale) {
        return new Curve(begin.multiply(scale), end.multiply(scale));
    }

    /** The same, moved. */
    public Curve moved(double right, double down) {
        return new Curve(begin.add(right, down), end.add(right, down));
    }

    /** The point a share of the way along. */
    public Point2D at(double share) {
        double rest = 1 - share;
        double x = rest * rest * rest * begin.getX()
                + 3 * rest * rest * share * (begin.getX() + slack())
                + 3 * rest * share * share * (end.getX() - slack())
                + share * share * share * end.getX();
        double y = begin.getY() + (3 - 2 * share) * share * share * (end.getY() - begin.getY());
        return new Point2D(x, y);
    }
}
