package org.convscope.ui.compare;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.convscope.spec.Contrast;
import org.convscope.spec.Contrasts;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;

/** The bar above the rows: what is compared, and what can be done with all runs at once. */
final class BarView extends HBox {

    private final CompareModel model;
    private final Label what = new Label();
    private final Label same = new Label();

    BarView(CompareModel model) {
        this.model = model;
        getStyleClass().add("compare-bar");
        what.getStyleClass().add(Styles.STRONG);
        what.setMinWidth(0);
        same.getStyleClass().add(Styles.MUTED);
        same.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button step = Controls.button("step", model::step);
        step.textProperty().bind(Texts.of("compare.step"));
        CheckBox together = Controls.toggle("together", "lockStep", "compare.lockStep", model.togetherProperty());
        Button close = Controls.button("close", model::clear);
        close.textProperty().bind(Texts.of("compare.close"));
        Button play = play();
        for (Region part : new Region[] {play, step, together, close}) {
            part.disableProperty()
                    .bind(Bindings.createBooleanBinding(
                            () -> model.sidesProperty().get().isEmpty(), model.sidesProperty()));
        }
        getChildren().addAll(presets(), what, same, space, play, step, together, repeat(), adding(), close);
    }

    /** Says anew what differs, and what does not. */
    void refresh() {
        Optional<Sameness> sameness = model.sameness();
        what.setText(sameness.map(Words::differs).orElse(""));
        same.setText(sameness.map(Words::sameness).map(words -> "· " + words).orElse(""));
    }

    private Button play() {
        Button play = Controls.button("play", model::playOrPause);
        play.getStyleClass().add(Styles.PRIMARY);
        play.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Texts.get(model.learningProperty().get() ? "compare.pause" : "compare.train"),
                        model.learningProperty(),
                        Texts.language()));
        return play;
    }

    private Button repeat() {
        Button repeat = Controls.button("repeat", model::repeat);
        repeat.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.repeated() == 0
                                ? Texts.get("compare.repeat")
                                : Texts.get("compare.repeated", model.repeatedDone(), model.repeated()),
                        model.revisionProperty(),
                        Texts.language()));
        repeat.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.sidesProperty().get().isEmpty() || model.repeated() > 0,
                        model.sidesProperty(),
                        model.revisionProperty()));
        return repeat;
    }

    private MenuButton presets() {
        MenuButton presets = Controls.menu("presets", "preset");
        presets.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.contrastProperty()
                                .get()
                                .map(contrast ->
                                        Texts.get("compare.preset", Texts.get("compare.title." + contrast.id())))
                                .orElseGet(() -> Texts.get("compare.choose")),
                        model.contrastProperty(),
                        Texts.language()));
        for (Contrast contrast : Contrasts.ALL) {
            MenuItem item = new MenuItem();
            item.textProperty().bind(Texts.of("compare.title." + contrast.id()));
            item.setId("compare-preset-" + contrast.id());
            item.setOnAction(chosen -> model.start(contrast));
            presets.getItems().add(item);
        }
        return presets;
    }

    private MenuButton adding() {
        MenuButton add = Controls.menu("add", "add");
        add.textProperty().bind(Texts.of("compare.add"));
        add.disableProperty().bind(Bindings.createBooleanBinding(() -> !model.isRoom(), model.sidesProperty()));
        // A menu without items does not open.
        add.getItems().add(new SeparatorMenuItem());
        add.setOnShowing(showing -> fill(add));
        return add;
    }

    private void fill(MenuButton add) {
        add.getItems().clear();
        if (model.explore().runProperty().get() != null) {
            MenuItem open = new MenuItem();
            open.setId("compare-add-open");
            open.textProperty().bind(Texts.of("compare.addOpen"));
            open.setOnAction(chosen -> model.addOpen());
            add.getItems().addAll(open, new SeparatorMenuItem());
        }
        model.explore().workbench().models().stream()
                .filter(entry -> entry.problem().isEmpty())
                .forEach(entry -> add.getItems().add(named(entry.id(), entry.id())));
        add.getItems().add(new SeparatorMenuItem());
        model.recorded(entries -> entries.forEach(
                entry -> add.getItems().add(named(entry.id(), entry.folder().toString()))));
    }

    private MenuItem named(String title, String name) {
        MenuItem item = new MenuItem(title);
        item.setMnemonicParsing(false);
        item.setOnAction(chosen -> model.add(name));
        return item;
    }
}
