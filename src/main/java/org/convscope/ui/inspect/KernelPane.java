package org.convscope.ui.inspect;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.convscope.frame.Mosaic;
import org.convscope.frame.Numbers;
import org.convscope.frame.Surface;
import org.convscope.tensor.Stats;
import org.convscope.ui.inspect.tile.TilePane;
import org.convscope.ui.kit.Panel;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;

/** The weights that make the map: a kernel for each map that is read, and the bias. */
final class KernelPane extends VBox {

    private static final double TALLEST = 250;

    private final InspectorModel model;
    private final TilePane tiles = new TilePane("w", TALLEST);
    private final Label numbers = new Label();
    private final Label nothing = new Label();

    KernelPane(InspectorModel model) {
        this.model = model;
        getStyleClass().add("sum-pane");
        nothing.setWrapText(true);
        nothing.getStyleClass().add(Styles.MUTED);
        numbers.getStyleClass().addAll("arithmetic-box", Styles.ARITHMETIC);
        numbers.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(Panel.title("inspect.kernel.title"), nothing, tiles, numbers);
    }

    /** Shows the model's weights, if there are any. */
    void show(Surface surface) {
        Place place = model.place();
        boolean learns = place.learning().equals(place.node()) && !place.isInput();
        Mosaic kernel =
                model.findingsProperty().get().frame("kernel", Mosaic.class).orElse(null);
        Mosaic bias = model.findingsProperty().get().frame("bias", Mosaic.class).orElse(null);
        nothing.setText(
                place.isInput()
                        ? Texts.get("inspect.sum.input")
                        : Texts.get("inspect.kernel.none", place.node(), place.learning()));
        Visibility.see(nothing, !learns);
        boolean isKnown = learns && kernel != null && bias != null;
        Visibility.see(tiles, isKnown);
        Visibility.see(numbers, isKnown);
        if (isKnown) {
            tiles.show(kernel, surface);
            Stats stats = kernel.values().stats();
            numbers.setText(Texts.get(
                    "inspect.kernel.numbers",
                    Numbers.text(bias.values().flat(place.channel())),
                    Numbers.text(stats.mean()),
                    Numbers.text(stats.deviation())));
        }
    }
}
