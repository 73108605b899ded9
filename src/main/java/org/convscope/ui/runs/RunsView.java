package org.convscope.ui.runs;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Theme;
import org.convscope.ui.kit.Tips;

/** All recorded runs: the table in the middle, what one of them is at the right, and how to find them above. */
public final class RunsView extends BorderPane {

    private final RunsModel model;
    private final RunListModel list;
    private final RunTable table;
    private final RunTools tools;

    /** A view that reads the disk whenever it comes to be seen. */
    public RunsView(RunsModel model) {
        this.model = model;
        this.list = model.list();
        this.table = new RunTable(model);
        this.tools = new RunTools(model, table::focus);
        setId("runs");
        getStyleClass().add("runs");
        Theme.dress(this, "runs");
        StackPane middle = new StackPane(table, empty());
        VBox.setVgrow(middle, Priority.ALWAYS);
        VBox content = new VBox(tools, new TrashBar(model), new CarryingBar(model.carrier()), middle);
        content.getStyleClass().add("runs-content");
        setCenter(content);
        setRight(new RunDetails(model, table));
        list.seenProperty().bind(visibleProperty());
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        addEventHandler(KeyEvent.KEY_TYPED, this::type);
        setFocusTraversable(false);
        focusedProperty().addListener((property, before, now) -> {
            if (now) {
                table.focus();
            }
        });
    }

    /** What is said where there is no run to be seen, and what to do about it. */
    private Node empty() {
        BooleanBinding nothing = Bindings.isEmpty(list.shown())
                .and(Bindings.createBooleanBinding(
                        () -> list.readingProperty().get().isEmpty(), list.readingProperty()));
        BooleanBinding none = Bindings.isEmpty(list.rows());
        Label words = new Label();
        words.setId("runs-empty");
        words.getStyleClass().add(Styles.MUTED);
        words.textProperty()
                .bind(Bindings.when(none)
                        .then(Bindings.when(list.trashProperty())
                                .then(Texts.of("runs.trashIsEmpty"))
                                .otherwise(Texts.of("runs.empty")))
                        .otherwise(Texts.of("runs.nothingFound")));
        Button way = new Button();
        way.setId("runs-empty-way");
        way.getStyleClass().add(Styles.PRIMARY);
        way.textProperty()
                .bind(Bindings.when(none)
                        .then(Bindings.when(list.trashProperty())
                                .then(Texts.of("runs.button.backToRuns"))
                                .otherwise(Texts.of("runs.button.train")))
                        .otherwise(Texts.of("runs.button.showAll")));
        Tips.install(way, "runs.tip.emptyWay");
        way.setOnAction(pressed -> {
            if (list.rows().isEmpty() && !list.trashProperty().get()) {
                model.leave();
            } else {
                list.showAll();
            }
        });
        VBox both = new VBox(words, way);
        both.getStyleClass().add("runs-nothing");
        both.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        both.visibleProperty().bind(nothing);
        return both;
    }

    private void press(KeyEvent event) {
        boolean isTyping = event.getTarget() instanceof TextInputControl;
        if (event.getCode() == KeyCode.ESCAPE) {
            if (isTyping) {
                table.focus();
            } else if (list.trashProperty().get()) {
                list.trashProperty().set(false);
            } else {
                model.leave();
            }
            event.consume();
        } else if (event.getCode() == KeyCode.F5) {
            list.refresh();
            event.consume();
        }
    }

    private void type(KeyEvent event) {
        if (event.getCharacter().equals("/") && !(event.getTarget() instanceof TextInputControl)) {
            tools.search().requestFocus();
            event.consume();
        }
    }
}
