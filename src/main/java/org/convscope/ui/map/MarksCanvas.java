package org.convscope.ui.map;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import org.convscope.blueprint.Blueprint;
import org.convscope.tensor.Cell;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.explore.Selection;
import org.convscope.ui.map.geometry.Column;
import org.convscope.ui.map.geometry.NetworkMapLayout;
import org.convscope.ui.map.geometry.Patch;
import org.convscope.ui.map.geometry.Strand;
import org.convscope.ui.map.geometry.Strands;
import org.convscope.ui.map.model.NetworkMapModel;

/** Where a person looks: rings around maps, their sources and targets, and what a value sees. */
final class MarksCanvas extends MapCanvas {

    /** A value is marked by a square of at least this side, or the mark would hide it. */
    private static final double SMALLEST_MARK = 5;

    private final ExploreModel explore;
    private final NetworkMapModel model;
    private final Motion motion;
    private final Inks inks;

    MarksCanvas(ExploreModel explore, NetworkMapModel model, Motion motion, Inks inks) {
        this.explore = explore;
        this.model = model;
        this.motion = motion;
        this.inks = inks;
    }

    @Override
    boolean draw(GraphicsContext pen) {
        NetworkMapLayout layout = motion.layout();
        Selection focus = model.focus();
        if (layout == null || focus == null) {
            return false;
        }
        Blueprint blueprint = explore.runProperty().get().blueprint();
        routes(pen, layout, focus);
        if (layout.shows(focus.node())) {
            related(pen, blueprint, layout, focus);
            seen(pen, blueprint, layout, focus);
        }
        Selection selected = model.selected();
        Selection hovered = model.hovered();
        if (selected != null && layout.shows(selected.node())) {
            ring(pen, layout, selected, true);
        }
        if (hovered != null && layout.shows(hovered.node())) {
            ring(pen, layout, hovered, false);
        }
        return true;
    }

    /** The ways to and from what is looked at. */
    private void routes(GraphicsContext pen, NetworkMapLayout layout, Selection focus) {
        inks.litRoute.dip(pen);
        pen.beginPath();
        layout.routes().stream()
                .filter(route -> route.serves(focus.node()))
                .forEach(route -> GroundCanvas.trace(pen, this, route));
        pen.stroke();
    }

    private void related(GraphicsContext pen, Blueprint blueprint, NetworkMapLayout layout, Selection focus) {
        List<Strand> sources = Strands.into(blueprint, layout, focus);
        for (Strand strand : sources) {
            mark(pen, layout.column(strand.from()), strand.fromMap());
        }
        for (Strand strand : Strands.outOf(blueprint, layout, focus)) {
            mark(pen, layout.column(strand.to()), strand.toMap());
        }
        Patch.read(blueprint.node(focus.node()), focus).ifPresent(patch -> {
            for (Strand strand : sources) {
                Column column = layout.column(strand.from());
                outline(pen, inks.patch, patch.in(column, strand.fromMap()), 0);
            }
        });
    }

    /** Maps get an outline; units stand too close for one, and classes have their strand. */
    private void mark(GraphicsContext pen, Column column, int tile) {
        if (column.kind() == Column.Kind.MAPS) {
            outline(pen, inks.related, column.tile(tile), 1);
        }
    }

    private void seen(GraphicsContext pen, Blueprint blueprint, NetworkMapLayout layout, Selection focus) {
        if (!layout.shows(blueprint.first().id())) {
            return;
        }
        Column image = layout.column(blueprint.first().id());
        if (focus.node().equals(image.node())) {
            return;
        }
        Patch.seen(blueprint, focus).ifPresent(patch -> {
            for (int plane = 0; plane < image.count(); plane++) {
                Rectangle2D field = overlap(patch.in(image, plane), image.tile(plane));
                outline(pen, inks.fieldHalo, field, -1);
                outline(pen, inks.field, field, 0);
            }
        });
    }

    /** A field may be larger than the image; no more of it is there to be seen. */
    private static Rectangle2D overlap(Rectangle2D field, Rectangle2D image) {
        double left = Math.max(field.getMinX(), image.getMinX());
        double top = Math.max(field.getMinY(), image.getMinY());
        double right = Math.min(field.getMaxX(), image.getMaxX());
        double bottom = Math.min(field.getMaxY(), image.getMaxY());
        return new Rectangle2D(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }

    private void ring(GraphicsContext pen, NetworkMapLayout layout, Selection map, boolean selected) {
        Column column = layout.column(map.node());
        var ink = selected ? inks.selected : inks.hovered;
        outline(pen, ink, column.tile(map.channel()), 1);
        if (map.hasCell()) {
            Cell cell = map.cell();
            Rectangle2D square = column.cells(map.channel(), cell, 1, 1);
            double side = square.getWidth() * camera().scale();
            outline(pen, inks.fieldHalo, square, Math.max(0, (SMALLEST_MARK - side) / 2) + 1);
            outline(pen, inks.field, square, Math.max(0, (SMALLEST_MARK - side) / 2));
        }
    }
}
