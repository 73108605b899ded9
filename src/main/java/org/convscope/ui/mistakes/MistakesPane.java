package org.convscope.ui.mistakes;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;

/** The mistakes in the dock: the matrix with its classes' accuracies, and beside it the surest mistakes. */
final class MistakesPane extends BorderPane {

    /** What a list needs beside the matrix. */
    private static final double LIST = 126;

    private static final double NARROW = 340;

    MistakesPane(MistakesModel model) {
        getStyleClass().add("mistakes-pane");
        setMinSize(0, 0);
        Label heading = heading(model);
        heading.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(heading, Priority.ALWAYS);
        Button again = EmptyPane.again(model);
        again.setId("examine-again");
        again.managedProperty().bind(again.visibleProperty());
        HBox top = new HBox(heading, again);
        top.getStyleClass().add("mistakes-top");
        setTop(top);
        MatrixView matrix = new MatrixView(model, false);
        MistakesList list = new MistakesList(model);
        list.setPrefWidth(LIST);
        list.setMinWidth(LIST);
        HBox.setHgrow(matrix, Priority.ALWAYS);
        // In less room the matrix alone can be read; the list is a key away.
        list.visibleProperty().bind(widthProperty().greaterThan(NARROW));
        list.managedProperty().bind(list.visibleProperty());
        HBox both = new HBox(matrix, list);
        both.visibleProperty().bind(model.examinationProperty().isNotNull());
        setCenter(new StackPane(both, new EmptyPane(model, "examine")));
    }

    /** What is pointed at in words, or else of which images and which step everything is. */
    static Label heading(MistakesModel model) {
        Label heading = new Label();
        heading.getStyleClass().addAll(Styles.MUTED, "mistakes-heading");
        heading.setMinWidth(0);
        heading.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> {
                            String words = model.words(model.pointedProperty().get());
                            return words.isEmpty() ? model.heading() : words;
                        },
                        model.pointedProperty(),
                        model.examinationProperty(),
                        model.readingProperty(),
                        model.explore().momentProperty(),
                        Texts.language()));
        return heading;
    }
}
