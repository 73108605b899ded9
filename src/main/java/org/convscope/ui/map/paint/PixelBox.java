package org.convscope.ui.map.paint;

import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/** A rectangle of whole pixels, right and bottom excluded. */
public record PixelBox(int left, int top, int right, int bottom) {

    /** The pixels whose edges are nearest to those of a rectangle of the world. */
    static PixelBox of(Rectangle2D world, double scale) {
        return new PixelBox(
                (int) Math.round(world.getMinX() * scale),
                (int) Math.round(world.getMinY() * scale),
                (int) Math.round(world.getMaxX() * scale),
                (int) Math.round(world.getMaxY() * scale));
    }

    /** The pixels that two points, of pixels, span. */
    static PixelBox around(Point2D one, Point2D other) {
        return new PixelBox(
                (int) Math.floor(Math.min(one.getX(), other.getX())),
                (int) Math.floor(Math.min(one.getY(), other.getY())),
                (int) Math.ceil(Math.max(one.getX(), other.getX())) + 1,
                (int) Math.ceil(Math.max(one.getY(), other.getY())) + 1);
    }

    /** Pixels across. */
    public int width() {
        return right - left;
    }

    /** Pixels down. */
    public int height() {
        return bottom - top;
    }

    boolean isEmpty() {
        return right <= left || bottom <= top;
    }

    PixelBox grown(int pixels) {
        return new PixelBox(left - pixels, top - pixels, right + pixels, bottom + pixels);
    }

    PixelBox within(PixelBox other) {
        return new PixelBox(
                Math.max(left, other.left),
                Math.max(top, other.top),
                Math.min(right, other.right),
                Math.min(bottom, other.bottom));
    }

    PixelBox with(PixelBox other) {
        return new PixelBox(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }

    boolean contains(PixelBox other) {
        return left <= other.left && top <= other.top && right >= other.right && bottom >= other.bottom;
    }
}
