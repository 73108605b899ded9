package org.convscope.ui.dock.study;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import org.convscope.frame.Numbers;
import org.convscope.train.StepStudy;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Tips;

/** What arrived at each layer and what it did: a row each, to be chosen. */
final class LayersTable extends GridPane {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final String[] COLUMNS = {"layer", "gradient", "update", "ratio", "weights"};

    private final StudyModel model;
    private final Map<String, Hyperlink> names = new LinkedHashMap<>();

    LayersTable(StudyModel model) {
        this.model = model;
        getStyleClass().add("study-layers");
        for (int column = 0; column < COLUMNS.length; column++) {
            ColumnConstraints numbers = new ColumnConstraints();
            numbers.setHalignment(column == 0 ? HPos.LEFT : HPos.RIGHT);
            getColumnConstraints().add(numbers);
        }
    }

    void show(StepStudy study) {
        getChildren().clear();
        names.clear();
        for (int column = 0; column < COLUMNS.length; column++) {
            Label head = new Label();
            head.textProperty().bind(Texts.of("dock.study.column." + COLUMNS[column]));
            head.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
            head.setMinWidth(USE_PREF_SIZE);
            Tips.install(head, "dock.study.tip.column." + COLUMNS[column]);
            add(head, column, 0);
        }
        study.layers().forEach(this::addRow);
        model.chosen().ifPresent(at -> mark(at.node()));
    }

    /** Shows which layer's kernels stand beside it. */
    void mark(String node) {
        names.forEach((each, name) -> name.pseudoClassStateChanged(CHOSEN, each.equals(node)));
    }

    private void addRow(StepStudy.Layer layer) {
        Hyperlink name = new Hyperlink(layer.node());
        name.setId("study-layer-" + layer.node());
        name.getStyleClass().add(Styles.SMALL);
        name.setMinWidth(USE_PREF_SIZE);
        name.setOnAction(pressed -> {
            name.setVisited(false);
            model.choose(layer.node());
        });
        names.put(layer.node(), name);
        addRow(
                getRowCount(),
                name,
                number(layer.gradientRms()),
                number(layer.updateRms()),
                number(layer.updateRatio()),
                number(layer.weightRms()));
    }

    private static Label number(double value) {
        Label number = new Label(Numbers.text(value));
        number.getStyleClass().addAll("value", Styles.SMALL);
        number.setMinWidth(USE_PREF_SIZE);
        return number;
    }
}
