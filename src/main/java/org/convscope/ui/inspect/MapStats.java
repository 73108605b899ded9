package org.convscope.ui.inspect;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.convscope.frame.Numbers;
import org.convscope.tensor.Stats;
import org.convscope.ui.kit.HistogramView;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Tips;

/** How the values of a map are spread: histogram, ends, mean, deviation, share at zero. */
final class MapStats extends VBox {

    private static final List<String> ROWS = List.of("min", "max", "mean", "deviation", "zero");

    private final HistogramView histogram = new HistogramView();
    private final List<Label> numbers = new ArrayList<>();
    private final ReadOnlyStringWrapper pointed = new ReadOnlyStringWrapper("");
    private Stats stats;
    private int bin = -1;

    MapStats() {
        getStyleClass().add("map-stats");
        GridPane table = new GridPane();
        table.getStyleClass().add("stats-table");
        ColumnConstraints right = new ColumnConstraints();
        right.setHgrow(Priority.ALWAYS);
        right.setHalignment(HPos.RIGHT);
        table.getColumnConstraints().addAll(new ColumnConstraints(), right);
        for (String row : ROWS) {
            Label name = new Label();
            name.textProperty().bind(Texts.of("inspect.stats." + row));
            name.getStyleClass().add(Styles.MUTED);
            Tips.install(name, "inspect.stats." + row + ".tip");
            Label number = new Label();
            number.setMinWidth(USE_PREF_SIZE);
            numbers.add(number);
            table.addRow(numbers.size(), name, number);
        }
        VBox.setVgrow(histogram, Priority.ALWAYS);
        getChildren().addAll(histogram, table);
        histogram.setOnMouseMoved(event -> point(histogram.binAt(event.getX())));
        histogram.setOnMouseExited(event -> point(-1));
    }

    /** What the mouse rests on in the histogram, in words; empty for nothing. */
    ReadOnlyStringProperty pointedProperty() {
        return pointed.getReadOnlyProperty();
    }

    /** Shows how values are spread. */
    void show(Stats values) {
        stats = values;
        histogram.show(values);
        List<String> texts = List.of(
                Numbers.text(values.min()),
                Numbers.text(values.max()),
                Numbers.text(values.mean()),
                Numbers.text(values.deviation()),
                Numbers.percent(values.zeroShare()));
        for (int i = 0; i < texts.size(); i++) {
            numbers.get(i).setText(texts.get(i));
        }
        point(bin);
    }

    private void point(int index) {
        bin = stats != null && index < stats.histogram().size() ? index : -1;
        histogram.choose(bin);
        if (bin < 0) {
            pointed.set("");
            return;
        }
        double width = (stats.max() - stats.min()) / stats.histogram().size();
        pointed.set(Texts.get(
                "inspect.stats.bin",
                Numbers.text(stats.min() + bin * width),
                Numbers.text(stats.min() + (bin + 1) * width),
                Numbers.count(stats.histogram().get(bin))));
    }
}
