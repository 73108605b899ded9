package org.convscope.ui.inspect.sum;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.convscope.frame.Numbers;
import org.convscope.frame.Sum;
import org.convscope.tensor.Shape;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;

/** What a dense unit adds up: its largest products, one a row, and the rest in a last one. */
public final class ContributionsPane extends GridPane {

    private static final int MOST = 10;

    private final List<Row> rows = new ArrayList<>();
    private final Label others = new Label();

    /** The cells of one row. */
    private record Row(Label from, Label factors, SignedBar bar, Label product) {}

    /** Rows without terms yet. */
    public ContributionsPane() {
        getStyleClass().add("contributions");
        ColumnConstraints from = new ColumnConstraints();
        ColumnConstraints factors = new ColumnConstraints();
        factors.setHalignment(HPos.RIGHT);
        ColumnConstraints bar = new ColumnConstraints();
        bar.setHgrow(Priority.ALWAYS);
        ColumnConstraints product = new ColumnConstraints();
        product.setHalignment(HPos.RIGHT);
        getColumnConstraints().addAll(from, factors, bar, product);
        for (int i = 0; i < MOST; i++) {
            Row row = new Row(new Label(), new Label(), new SignedBar(true), new Label());
            row.from.getStyleClass().add(Styles.MUTED);
            row.factors.getStyleClass().add(Styles.MUTED);
            for (Label label : List.of(row.from, row.product)) {
                label.setMinWidth(USE_PREF_SIZE);
            }
            rows.add(row);
            addRow(i, row.from, row.factors, row.bar, row.product);
        }
        others.getStyleClass().add(Styles.MUTED);
        add(others, 0, MOST, 4, 1);
    }

    /**
     * Shows a sum.
     *
     * @param source id of the node that was read
     * @param read its shape
     */
    public void show(Sum sum, String source, Shape read) {
        Contributions contributions = Contributions.of(sum, MOST);
        double full = contributions.largest().stream()
                .mapToDouble(term -> Math.abs(term.product()))
                .max()
                .orElse(0);
        for (int i = 0; i < MOST; i++) {
            boolean isUsed = i < contributions.largest().size();
            Row row = rows.get(i);
            if (isUsed) {
                Sum.Term term = contributions.largest().get(i);
                row.from.setText(
                        read.isMaps()
                                ? source + " " + term.inputChannel() + " (" + term.row() + ", " + term.column() + ")"
                                : source + " " + term.inputChannel());
                row.factors.setText(Numbers.text(term.input()) + " · " + Numbers.text(term.weight()));
                row.bar.show(full == 0 ? 0 : term.product() / full);
                row.product.setText(Numbers.text(term.product()));
            }
            row.from.setVisible(isUsed);
            row.factors.setVisible(isUsed);
            row.bar.setVisible(isUsed);
            row.product.setVisible(isUsed);
        }
        others.setText(
                contributions.others() == 0
                        ? ""
                        : Texts.get(
                                "inspect.sum.others",
                                Numbers.count(contributions.others()),
                                Numbers.text(contributions.othersSum())));
    }
}
