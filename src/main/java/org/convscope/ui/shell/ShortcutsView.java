package org.convscope.ui.shell;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.convscope.ui.kit.Panel;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Tips;

/** All keys, on a card over the window. */
final class ShortcutsView extends StackPane {

    private static final int ROWS = 13;

    private final GridPane table = new GridPane();
    private int rows;

    /**
     * Closed at first.
     *
     * @param leave takes the focus when it closes
     */
    ShortcutsView(ShellModel shell, Runnable leave) {
        setId("shortcuts");
        getStyleClass().add("veil");
        visibleProperty().bind(shell.helpOpenProperty());
        managedProperty().bind(visibleProperty());
        setOnMousePressed(event -> shell.helpOpenProperty().set(false));
        shell.helpOpenProperty().addListener((property, before, open) -> {
            if (open) {
                if (getChildren().isEmpty()) {
                    build(shell);
                }
                lookup("#close-shortcuts").requestFocus();
            } else {
                leave.run();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                shell.helpOpenProperty().set(false);
                event.consume();
            }
        });
    }

    /** Not before somebody asks: few do, and a start would wait for it. */
    private void build(ShellModel shell) {
        table.getStyleClass().add("keys");
        for (Command command : Command.values()) {
            add(command.keys(), "shell.key." + command);
        }
        add("← → ↑ ↓", "shell.key.walk");
        add("Enter", "shell.key.open");
        add("⌫", "shell.key.fold");
        add("E", "shell.key.unfold");
        add("F", "shell.key.fit");
        add("+  −", "shell.key.zoom");
        add("/", "shell.key.search");
        add("Esc", "shell.key.back");
        Button close = new Button();
        close.setId("close-shortcuts");
        close.textProperty().bind(Texts.of("shell.close"));
        Tips.install(close, "shell.key.back");
        close.setOnAction(pressed -> shell.helpOpenProperty().set(false));
        VBox card = new VBox(Panel.title("shell.keys"), table, close);
        card.getStyleClass().add("card");
        card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        card.setOnMousePressed(event -> event.consume());
        getChildren().add(card);
    }

    private void add(String keys, String wordsKey) {
        Label key = new Label(keys);
        key.getStyleClass().add("key");
        Label words = new Label();
        words.textProperty().bind(Texts.of(wordsKey));
        words.getStyleClass().add(Styles.SMALL);
        int column = rows / ROWS * 2;
        table.add(key, column, rows % ROWS);
        table.add(words, column + 1, rows % ROWS);
        rows++;
    }
}
