package org.convscope.ui.inspect;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.convscope.frame.Mosaic;
import org.convscope.frame.Surface;
import org.convscope.tensor.Tensor;
import org.convscope.ui.inspect.tile.TilePane;
import org.convscope.ui.kit.Panel;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Tips;

/** How the last batch pulled at the map's weights, and this image's loss at its weights and values. */
final class GradientsPane extends VBox {

    private static final double TALLEST = 132;

    private final InspectorModel model;
    private final Part weights;
    private final Part imageWeights;
    private final Part values;

    /** One of the gradients, or why there is none. */
    private static final class Part extends VBox {

        private final String key;
        private final TilePane tiles;
        private final Label instead = new Label();

        Part(String key, String symbol) {
            this.key = key;
            this.tiles = new TilePane(symbol, TALLEST);
            getStyleClass().add("sum-pane");
            instead.setWrapText(true);
            instead.getStyleClass().add(Styles.MUTED);
            Label title = Panel.title("inspect.gradient." + key);
            Tips.install(title, "inspect.gradient." + key + ".tip");
            getChildren().addAll(title, instead, tiles);
        }

        void show(Optional<Mosaic> picture, Optional<String> problem, boolean isPossible, Surface surface) {
            picture.ifPresent(mosaic -> tiles.show(mosaic, surface));
            Visibility.see(tiles, picture.isPresent());
            instead.setText(problem.orElseGet(() -> isPossible ? "" : Texts.get("inspect.gradient." + key + ".none")));
            Visibility.see(instead, picture.isEmpty());
        }
    }

    GradientsPane(InspectorModel model) {
        this.model = model;
        this.weights = new Part("weights", "∂L/∂w");
        this.imageWeights = new Part("imageWeights", "∂L/∂w");
        this.values = new Part("values", "∂L/∂x");
        getStyleClass().add("sum-pane");
        getChildren().addAll(weights, imageWeights, values);
    }

    /** Shows the model's gradients, if there are any. */
    void show(Surface surface) {
        Place place = model.place();
        weights.show(picture("weight-gradient"), problem("weight-gradient"), isPossible("weight-gradient"), surface);
        imageWeights.show(
                picture("image-weight-gradient"),
                problem("image-weight-gradient"),
                isPossible("image-weight-gradient"),
                surface);
        // Where nothing is learned, once said is enough.
        Visibility.see(imageWeights, isPossible("image-weight-gradient"));
        values.show(
                picture("activation-gradient").map(mosaic -> ofMap(mosaic, place)),
                problem("activation-gradient"),
                isPossible("activation-gradient"),
                surface);
    }

    private Optional<Mosaic> picture(String lens) {
        return model.findingsProperty().get().frame(lens, Mosaic.class);
    }

    private Optional<String> problem(String lens) {
        return model.findingsProperty()
                .get()
                .problem(lens)
                .map(problem -> problem.in(Texts.language().get()))
                .map(text -> text.what() + " " + text.advice());
    }

    private boolean isPossible(String lens) {
        Place place = model.place();
        return Aspect.GRADIENTS.lenses(place.blueprint(), place.node()).stream()
                .anyMatch(fitting -> fitting.id().equals(lens));
    }

    /** Of maps only the selected one; of units all, since one alone would be a single square. */
    private static Mosaic ofMap(Mosaic mosaic, Place place) {
        if (!place.isMap()) {
            return mosaic;
        }
        Tensor plane = mosaic.plane(place.channel()).toTensor();
        return new Mosaic(mosaic.stamp(), plane, List.of(mosaic.scale(place.channel())));
    }
}
