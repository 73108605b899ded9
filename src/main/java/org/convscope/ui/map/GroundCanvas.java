package org.convscope.ui.map;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import org.convscope.ui.kit.Ink;
import org.convscope.ui.map.geometry.Camera;
import org.convscope.ui.map.geometry.Card;
import org.convscope.ui.map.geometry.Column;
import org.convscope.ui.map.geometry.NetworkMapLayout;
import org.convscope.ui.map.geometry.Route;

/** What pictures of a composed map lie on: frames of open blocks, cards of closed ones, and routes. */
final class GroundCanvas extends MapCanvas {

    /** Rounding of corners, in points of the world. */
    private static final double CORNER = 10;

    /** How far the second sheet of a card looks out behind the first: it holds more. */
    private static final double BEHIND = 5;

    private final Motion motion;
    private final Inks inks;

    GroundCanvas(Motion motion, Inks inks) {
        this.motion = motion;
        this.inks = inks;
    }

    @Override
    boolean draw(GraphicsContext pen) {
        NetworkMapLayout layout = motion.layout();
        if (layout == null || layout.isRow()) {
            return false;
        }
        for (Card card : layout.cards()) {
            if (card.isOpen()) {
                sheet(pen, card.depth() % 2 == 0 ? inks.openBlock : inks.innerBlock, card.bounds(), 0);
            }
        }
        inks.route.dip(pen);
        pen.setLineWidth(Math.max(1, Math.min(2, inks.route.getStrokeWidth() * camera().scale())));
        pen.beginPath();
        layout.routes().forEach(route -> trace(pen, this, route));
        layout.columns().forEach(column -> ends(pen, layout, column));
        pen.stroke();
        for (Card card : layout.cards()) {
            if (!card.isOpen()) {
                sheet(pen, inks.closedBlock, card.bounds(), BEHIND * camera().scale());
                sheet(pen, inks.closedBlock, card.bounds(), 0);
            }
        }
        return true;
    }

    /** Maps may be narrower than their heading: routes go on to where the maps begin. */
    private void ends(GraphicsContext pen, NetworkMapLayout layout, Column column) {
        layout.box(column.node()).map(camera()::toScreen).filter(this::shows).ifPresent(box -> {
            Rectangle2D maps = camera().toScreen(column.bounds());
            double y = Math.rint((maps.getMinY() + maps.getMaxY()) / 2);
            if (layout.routes().stream().anyMatch(route -> route.readers().contains(column.node()))) {
                pen.moveTo(box.getMinX(), y);
                pen.lineTo(maps.getMinX(), y);
            }
            if (layout.routes().stream().anyMatch(route -> route.from().equals(column.node()))) {
                // The last sub-column may end above the middle.
                pen.moveTo(maps.getMaxX() - column.grid().stepX() * camera().scale(), y);
                pen.lineTo(box.getMaxX(), y);
            }
        });
    }

    private void sheet(GraphicsContext pen, Ink ink, Rectangle2D world, double behind) {
        Rectangle2D seen = camera().toScreen(world);
        if (!shows(seen)) {
            return;
        }
        ink.dip(pen);
        double corner = 2 * CORNER * Math.min(1.5, camera().scale());
        double x = Math.rint(seen.getMinX() + behind) + 0.5;
        double y = Math.rint(seen.getMinY() - behind) + 0.5;
        double width = Math.rint(seen.getWidth());
        double height = Math.rint(seen.getHeight());
        pen.fillRoundRect(x, y, width, height, corner, corner);
        pen.strokeRoundRect(x, y, width, height, corner, corner);
    }

    /** Adds a route, its corners rounded, to the path that is being drawn on a canvas. */
    static void trace(GraphicsContext pen, MapCanvas canvas, Route route) {
        Camera camera = canvas.camera();
        List<Point2D> points = route.points().stream()
                .map(point -> new Point2D(camera.toScreenX(point.getX()), camera.toScreenY(point.getY())))
                .toList();
        if (!isSeen(canvas, points)) {
            return;
        }
        pen.moveTo(points.get(0).getX(), points.get(0).getY());
        for (int i = 1; i < points.size() - 1; i++) {
            Point2D corner = points.get(i);
            double before = corner.distance(points.get(i - 1)) / (i == 1 ? 1 : 2);
            double behind = corner.distance(points.get(i + 1)) / (i == points.size() - 2 ? 1 : 2);
            double radius = Math.min(CORNER * 1.6 * camera.scale(), Math.min(before, behind));
            pen.arcTo(
                    corner.getX(),
                    corner.getY(),
                    points.get(i + 1).getX(),
                    points.get(i + 1).getY(),
                    radius);
        }
        Point2D end = points.get(points.size() - 1);
        pen.lineTo(end.getX(), end.getY());
    }

    private static boolean isSeen(MapCanvas canvas, List<Point2D> points) {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (Point2D point : points) {
            left = Math.min(left, point.getX());
            right = Math.max(right, point.getX());
            top = Math.min(top, point.getY());
            bottom = Math.max(bottom, point.getY());
        }
        return canvas.shows(new Rectangle2D(left, top - 1, right - left, bottom - top + 2));
    }
}
