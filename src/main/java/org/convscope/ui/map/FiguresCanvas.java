package org.convscope.ui.map;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import org.convscope.frame.Mosaic;
import org.convscope.lens.Overview;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.map.geometry.Column;
import org.convscope.ui.map.geometry.NetworkMapLayout;
import org.convscope.ui.map.model.NetworkMapModel;

/** What stands on the pictures or changes with them: output rows, numbers of large values, skeletons, names. */
final class FiguresCanvas extends MapCanvas {

    private final ExploreModel explore;
    private final Motion motion;
    private final Inks inks;
    private final OutputRows rows;
    private final ValueNumbers numbers;
    private final Plates plates;

    FiguresCanvas(ExploreModel explore, NetworkMapModel model, Motion motion, Inks inks) {
        this.explore = explore;
        this.motion = motion;
        this.inks = inks;
        this.rows = new OutputRows(explore, inks);
        this.numbers = new ValueNumbers(inks);
        this.plates = new Plates(explore, model, inks);
    }

    /** How wide an output row must be for the longest of these class names. */
    double rowWidth(List<String> names) {
        return rows.measure(names);
    }

    @Override
    boolean draw(GraphicsContext pen) {
        NetworkMapLayout layout = motion.layout();
        if (layout == null) {
            return false;
        }
        Overview overview = explore.pin().pictureProperty().get();
        boolean drawn = false;
        for (Column column : layout.columns()) {
            if (shows(camera().toScreen(column.bounds()))) {
                drawn |= draw(pen, column, overview);
            }
        }
        if (!layout.isRow()) {
            plates.draw(pen, this, layout);
        }
        return drawn || !layout.isRow();
    }

    private boolean draw(GraphicsContext pen, Column column, Overview overview) {
        if (column.kind() == Column.Kind.CLASSES) {
            rows.draw(pen, this, column, overview == null ? null : overview.prediction());
            return true;
        }
        Mosaic mosaic = overview == null ? null : overview.mosaics().get(column.node());
        if (mosaic == null) {
            skeleton(pen, column);
            return true;
        }
        boolean hasSquares = column.kind() == Column.Kind.MAPS && !column.isOfCurves();
        if (hasSquares && ValueNumbers.side(column, camera().scale()) >= ValueNumbers.ROOM) {
            numbers.draw(pen, this, column, mosaic, explore.surfaceProperty().get());
            return true;
        }
        return false;
    }

    private void skeleton(GraphicsContext pen, Column column) {
        inks.skeleton.dip(pen);
        for (Rectangle2D frame : column.frames()) {
            Rectangle2D seen = camera().toScreen(frame);
            pen.fillRect(seen.getMinX(), seen.getMinY(), seen.getWidth(), seen.getHeight());
        }
    }
}
