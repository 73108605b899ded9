package org.convscope.ui.mistakes;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.convscope.ui.kit.Panel;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Theme;
import org.convscope.ui.kit.Tips;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Everything about the mistakes at once, over the map: a large matrix, the classes as a table, and the images. */
final class MistakesPage extends BorderPane {

    private static final double LEAST_SIDE = 330;
    private static final double MOST_SIDE = 460;

    /** Of the width, what table and images get. */
    private static final double SIDE = 0.45;

    private static final double PADDING = 40;

    /** By how much a matrix with names is wider than high. */
    private static final double MORE_WIDE = 60;

    private final MistakesModel model;

    MistakesPage(MistakesModel model) {
        this.model = model;
        MatrixView matrix = new MatrixView(model, true);
        setId("mistakes-page");
        getStyleClass().addAll(Styles.PANEL, "mistakes-page");
        Theme.dress(this, "mistakes");
        setMinSize(0, 0);
        setTop(header());
        matrix.setId("matrix");
        MistakesList list = new MistakesList(model);
        list.setId("mistakes-list");
        ClassTable table = new ClassTable(model);
        table.setMinHeight(0);
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox.setVgrow(list, Priority.ALWAYS);
        table.setPrefHeight(300);
        list.setPrefHeight(300);
        VBox side = new VBox(table, listTitle(), list);
        side.getStyleClass().add("mistakes-side");
        side.setMinWidth(LEAST_SIDE);
        side.prefWidthProperty()
                .bind(Bindings.max(
                        LEAST_SIDE, Bindings.min(MOST_SIDE, widthProperty().multiply(SIDE))));
        HBox.setHgrow(side, Priority.ALWAYS);
        VBox left = new VBox(matrix, axes());
        VBox.setVgrow(matrix, Priority.ALWAYS);
        left.setMinWidth(0);
        left.prefWidthProperty()
                .bind(Bindings.min(
                        widthProperty().subtract(side.prefWidthProperty()).subtract(PADDING),
                        heightProperty().add(MORE_WIDE)));
        HBox both = new HBox(left, side);
        both.getStyleClass().add("mistakes-both");
        both.visibleProperty().bind(model.examinationProperty().isNotNull());
        setCenter(new StackPane(both, new EmptyPane(model, "examine-page")));
        addEventHandler(KeyEvent.KEY_PRESSED, this::back);
        // Shown for whoever comes by key, who has no mouse to choose where the keys go.
        focusedProperty().addListener((focused, before, now) -> {
            if (now) {
                matrix.requestFocus();
            }
        });
    }

    private HBox header() {
        Label title = Panel.title("mistakes.title");
        title.setMinWidth(USE_PREF_SIZE);
        Label heading = MistakesPane.heading(model);
        heading.setId("mistakes-heading");
        heading.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(heading, Priority.ALWAYS);
        Button again = EmptyPane.again(model);
        again.setId("examine-page-again");
        Button close = new Button(null, new FontIcon(Feather.X));
        close.setId("close-mistakes");
        close.getStyleClass().addAll(Styles.COMPACT, "icon-button");
        close.accessibleTextProperty().bind(Texts.of("mistakes.close"));
        Tips.install(close, "mistakes.close");
        close.setOnAction(pressed -> close());
        HBox header = new HBox(title, heading, again, close);
        header.getStyleClass().add("mistakes-top");
        return header;
    }

    private static Label axes() {
        Label axes = new Label();
        axes.textProperty().bind(Texts.of("mistakes.axes"));
        axes.getStyleClass().addAll(Styles.MUTED, "mistakes-heading");
        axes.setWrapText(true);
        axes.setMinHeight(USE_PREF_SIZE);
        return axes;
    }

    private Region listTitle() {
        Label title = new Label();
        title.getStyleClass().addAll(Styles.MUTED, "mistakes-heading");
        title.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.chosenProperty().get() == null
                                ? Texts.get("mistakes.surest")
                                : model.words(model.chosenProperty().get()),
                        model.chosenProperty(),
                        model.examinationProperty(),
                        Texts.language()));
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        title.setMinWidth(0);
        Button all = new Button();
        all.setId("list-all");
        all.textProperty().bind(Texts.of("mistakes.listAll"));
        all.getStyleClass().add(Styles.COMPACT);
        all.setMinWidth(USE_PREF_SIZE);
        all.setOnAction(pressed -> model.choose(null));
        // Its place stays, or the list would jump.
        all.visibleProperty().bind(model.chosenProperty().isNotNull());
        HBox row = new HBox(title, all);
        row.getStyleClass().add("mistakes-top");
        row.setMinHeight(USE_PREF_SIZE);
        return row;
    }

    private void back(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            if (model.chosenProperty().get() != null) {
                model.choose(null);
            } else {
                close();
            }
        }
    }

    private void close() {
        model.explore().mistakesOpenProperty().set(false);
    }
}
