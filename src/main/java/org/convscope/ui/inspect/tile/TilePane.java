package org.convscope.ui.inspect.tile;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.convscope.frame.Mosaic;
import org.convscope.frame.Numbers;
import org.convscope.frame.Surface;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;

/** The planes of a picture as tiles, with their legend and a line that reads out what is pointed at. */
public final class TilePane extends VBox {

    private final String name;
    private final TileView tiles;
    private final LegendBar legend = new LegendBar();
    private final Label readout = new Label();

    /** Tiles of values called {@code name}, no taller than this if they can. */
    public TilePane(String name, double tallest) {
        this.name = name;
        this.tiles = new TileView(tallest);
        getStyleClass().add("tile-pane");
        readout.getStyleClass().addAll("readout", Styles.ARITHMETIC);
        getChildren().addAll(tiles, readout, legend);
        tiles.hoveredProperty().addListener((spot, before, now) -> point(now));
    }

    /** Shows a picture. */
    public void show(Mosaic mosaic, Surface surface) {
        tiles.show(Tiles.of(name, mosaic), surface);
        legend.show(mosaic.scale(0), surface);
        point(tiles.hoveredProperty().get());
    }

    private void point(TileLayout.Spot spot) {
        if (spot == null) {
            readout.setText(Texts.get("inspect.tiles.hint"));
            return;
        }
        double value = tiles.tiles().value(0, spot.plane(), spot.row(), spot.column());
        boolean isUnit = tiles.tiles().rows() * tiles.tiles().columns() == 1;
        String where = isUnit ? "" : " (" + spot.row() + ", " + spot.column() + ")";
        readout.setText(name + " " + spot.plane() + where + " = " + Numbers.text(value));
    }
}
