package org.convscope.ui.map;

import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import org.convscope.ui.kit.Ink;
import org.convscope.ui.map.geometry.Camera;

/**
 * A canvas that draws things of the world as the camera sees them. It reaches beyond the view on all
 * sides, so that while the camera only moves, the canvas moves with it and is seldom drawn anew.
 */
abstract class MapCanvas extends Canvas {

    /** Points beyond the view on each side. */
    private static final double MARGIN = 128;

    private Camera drawnBy;
    private boolean isOld = true;

    MapCanvas() {
        setManaged(false);
        setMouseTransparent(true);
    }

    /** What is drawn is no longer true. */
    final void age() {
        isOld = true;
    }

    /** Shows everything as this camera sees it in a view of this size. */
    final void show(Camera camera, double width, double height) {
        boolean sameSize = getWidth() == width + 2 * MARGIN && getHeight() == height + 2 * MARGIN;
        if (!sameSize) {
            setWidth(width + 2 * MARGIN);
            setHeight(height + 2 * MARGIN);
        }
        if (isOld || !sameSize || !isNear(camera)) {
            isOld = false;
            drawnBy = camera;
            GraphicsContext pen = getGraphicsContext2D();
            pen.clearRect(0, 0, getWidth(), getHeight());
            // The ends of a canvas' lines reach into the gaps of dashed ones, unless told otherwise.
            pen.setLineCap(StrokeLineCap.BUTT);
            setVisible(draw(pen));
        }
        setTranslateX(camera.x() - drawnBy.x() - MARGIN);
        setTranslateY(camera.y() - drawnBy.y() - MARGIN);
    }

    /** Draws on the cleared canvas; whether there was anything to draw. */
    abstract boolean draw(GraphicsContext pen);

    /** How the world is seen on the canvas. */
    final Camera camera() {
        return drawnBy.moved(MARGIN, MARGIN);
    }

    /** Where on the canvas the upper edge of the view is, when it is drawn. */
    final double viewTop() {
        return MARGIN;
    }

    /** Whether any of a rectangle on the canvas is within it. */
    final boolean shows(Rectangle2D seen) {
        return seen.intersects(0, 0, getWidth(), getHeight());
    }

    /** Draws a line around a rectangle of the world, its inner edge {@code distance} points from it. */
    final void outline(GraphicsContext pen, Ink ink, Rectangle2D world, double distance) {
        Rectangle2D seen = camera().toScreen(world);
        double out = distance + ink.getStrokeWidth() / 2;
        if (shows(seen)) {
            ink.dip(pen);
            pen.strokeRect(
                    Math.rint(seen.getMinX()) - out,
                    Math.rint(seen.getMinY()) - out,
                    Math.rint(seen.getMaxX()) - Math.rint(seen.getMinX()) + 2 * out,
                    Math.rint(seen.getMaxY()) - Math.rint(seen.getMinY()) + 2 * out);
        }
    }

    private boolean isNear(Camera camera) {
        return camera.scale() == drawnBy.scale()
                && Math.abs(camera.x() - drawnBy.x()) <= MARGIN
                && Math.abs(camera.y() - drawnBy.y()) <= MARGIN;
    }
}
