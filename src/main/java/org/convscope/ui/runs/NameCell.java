package org.convscope.ui.runs;

import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Tips;

/** A run's name, or its id in a quieter colour; F2 lets it be typed, Enter and leaving keep it, Esc does not. */
final class NameCell extends TableCell<RunRow, RunFacts> {

    private static final PseudoClass NAMELESS = PseudoClass.getPseudoClass("nameless");

    private final RunsModel model;
    private TextField field;

    NameCell(RunsModel model) {
        this.model = model;
        getStyleClass().add("runs-name");
    }

    @Override
    public void startEdit() {
        super.startEdit();
        if (isEditing()) {
            field = field();
            field.setText(getItem().entry().notes().name());
            setText(null);
            setGraphic(field);
            field.requestFocus();
            field.selectAll();
        }
    }

    @Override
    public void cancelEdit() {
        super.cancelEdit();
        field = null;
        show(getItem());
    }

    @Override
    protected void updateItem(RunFacts run, boolean empty) {
        super.updateItem(run, empty);
        if (field == null || empty) {
            field = null;
            show(empty ? null : run);
        }
    }

    private void show(RunFacts run) {
        setGraphic(null);
        setText(run == null ? null : run.title());
        pseudoClassStateChanged(
                NAMELESS, run != null && run.entry().notes().name().isEmpty());
    }

    private TextField field() {
        TextField made = new TextField();
        made.setId("runs-rename");
        made.promptTextProperty().bind(Texts.of("runs.name"));
        Tips.install(made, "runs.tip.rename");
        made.setOnAction(entered -> keep(made));
        made.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                cancelEdit();
                getTableView().requestFocus();
                event.consume();
            }
        });
        made.focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                keep(made);
            }
        });
        return made;
    }

    private void keep(TextField typed) {
        // Enter takes the focus away, too; what is kept is kept once.
        if (typed.equals(field)) {
            RunFacts run = getItem();
            boolean hadFocus = typed.isFocused();
            cancelEdit();
            if (run != null
                    && !run.entry().notes().name().equals(typed.getText().strip())) {
                model.rename(run, typed.getText());
            }
            if (hadFocus) {
                getTableView().requestFocus();
            }
        }
    }
}
