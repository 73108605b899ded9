package org.convscope.ui.map;

import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.convscope.frame.Mosaic;
import org.convscope.frame.Surface;
import org.convscope.tensor.Cell;
import org.convscope.tensor.Plane;
import org.convscope.ui.kit.Ink;
import org.convscope.ui.map.geometry.Column;

/** The numbers of values that are enlarged so far that there is room for them. */
final class ValueNumbers {

    /** From this side on a value has room for its number, in points on screen. */
    static final double ROOM = 28;

    private final Inks inks;

    ValueNumbers(Inks inks) {
        this.inks = inks;
    }

    /** Side of one value of a column, in points on screen. */
    static double side(Column column, double scale) {
        return column.grid().tileWidth() / column.mapWidth() * scale;
    }

    /** Draws those of all values that can be seen. */
    void draw(GraphicsContext pen, MapCanvas canvas, Column column, Mosaic mosaic, Surface surface) {
        Rectangle2D view = canvas.camera().visible(canvas.getWidth(), canvas.getHeight());
        pen.setTextBaseline(VPos.CENTER);
        pen.setTextAlign(TextAlignment.CENTER);
        for (int map = 0; map < column.count(); map++) {
            if (column.tile(map).intersects(view)) {
                draw(pen, canvas, column, map, mosaic, surface);
            }
        }
    }

    private void draw(GraphicsContext pen, MapCanvas canvas, Column column, int map, Mosaic mosaic, Surface surface) {
        Rectangle2D view = canvas.camera().visible(canvas.getWidth(), canvas.getHeight());
        Rectangle2D tile = canvas.camera().toScreen(column.tile(map));
        Plane plane = mosaic.plane(map);
        Cell first = column.cellAt(map, view.getMinX(), view.getMinY());
        Cell last = column.cellAt(map, view.getMaxX(), view.getMaxY());
        double side = side(column, canvas.camera().scale());
        Ink dipped = null;
        for (int row = first.row(); row <= last.row(); row++) {
            for (int place = first.column(); place <= last.column(); place++) {
                float value = plane.at(row, place);
                Ink ink = CellText.isLight(mosaic.scale(map).argb(value, surface)) ? inks.onLight : inks.onDark;
                if (!ink.equals(dipped)) {
                    ink.dip(pen);
                    dipped = ink;
                }
                pen.fillText(
                        CellText.of(value, side),
                        tile.getMinX() + (place + 0.5) * side,
                        tile.getMinY() + (row + 0.5) * side);
            }
        }
    }
}
