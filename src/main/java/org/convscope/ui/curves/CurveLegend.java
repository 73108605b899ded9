package org.convscope.ui.curves;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.StringBinding;
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

    /** In less, the letters have to do. */
    private static final double ROOM_FOR_WORDS = 372;

    private final PanelModel panel;
    private final List<Entry> entries = new ArrayList<>();

    /** One line of the picture and where its value is written. */
    private record Entry(Function<Curves, Series> series, Label value) {}

    CurveLegend(PanelModel panel) {
        this.panel = panel;
        getStyleClass().add("curve-legend");
        add("train", Curves::smooth);
        add("rescored", Curves::rescored);
        add("sample", Curves::sample);
        add("test", Curves::test);
    }

    /** Writes the values at a step, or the newest ones. */
    void show(long step) {
        for (Entry entry : entries) {
            Series series = entry.series.apply(panel.curves().curves(panel.measure()));
            int index = step == CurvesModel.NOWHERE ? series.size() - 1 : series.indexAt(step);
            entry.value.setText(index < 0 ? Numbers.UNKNOWN : panel.measure().text(series.value(index)));
        }
    }

    private static Label name(StringBinding text) {
        Label label = new Label();
        label.textProperty().bind(text);
        label.getStyleClass().addAll(Styles.MUTED, "curve-name");
        return label;
    }

    private void add(String line, Function<Curves, Series> series) {
        Line stroke = new Line(0, 0, PATTERN, 0);
        stroke.getStyleClass().add("curve-" + line);
        Region marker = new Region();
        marker.getStyleClass().addAll("curve-marker", "curve-marker-" + line);
        StackPane pattern = new StackPane(stroke, marker);
        Label letter = name(Texts.of("curves.line." + line + ".letter"));
        Label word = name(Texts.of("curves.line." + line));
        word.visibleProperty().bind(widthProperty().greaterThan(ROOM_FOR_WORDS));
        word.managedProperty().bind(word.visibleProperty());
        letter.visibleProperty().bind(word.visibleProperty().not());
        letter.managedProperty().bind(letter.visibleProperty());
        Label value = new Label();
        value.getStyleClass().add("curve-value");
        HBox entry = new HBox(pattern, letter, word, value);
        entry.getStyleClass().add("curve-entry");
        Tips.install(entry, "curves.line." + line + ".tip");
        getChildren().add(entry);
        entries.add(new Entry(series, value));
    }
}
