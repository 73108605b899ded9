package org.convscope.ui.map.bands;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.convscope.frame.Surface;
import org.convscope.ui.explore.Selection;
import org.convscope.ui.map.geometry.Camera;
import org.convscope.ui.map.geometry.Column;
import org.convscope.ui.map.geometry.NetworkMapLayout;
import org.convscope.ui.map.model.Legend;

/** The legends under all columns; they follow the camera sideways, and never leave the bottom. */
public final class LegendBand extends Region {

    private static final double SPACE = 4;

    private final Map<String, LegendView> views = new HashMap<>();
    private final Group row = new Group();
    private final LegendView sample = new LegendView();
    private final Rectangle edges = new Rectangle();

    public LegendBand() {
        setManaged(false);
        getStyleClass().add("map-legend-band");
        setClip(edges);
        // Never seen, but measured: a node that is not visible would get no font.
        sample.setOpacity(0);
        getChildren().addAll(row, sample);
    }

    /** Height of the bar and two lines of text below it. */
    public double height() {
        sample.applyCss();
        return Math.ceil(sample.fullHeight());
    }

    /** Shows these legends and no others. */
    public void show(List<Legend> legends, Surface surface) {
        views.values().forEach(view -> view.setVisible(false));
        for (Legend legend : legends) {
            LegendView view = views.computeIfAbsent(legend.node(), node -> {
                LegendView made = new LegendView();
                row.getChildren().add(made);
                // Its numbers are measured before the next pulse would give them their font.
                made.applyCss();
                return made;
            });
            view.setVisible(true);
            view.show(legend, surface);
        }
    }

    /** Follows the camera, as long as it only moves. */
    public void move(Camera camera) {
        row.setTranslateX(camera.x());
    }

    /** Puts each under its column; where columns stand close, the pointed one has the room. */
    public void place(NetworkMapLayout layout, Camera camera, Selection focus) {
        edges.setWidth(getWidth());
        edges.setHeight(getHeight());
        List<Column> columns = layout.columns();
        for (int i = 0; i < columns.size(); i++) {
            LegendView view = views.get(columns.get(i).node());
            if (view != null) {
                double before = i == 0
                        ? Double.MAX_VALUE
                        : columns.get(i).centreX() - columns.get(i - 1).centreX();
                double behind = i == columns.size() - 1
                        ? Double.MAX_VALUE
                        : columns.get(i + 1).centreX() - columns.get(i).centreX();
                boolean pointed =
                        focus != null && focus.node().equals(columns.get(i).node());
                view.setViewOrder(pointed ? -1 : 0);
                view.place(
                        columns.get(i).centreX() * camera.scale(),
                        columns.get(i).bounds().getWidth() * camera.scale(),
                        Math.min(before, behind) * camera.scale() - SPACE,
                        pointed);
            }
        }
    }
}
