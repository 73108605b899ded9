package org.convscope.ui.dock.study;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.convscope.frame.Mosaic;
import org.convscope.frame.Numbers;
import org.convscope.frame.Surface;
import org.convscope.ui.inspect.tile.TileLayout;
import org.convscope.ui.inspect.tile.TileView;
import org.convscope.ui.inspect.tile.Tiles;
import org.convscope.ui.kit.Styles;

/** One number for each weight of a filter as tiles; above them how large the layer's are, or the one pointed at. */
final class FilterPicture extends VBox {

    private static final double TALLEST = 110;

    private final String symbol;
    private final Label number = new Label();
    private final TileView tiles = new TileView(TALLEST);
    private Mosaic shown;

    FilterPicture(String symbol) {
        this.symbol = symbol;
        getStyleClass().add("study-picture");
        number.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        number.setText(symbol);
        tiles.hoveredProperty().addListener((spot, before, now) -> say(now));
        getChildren().addAll(number, tiles);
    }

    void show(Mosaic mosaic, Surface surface) {
        shown = mosaic;
        tiles.show(Tiles.of(symbol, mosaic), surface);
        say(tiles.hoveredProperty().get());
    }

    private void say(TileLayout.Spot spot) {
        if (spot == null) {
            number.setText(symbol + " ±" + Numbers.text(shown.scale(0).high()));
        } else {
            number.setText(
                    symbol + " " + Numbers.text(tiles.tiles().value(0, spot.plane(), spot.row(), spot.column())));
        }
    }
}
