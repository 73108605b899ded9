package org.convscope.ui.curves;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Line;
import org.convscope.frame.Numbers;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Tips;

/**
 * Which line is which, by pattern, letter and name, with its newest value or the one at a step that is
 * pointed at. The places of the values are wide enough for any of them.
 */
final class CurveLegend extends HBox {

    private static final double PATTERN = 11;

    private final CurvesModel model;
    private final Measure measure;
    private final List<Entry> entries = new ArrayList<>();

    /** One line of the picture and where its value is written. */
    private record Entry(Function<Curves, Series> series, Label value) {}

    CurveLegend(CurvesModel model, Measure measure) {
        this.model = model;
        this.measure = measure;
        getStyleClass().add("curve-legend");
        add("train", Curves::smooth);
        add("sample", Curves::sample);
        add("test", Curves::test);
    }

    /** Writes the values at a step, or the newest ones. */
    void show(long step) {
        for (Entry entry : entries) {
            Series series = entry.series.apply(model.curves(measure));
            int index = step == CurvesModel.NOWHERE ? series.size() - 1 : series.indexAt(step);
            entry.value.setText(index < 0 ? Numbers.UNKNOWN : CurvesView.text(measure, series.value(index)));
        }
    }

    private void add(String line, Function<Curves, Series> series) {
        Line stroke = new Line(0, 0, PATTERN, 0);
        stroke.getStyleClass().add("curve-" + line);
        Region marker = new Region();
        marker.getStyleClass().addAll("curve-marker", "curve-marker-" + line);
        StackPane pattern = new StackPane(stroke, marker);
        Label name = new Label();
        name.textProperty().bind(Texts.of("curves.line." + line));
        name.getStyleClass().addAll(Styles.MUTED, "curve-name");
        Label value = new Label();
        value.getStyleClass().add("curve-value");
        HBox entry = new HBox(pattern, name, value);
        entry.getStyleClass().add("curve-entry");
        Tips.install(entry, "curves.line." + line + ".tip");
        getChildren().add(entry);
        entries.add(new Entry(series, value));
    }
}
