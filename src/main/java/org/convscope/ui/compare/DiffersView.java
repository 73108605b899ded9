package org.convscope.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.convscope.frame.Numbers;
import org.convscope.train.Progress;
import org.convscope.ui.kit.Panel;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;
import org.convscope.workbench.LayerHealth;

/** What differs between the runs now: what was chosen, then what came of it. */
final class DiffersView extends VBox {

    private final CompareModel model;
    private final GridPane grid = new GridPane();
    private final Label when = new Label();
    private List<Line> shown = List.of();
    private List<String> heads = List.of();
    private final List<List<Label>> cells = new ArrayList<>();

    /** One row of the table. */
    private record Line(String what, List<String> values) {}

    DiffersView(CompareModel model) {
        this.model = model;
        setId("compare-differs");
        getStyleClass().addAll(Styles.PANEL, "compare-differs");
        when.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        grid.getStyleClass().add("compare-table");
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("compare-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        scroll.setMinHeight(0);
        getChildren().addAll(Panel.title("compare.differsNow"), when, scroll);
        setMinSize(0, 0);
    }

    /** Writes the numbers of now. */
    void refresh() {
        List<Side> sides = model.sidesProperty().get();
        if (sides.isEmpty()) {
            return;
        }
        Progress now = sides.get(0).progressProperty().get();
        OptionalLong moment = model.momentProperty().get();
        when.setText(
                moment.isPresent()
                        ? Texts.get("compare.then", Numbers.count(moment.getAsLong()))
                        : Texts.get(
                                "compare.when",
                                now.epoch(),
                                Numbers.count(now.stepOfEpoch()),
                                Numbers.count(now.images())));
        List<Line> lines = lines(sides);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < sides.size(); i++) {
            names.add(Letters.of(i) + " " + sides.get(i).name());
        }
        boolean isNew = !names.equals(heads)
                || lines.size() != shown.size()
                || !lines.stream()
                        .map(Line::what)
                        .toList()
                        .equals(shown.stream().map(Line::what).toList());
        if (isNew) {
            build(names, lines);
        }
        for (int i = 0; i < lines.size(); i++) {
            for (int side = 0; side < sides.size(); side++) {
                cells.get(i).get(side).setText(lines.get(i).values.get(side));
            }
        }
        shown = lines;
        heads = names;
    }

    private void build(List<String> names, List<Line> lines) {
        grid.getChildren().clear();
        grid.getColumnConstraints().clear();
        cells.clear();
        ColumnConstraints what = new ColumnConstraints();
        what.setHgrow(Priority.ALWAYS);
        what.setMinWidth(0);
        grid.getColumnConstraints().add(what);
        for (int side = 0; side < names.size(); side++) {
            ColumnConstraints value = new ColumnConstraints();
            value.setHalignment(HPos.RIGHT);
            value.setMinWidth(names.size() > 2 ? 62 : 96);
            grid.getColumnConstraints().add(value);
            Label head = new Label(names.size() > 2 ? Letters.of(side) : names.get(side));
            head.getStyleClass().addAll("compare-table-head", Letters.style(side));
            grid.add(head, side + 1, 0);
        }
        for (int i = 0; i < lines.size(); i++) {
            Label name = new Label(lines.get(i).what);
            name.setMinWidth(0);
            grid.add(name, 0, i + 1);
            List<Label> ofLine = new ArrayList<>();
            for (int side = 0; side < names.size(); side++) {
                Label cell = new Label();
                cell.getStyleClass().add("compare-cell");
                ofLine.add(cell);
                grid.add(cell, side + 1, i + 1);
            }
            cells.add(ofLine);
        }
    }

    private List<Line> lines(List<Side> sides) {
        List<Line> lines = new ArrayList<>();
        model.sameness().ifPresent(same -> same.differences()
                .forEach(one -> lines.add(new Line(
                        Words.of(one.what()),
                        one.values().stream()
                                .map(value -> Words.value(one.what(), value))
                                .toList()))));
        add(lines, "accuracy", sides, side -> Numbers.percent(model.accuracy(side)));
        String first = firstLayer(sides);
        lines.add(new Line(Texts.get("compare.row.gradient", first), values(sides, side -> number(gradient(side)))));
        add(lines, "saturated", sides, side -> percent(mean(side, LayerHealth.Row::saturatedShare)));
        add(lines, "dead", sides, side -> percent(mean(side, LayerHealth.Row::deadShare)));
        add(
                lines,
                "eighty",
                sides,
                side -> side.scores().epochOfEighty() == 0
                        ? Numbers.UNKNOWN
                        : String.valueOf(side.scores().epochOfEighty()));
        add(lines, "throughput", sides, side -> {
            double speed = side.progressProperty().get().imagesPerSecond();
            return Double.isFinite(speed)
                    ? Texts.get("compare.imagesPerSecond", Numbers.count(Math.round(speed)))
                    : Numbers.UNKNOWN;
        });
        return lines;
    }

    private static void add(List<Line> lines, String key, List<Side> sides, Function<Side, String> value) {
        lines.add(new Line(Texts.get("compare.row." + key), values(sides, value)));
    }

    private static List<String> values(List<Side> sides, Function<Side, String> value) {
        return sides.stream().map(value).toList();
    }

    private static String firstLayer(List<Side> sides) {
        LayerHealth health = sides.get(0).healthProperty().get();
        return health == null || health.layers().isEmpty()
                ? ""
                : health.layers().get(0).node();
    }

    private static double gradient(Side side) {
        LayerHealth health = side.healthProperty().get();
        return health == null || health.layers().isEmpty()
                ? Double.NaN
                : health.layers().get(0).gradientRms();
    }

    private static double mean(Side side, ToDoubleFunction<LayerHealth.Row> share) {
        LayerHealth health = side.healthProperty().get();
        OptionalDouble mean = health == null
                ? OptionalDouble.empty()
                : health.layers().stream()
                        .mapToDouble(share)
                        .filter(Double::isFinite)
                        .average();
        return mean.orElse(Double.NaN);
    }

    private static String percent(double share) {
        return Double.isFinite(share) ? Numbers.percent(share) : Numbers.UNKNOWN;
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Numbers.text(value) : Numbers.UNKNOWN;
    }
}
