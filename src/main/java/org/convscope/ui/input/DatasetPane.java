package org.convscope.ui.input;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.convscope.ui.kit.CheckedField;
import org.convscope.ui.kit.Chooser;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Tips;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The test images of the dataset: a class to keep to, one to go to, and all of them to click. */
final class DatasetPane extends VBox {

    private final InputModel model;

    DatasetPane(InputModel model) {
        this.model = model;
        getStyleClass().add("dataset");
        ThumbnailGrid grid = new ThumbnailGrid(model::choose);
        grid.shelfProperty().bind(model.shelfProperty());
        grid.testIndexProperty().bind(model.explore().testIndexProperty());
        grid.accessibleTextProperty().bind(Texts.of("input.images"));
        VBox.setVgrow(grid, Priority.ALWAYS);
        getChildren().addAll(filter(), leafing(), problem(), grid);
    }

    private Chooser<Integer> filter() {
        Chooser<Integer> filter = new Chooser<>(
                List.of(Shelf.ALL_CLASSES),
                label -> label == Shelf.ALL_CLASSES ? Texts.get("input.allClasses") : model.className(label));
        filter.setId("class-filter");
        filter.accessibleTextProperty().bind(Texts.of("input.allClasses"));
        Tips.install(filter, "input.tip.filter");
        filter.setVisibleRowCount(12);
        model.shelfProperty().addListener(changed -> fill(filter));
        fill(filter);
        filter.valueProperty().bindBidirectional(model.filterProperty());
        return filter;
    }

    private void fill(Chooser<Integer> filter) {
        List<Integer> entries = new ArrayList<>(List.of(Shelf.ALL_CLASSES));
        IntStream.range(0, model.labelledClasses()).forEach(entries::add);
        if (!filter.getItems().equals(entries)) {
            filter.getItems().setAll(entries);
            filter.setValue(Shelf.ALL_CLASSES);
        }
        filter.rename();
    }

    private HBox leafing() {
        CheckedField index = new CheckedField(
                "image-index",
                model.indexTextProperty(),
                model.indexProblemProperty().isNotNull());
        index.setPrefColumnCount(4);
        index.accessibleTextProperty().bind(Texts.of("input.tip.index"));
        index.setOnAction(enter -> model.goToIndex());
        Tips.install(index, "input.tip.index");
        HBox.setHgrow(index, Priority.ALWAYS);
        HBox row = new HBox(
                button("previous-image", "previous", Feather.CHEVRON_LEFT, model::previous),
                index,
                button("next-image", "next", Feather.CHEVRON_RIGHT, model::next),
                button("random-image", "random", Feather.SHUFFLE, model::random));
        row.getStyleClass().add("leafing");
        return row;
    }

    private static Button button(String id, String name, Feather icon, Runnable deed) {
        Button button = new Button(null, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll(Styles.COMPACT, "icon-button");
        button.accessibleTextProperty().bind(Texts.of("input.tip." + name));
        Tips.install(button, "input.tip." + name);
        button.setOnAction(pressed -> deed.run());
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private Label problem() {
        Label problem = new Label();
        problem.setId("image-index-problem");
        problem.getStyleClass().addAll("problem", Styles.SMALL);
        problem.setWrapText(true);
        problem.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.indexProblemProperty().get() == null
                                ? ""
                                : model.indexProblemProperty()
                                        .get()
                                        .in(Texts.language().get())
                                        .expected(),
                        model.indexProblemProperty(),
                        Texts.language()));
        problem.visibleProperty().bind(model.indexProblemProperty().isNotNull());
        problem.managedProperty().bind(problem.visibleProperty());
        return problem;
    }
}
