package org.convscope.ui.inspect.sum;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.property.IntegerProperty;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.convscope.frame.Numbers;
import org.convscope.ui.kit.Panel;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Tips;

/** Every class with its logit and its probability; a row can be pointed at and picked. */
public final class ClassesPane extends GridPane {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");

    private final IntegerProperty pointed;
    private final IntConsumer pick;
    private final List<Row> rows = new ArrayList<>();

    /** The cells of one row, and what lies behind them. */
    private record Row(Region ground, Label name, Label logit, SignedBar bar, Label probability) {}

    /**
     * Classes of which one may be pointed at.
     *
     * @param pointed the class under the mouse, here or elsewhere; −1 for none
     * @param pick receives the class that is clicked
     */
    public ClassesPane(IntegerProperty pointed, IntConsumer pick) {
        this.pointed = pointed;
        this.pick = pick;
        getStyleClass().add("classes");
        ColumnConstraints name = new ColumnConstraints();
        name.setHgrow(Priority.ALWAYS);
        name.setMinWidth(40);
        ColumnConstraints right = new ColumnConstraints();
        right.setHalignment(HPos.RIGHT);
        right.setMinWidth(Region.USE_PREF_SIZE);
        getColumnConstraints().addAll(name, right, new ColumnConstraints(), right);
        pointed.addListener((index, before, now) -> mark());
    }

    /** Shows logits and probabilities, one class chosen. */
    public void show(Softmax softmax, List<String> classes, int chosen) {
        while (rows.size() < softmax.classes()) {
            add(rows.size());
        }
        for (int i = 0; i < softmax.classes(); i++) {
            Row row = rows.get(i);
            row.name.setText(i < classes.size() ? classes.get(i) : String.valueOf(i));
            row.logit.setText(Numbers.text(softmax.logits().get(i)));
            row.bar.show(softmax.probabilities().get(i));
            row.probability.setText(Numbers.percent(softmax.probabilities().get(i)));
            row.ground.pseudoClassStateChanged(CHOSEN, i == chosen);
            row.name.pseudoClassStateChanged(CHOSEN, i == chosen);
        }
    }

    private void add(int index) {
        if (index == 0) {
            Label logit = Panel.title("inspect.classes.logit");
            Tips.install(logit, "inspect.classes.logit.tip");
            Label probability = Panel.title("inspect.classes.probability");
            Tips.install(probability, "inspect.classes.probability.tip");
            add(logit, 1, 0);
            add(probability, 2, 0, 2, 1);
        }
        Row row = new Row(new Region(), new Label(), new Label(), new SignedBar(false), new Label());
        row.ground.getStyleClass().add("class-ground");
        row.logit.getStyleClass().add(Styles.MUTED);
        row.probability.getStyleClass().add("class-probability");
        rows.add(row);
        add(row.ground, 0, index + 1, 4, 1);
        List<Region> cells = List.of(row.name, row.logit, row.bar, row.probability);
        for (int column = 0; column < cells.size(); column++) {
            add(cells.get(column), column, index + 1);
        }
        for (Region cell : List.of(row.ground, row.name, row.logit, row.bar, row.probability)) {
            cell.setOnMouseEntered(event -> pointed.set(index));
            cell.setOnMouseExited(event -> pointed.set(-1));
            cell.setOnMouseClicked(event -> pick.accept(index));
        }
    }

    private void mark() {
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).ground.pseudoClassStateChanged(POINTED, i == pointed.get());
        }
    }
}
