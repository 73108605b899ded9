package org.convscope.ui.map.geometry;

import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/**
 * How the world is seen: {@code screen = world · scale + offset}. Offsets are whole points, so that
 * pictures stay sharp while they are moved.
 *
 * @param scale points on screen for one of the world
 * @param x offset to the right
 * @param y offset downwards
 */
public record Camera(double scale, double x, double y) {

    /** Nothing moved, nothing enlarged. */
    public static final Camera HOME = new Camera(1, 0, 0);

    /** Points of the world that stay in view, at least, however far it is dragged. */
    private static final double HOLD = 80;

    public Camera {
        if (!(scale > 0)) {
            throw new IllegalArgumentException("A scale of " + scale);
        }
        x = Math.rint(x);
        y = Math.rint(y);
    }

    /** Where a point of the screen is in the world. */
    public Point2D toWorld(double screenX, double screenY) {
        return new Point2D((screenX - x) / scale, (screenY - y) / scale);
    }

    /** Where a rectangle of the world is on the screen. */
    public Rectangle2D toScreen(Rectangle2D world) {
        return new Rectangle2D(
                world.getMinX() * scale + x,
                world.getMinY() * scale + y,
                world.getWidth() * scale,
                world.getHeight() * scale);
    }

    /** Where a horizontal place of the world is on the screen. */
    public double toScreenX(double world) {
        return world * scale + x;
    }

    /** Where a vertical place of the world is on the screen. */
    public double toScreenY(double world) {
        return world * scale + y;
    }

    /** What of the world a screen of this size shows. */
    public Rectangle2D visible(double width, double height) {
        return new Rectangle2D(-x / scale, -y / scale, width / scale, height / scale);
    }

    /** Another scale, such that the world's point at a place of the screen stays there. */
    public Camera scaledAt(double screenX, double screenY, double newScale) {
        double factor = newScale / scale;
        return new Camera(newScale, screenX - (screenX - x) * factor, screenY - (screenY - y) * factor);
    }

    /** Moved on the screen. */
    public Camera moved(double right, double down) {
        return new Camera(scale, x + right, y + down);
    }

    /** Moved back as far as needed for some of the world to stay within a screen of this size. */
    public Camera holding(Rectangle2D world, double width, double height) {
        return new Camera(
                scale,
                held(x, world.getMinX(), world.getMaxX(), width),
                held(y, world.getMinY(), world.getMaxY(), height));
    }

    /** Moved as little as needed to show a rectangle of the world with some space around it. */
    public Camera revealing(Rectangle2D world, double width, double height) {
        Rectangle2D seen = toScreen(world);
        return moved(shift(seen.getMinX(), seen.getMaxX(), width), shift(seen.getMinY(), seen.getMaxY(), height));
    }

    private double held(double offset, double from, double to, double length) {
        double hold = Math.min(Math.min(HOLD, length / 2), (to - from) * scale);
        double least = hold - to * scale;
        double most = length - hold - from * scale;
        return Math.max(least, Math.min(most, offset));
    }

    private static double shift(double from, double to, double length) {
        double space = Math.max(0, Math.min(16, (length - (to - from)) / 2));
        if (from < space) {
            return space - from;
        }
        return to > length - space ? Math.max(length - space - to, space - from) : 0;
    }
}
