package org.convscope.ui.anatomy;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.convscope.blueprint.Architecture;
import org.convscope.blueprint.Choice;
import org.convscope.blueprint.Zoo;
import org.convscope.problem.Problem;
import org.convscope.ui.kit.CheckedField;
import org.convscope.ui.kit.Chooser;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Tips;

/** The form of one network: which, for what images, with what choices, and why it cannot be drawn. */
final class ChosenView extends VBox {

    private static final int COLUMNS = 2;

    private final ChosenModel chosen;
    private final String id;
    private final GridPane options = new GridPane();

    /**
     * A form.
     *
     * @param letter what the network is called in the table: A or B
     * @param problem what stands against the newest wish, asked again whenever {@code model} has an answer
     */
    ChosenView(ChosenModel chosen, String letter, AnatomyModel model, Supplier<Optional<Problem>> problem) {
        this.chosen = chosen;
        this.id = "anatomy-" + letter.toLowerCase(Locale.ROOT);
        setId(id);
        getStyleClass().add("anatomy-chosen");
        BooleanBinding wrong = Bindings.createBooleanBinding(
                () -> problem.get().isPresent(), model.answerProperty(), model.comparingProperty());
        GridPane first = grid();
        Node network = field("anatomy.network", "anatomy.tip.network", network());
        first.add(network, 0, 0, COLUMNS, 1);
        first.add(
                field(
                        "anatomy.input",
                        "anatomy.tip.input",
                        new CheckedField(id + "-input", chosen.inputProperty(), isOf(problem, model, false))),
                0,
                1);
        first.add(
                field(
                        "anatomy.classes",
                        "anatomy.tip.classes",
                        new CheckedField(id + "-classes", chosen.classesProperty(), isOf(problem, model, true))),
                1,
                1);
        Label mark = new Label(letter);
        mark.getStyleClass().addAll("anatomy-letter", letter.toLowerCase(Locale.ROOT));
        mark.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(mark, first);
        HBox.setHgrow(first, Priority.ALWAYS);
        head.getStyleClass().add("anatomy-head");
        grid(options);
        getChildren().addAll(head, options, problem(model, problem, wrong));
        chosen.architectureProperty().addListener(changed -> offer());
        offer();
    }

    /** Whether the problem is one of the classes, or of all the rest. */
    private static BooleanBinding isOf(Supplier<Optional<Problem>> problem, AnatomyModel model, boolean ofClasses) {
        return Bindings.createBooleanBinding(
                () -> problem.get()
                        .filter(found -> ofClasses == found.code().equals(Wish.CLASSES))
                        .isPresent(),
                model.answerProperty(),
                model.comparingProperty());
    }

    private Chooser<Architecture> network() {
        Chooser<Architecture> chooser = new Chooser<>(Zoo.ALL, Architecture::title);
        chooser.setId(id + "-network");
        offerTheOneOfAFile(chooser);
        chosen.architectureProperty().addListener(changed -> offerTheOneOfAFile(chooser));
        chooser.valueProperty().bindBidirectional(chosen.architectureProperty());
        return chooser;
    }

    /** Behind the zoo's, so that it can be chosen again; the one of an earlier file makes room. */
    private void offerTheOneOfAFile(Chooser<Architecture> chooser) {
        if (chosen.architectureProperty().get() instanceof FileDrawing drawing
                && !chooser.getItems().contains(drawing)) {
            chooser.getItems().removeIf(FileDrawing.class::isInstance);
            chooser.getItems().add(drawing);
        }
    }

    private void offer() {
        options.getChildren().clear();
        int place = 0;
        for (Choice choice : chosen.architectureProperty().get().choices()) {
            Chooser<String> chooser = new Chooser<>(choice.values(), ChosenView::words);
            chooser.setId(id + "-" + choice.key());
            chooser.valueProperty().bindBidirectional(chosen.optionProperty(choice.key()));
            Node field = field("dock.choice." + choice.key(), "dock.tip.choice." + choice.key(), chooser);
            options.add(field, place % COLUMNS, place / COLUMNS);
            place++;
        }
    }

    /** A value of a choice in the reader's language; numbers are themselves. */
    static String words(String value) {
        return value.matches("[\\d.,x]+") ? value : Texts.get("kit.value." + value);
    }

    private static Label problem(AnatomyModel model, Supplier<Optional<Problem>> problem, BooleanBinding wrong) {
        Label label = new Label();
        label.getStyleClass().addAll("problem", Styles.SMALL, "anatomy-problem");
        label.setWrapText(true);
        label.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> problem.get()
                                .map(found -> found.in(Texts.language().get()))
                                .map(text -> "⚠ " + text.what() + " " + text.value() + " " + text.expected() + " "
                                        + text.advice())
                                .orElse(""),
                        model.answerProperty(),
                        model.comparingProperty(),
                        Texts.language()));
        label.visibleProperty().bind(wrong);
        label.managedProperty().bind(wrong);
        return label;
    }

    private static Node field(String nameKey, String tipKey, Control control) {
        Label name = new Label();
        name.textProperty().bind(Texts.of(nameKey));
        name.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        name.setLabelFor(control);
        Tips.install(name, tipKey);
        Tips.install(control, tipKey);
        control.setMaxWidth(Double.MAX_VALUE);
        return new VBox(name, control);
    }

    private static GridPane grid() {
        GridPane grid = new GridPane();
        grid(grid);
        return grid;
    }

    private static void grid(GridPane grid) {
        grid.getStyleClass().add("anatomy-form");
        for (int column = 0; column < COLUMNS; column++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(100.0 / COLUMNS);
            grid.getColumnConstraints().add(half);
        }
    }
}
