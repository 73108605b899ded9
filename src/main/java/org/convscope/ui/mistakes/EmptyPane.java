package org.convscope.ui.mistakes;

import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;

/** Why no mistakes are to be seen, and the button that changes it. */
final class EmptyPane extends VBox {

    /** A pane that is seen while the model knows nothing. */
    EmptyPane(MistakesModel model, String id) {
        getStyleClass().add("mistakes-empty");
        Label why = new Label();
        why.setWrapText(true);
        why.getStyleClass().add(Styles.MUTED);
        why.textProperty()
                .bind(Bindings.createStringBinding(
                        model::emptiness,
                        model.examinationProperty(),
                        model.explore().runProperty(),
                        model.explore().progressProperty(),
                        Texts.language()));
        Button examine = examine(model);
        examine.setId(id);
        examine.visibleProperty().bind(Bindings.createBooleanBinding(() -> isUseful(model), standing(model)));
        BooleanBinding isReading = Bindings.createBooleanBinding(
                () -> model.readingProperty().get().isPresent(), model.readingProperty());
        ProgressBar progress = new ProgressBar();
        progress.setMaxWidth(240);
        progress.progressProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> model.readingProperty()
                                .get()
                                .map(read -> (double) read.images() / read.total())
                                .orElse(0.0),
                        model.readingProperty()));
        progress.visibleProperty().bind(isReading);
        getChildren().addAll(why, examine, progress);
        visibleProperty().bind(model.examinationProperty().isNull());
    }

    /** A button that examines anew where something is known already; seen where it means something. */
    static Button again(MistakesModel model) {
        Button button = examine(model);
        BooleanBinding isUseful = Bindings.createBooleanBinding(
                () -> model.examinationProperty().get() != null && isUseful(model), standing(model));
        button.visibleProperty().bind(isUseful);
        return button;
    }

    /** A button that examines now, and that gives up while it does. */
    private static Button examine(MistakesModel model) {
        Button button = new Button();
        button.getStyleClass().add(Styles.COMPACT);
        BooleanBinding isReading = Bindings.createBooleanBinding(
                () -> model.readingProperty().get().isPresent(), model.readingProperty());
        button.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Texts.get(isReading.get() ? "mistakes.stop" : "mistakes.examine"),
                        isReading,
                        Texts.language()));
        button.setOnAction(pressed -> {
            if (isReading.get()) {
                model.stopExamining();
            } else {
                model.examine();
            }
        });
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private static boolean isUseful(MistakesModel model) {
        return model.readingProperty().get().isPresent() || model.mayExamine();
    }

    private static Observable[] standing(MistakesModel model) {
        return new Observable[] {
            model.readingProperty(),
            model.examinationProperty(),
            model.explore().runProperty(),
            model.explore().progressProperty()
        };
    }
}
