package org.convscope.ui.runs;

import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.stage.Window;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;

/** What can be done with the run that is looked at: a button each, with its key in its tip. */
final class RunDeeds extends FlowPane {

    private static final Predicate<RunFacts> CARD = run -> run.card().isPresent();

    private final RunListModel list;
    private final ObservableValue<RunFacts> facts;

    RunDeeds(RunsModel model, RunTable table) {
        this.list = model.list();
        this.facts = list.lookedProperty().flatMap(RunRow::factsProperty);
        getStyleClass().add("runs-deeds");
        Button open = add("open", false, model::open, RunFacts::canBeOpened);
        open.getStyleClass().add(Styles.PRIMARY);
        add("watch", false, model::watch, RunsModel::canBeWatched);
        add("beside", false, model::openBeside, RunsModel::isFree);
        add("compare", false, model::compare, RunsModel::isFree);
        Button star = add("starIt", false, model::star, run -> true);
        star.textProperty().unbind();
        star.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Texts.get(
                                looked() != null && looked().entry().notes().starred()
                                        ? "runs.button.unstar"
                                        : "runs.button.starIt"),
                        facts,
                        Texts.language()));
        add("rename", false, run -> table.rename(), run -> true);
        whenNothingIsCarried(model, add("export", false, run -> RunFileChooser.export(model, run, window()), CARD));
        whenNothingIsCarried(
                model, add("board", false, run -> RunFileChooser.tensorBoard(model, table.selected(), window()), CARD));
        add("delete", false, run -> model.delete(table.selected()), run -> run.hand() == RunFacts.Hand.NOBODY);
        add("restore", true, run -> model.restore(table.selected()), run -> true);
    }

    /** A button that is seen in the trash or outside it. */
    private Button add(String name, boolean isOfTrash, Consumer<RunFacts> deed, Predicate<RunFacts> possible) {
        Button button = RunButtons.button(name);
        button.setOnAction(pressed -> deed.accept(looked()));
        button.disableProperty().bind(may(possible).not());
        button.visibleProperty()
                .bind(isOfTrash ? list.trashProperty() : list.trashProperty().not());
        button.managedProperty().bind(button.visibleProperty());
        getChildren().add(button);
        return button;
    }

    private void whenNothingIsCarried(RunsModel model, Button button) {
        button.disableProperty().unbind();
        button.disableProperty().bind(may(CARD).not().or(model.carrier().busy()));
    }

    private Window window() {
        return getScene().getWindow();
    }

    private BooleanBinding may(Predicate<RunFacts> possible) {
        return Bindings.createBooleanBinding(() -> looked() != null && possible.test(looked()), facts);
    }

    // Read through what is bound to, or it would not tell of the next change.
    private RunFacts looked() {
        return facts.getValue();
    }
}
