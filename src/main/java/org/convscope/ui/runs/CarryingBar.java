package org.convscope.ui.runs;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import org.convscope.frame.Numbers;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;

/** How far a run is carried into a file or out of one, and a way to end it; nothing while none is. */
final class CarryingBar extends HBox {

    private static final double BAR_WIDTH = 200;

    CarryingBar(Carrier carrier) {
        setId("runs-carrying");
        getStyleClass().add("runs-tools");
        visibleProperty().bind(carrier.busy());
        managedProperty().bind(visibleProperty());
        ProgressBar bar = new ProgressBar();
        bar.setPrefWidth(BAR_WIDTH);
        bar.progressProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> carrier.carryingProperty()
                                .get()
                                .map(Carrier.Carrying::share)
                                .orElse(0.0),
                        carrier.carryingProperty()));
        Label words = new Label();
        words.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        words.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> words(carrier.carryingProperty().get()), carrier.carryingProperty(), Texts.language()));
        bar.accessibleTextProperty().bind(words.textProperty());
        Button stop = RunButtons.button("stopCarrying");
        stop.setOnAction(pressed -> carrier.stop());
        getChildren().addAll(bar, stop, words);
    }

    private static String words(Optional<Carrier.Carrying> carrying) {
        return carrying.map(now ->
                        Texts.get("runs.carrying", now.file(), Numbers.bytes(now.bytes()), Numbers.bytes(now.all())))
                .orElse("");
    }
}
