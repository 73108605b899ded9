package org.convscope.ui.shell;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import org.convscope.data.Loading;
import org.convscope.frame.Numbers;
import org.convscope.ui.explore.OpeningModel;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Tips;

/** Lies over the map while a large folder of images is read for a new run: how far it is, and a way to end it. */
final class ReadingView extends HBox {

    ReadingView(OpeningModel opening) {
        setId("reading");
        getStyleClass().addAll("card", "reading");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> opening.readingProperty().get().isPresent(), opening.readingProperty()));
        managedProperty().bind(visibleProperty());
        Label words = new Label();
        words.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> opening.readingProperty()
                                .get()
                                .map(read -> Texts.get(
                                        "shell.reading", Numbers.count(read.images()), Numbers.count(read.total())))
                                .orElse(""),
                        opening.readingProperty(),
                        Texts.language()));
        ProgressBar bar = new ProgressBar();
        bar.progressProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> share(opening.readingProperty().get()), opening.readingProperty()));
        bar.accessibleTextProperty().bind(words.textProperty());
        Button stop = new Button();
        stop.setId("stop-reading");
        stop.textProperty().bind(Texts.of("shell.stopReading"));
        Tips.install(stop, "shell.tip.stopReading");
        stop.setOnAction(pressed -> opening.stopReading());
        getChildren().addAll(words, bar, stop);
    }

    private static double share(Optional<Loading.Read> reading) {
        return reading.map(read -> (double) read.images() / read.total()).orElse(0.0);
    }
}
