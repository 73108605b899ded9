package org.convscope.ui.dock;

import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import org.convscope.data.fetch.FetchProgress;
import org.convscope.ui.kit.Amounts;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Tips;

/** Stands in the form while the chosen dataset is not here: a button that brings it, then how far it has come. */
final class FetchPane extends HBox {

    private static final double MEGABYTE = 1e6;
    private static final double BAR_WIDTH = 160;

    private final FetchModel model;

    FetchPane(FetchModel model) {
        this.model = model;
        setId("fetch");
        getStyleClass().add("schedule");
        visibleProperty().bind(model.stateProperty().isNotEqualTo(FetchModel.State.HERE));
        managedProperty().bind(visibleProperty());
        BooleanBinding fetching = model.stateProperty().isEqualTo(FetchModel.State.FETCHING);
        Button begin = button("fetch-begin", "dock.tip.fetch", fetching.not());
        begin.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Texts.get("dock.fetch", model.megabytes()), model.stateProperty(), Texts.language()));
        Button cancel = button("fetch-cancel", "dock.tip.fetchCancel", fetching);
        cancel.textProperty().bind(Texts.of("dock.fetchCancel"));
        begin.setOnAction(pressed -> {
            model.fetch();
            cancel.requestFocus();
        });
        cancel.setOnAction(pressed -> {
            model.cancel();
            begin.requestFocus();
        });
        getChildren().addAll(begin, bar(fetching), cancel, words());
    }

    private static Button button(String id, String tip, BooleanBinding when) {
        Button button = new Button();
        button.setId(id);
        Tips.install(button, tip);
        button.setMinWidth(USE_PREF_SIZE);
        button.visibleProperty().bind(when);
        button.managedProperty().bind(when);
        return button;
    }

    private ProgressBar bar(BooleanBinding fetching) {
        ProgressBar bar = new ProgressBar();
        bar.setId("fetch-progress");
        bar.setPrefWidth(BAR_WIDTH);
        bar.progressProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> model.progressProperty()
                                .get()
                                .map(FetchProgress::share)
                                .orElse(0.0),
                        model.progressProperty()));
        bar.accessibleTextProperty().bind(Texts.of("dock.tip.fetch"));
        bar.visibleProperty().bind(fetching);
        bar.managedProperty().bind(fetching);
        return bar;
    }

    private Label words() {
        Label words = new Label();
        words.setId("fetch-words");
        words.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        words.textProperty()
                .bind(Bindings.createStringBinding(
                        this::sentence, model.stateProperty(), model.progressProperty(), Texts.language()));
        return words;
    }

    private String sentence() {
        if (model.stateProperty().get() != FetchModel.State.FETCHING) {
            return Texts.get("dock.notHere");
        }
        Optional<FetchProgress> progress = model.progressProperty().get();
        if (progress.isEmpty()) {
            return Texts.get("dock.fetchBegins");
        }
        FetchProgress now = progress.get();
        if (now.isWhole()) {
            return Texts.get("dock.fetchUnpacks");
        }
        return Texts.get(
                "dock.fetchProgress",
                megabytes(now.bytes()),
                megabytes(now.total()),
                megabytes(now.bytesPerSecond()),
                Double.isFinite(now.secondsLeft()) ? Amounts.duration(now.secondsLeft()) : "–");
    }

    private static String megabytes(double bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / MEGABYTE);
    }
}
