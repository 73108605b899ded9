package org.convscope.ui.runs;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.convscope.frame.Numbers;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;

/** Above the trash: what it is, and how it is emptied. The one thing here that asks, as nothing leads back from it. */
final class TrashBar extends HBox {

    private final RunListModel list;
    private final BooleanProperty asking = new SimpleBooleanProperty();

    TrashBar(RunsModel model) {
        this.list = model.list();
        setId("runs-trash-bar");
        getStyleClass().addAll("runs-tools", "runs-trash-bar");
        visibleProperty().bind(list.trashProperty());
        managedProperty().bind(visibleProperty());
        visibleProperty().addListener(changed -> asking.set(false));
        Label words = new Label();
        words.getStyleClass().add(Styles.SMALL);
        words.textProperty().bind(Bindings.createStringBinding(this::words, asking, list.rows(), Texts.language()));
        Button empty = RunButtons.button("emptyTrash");
        empty.disableProperty().bind(Bindings.isEmpty(list.rows()));
        Button yes = RunButtons.button("removeForGood");
        yes.getStyleClass().add("danger");
        Button no = RunButtons.button("keepThem");
        empty.setOnAction(pressed -> {
            asking.set(true);
            no.requestFocus();
        });
        yes.setOnAction(pressed -> {
            asking.set(false);
            model.emptyTrash();
        });
        no.setOnAction(pressed -> {
            asking.set(false);
            empty.requestFocus();
        });
        show(empty, asking.not());
        show(yes, asking);
        show(no, asking);
        getChildren().addAll(words, empty, yes, no);
    }

    private static void show(Button button, ObservableBooleanValue when) {
        button.visibleProperty().bind(when);
        button.managedProperty().bind(when);
    }

    private String words() {
        if (!asking.get()) {
            return Texts.get("runs.trashIs");
        }
        long bytes = list.rows().stream()
                .mapToLong(row -> row.facts().entry().bytes())
                .sum();
        return Texts.get("runs.reallyEmpty", Numbers.count(list.rows().size()), Numbers.bytes(bytes));
    }
}
