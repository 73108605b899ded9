package org.convscope.ui.anatomy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.Region;
import org.convscope.blueprint.Census;
import org.convscope.blueprint.Count;
import org.convscope.blueprint.census.Difference;
import org.convscope.blueprint.census.Likeness;
import org.convscope.blueprint.census.Tables;
import org.convscope.frame.Numbers;
import org.convscope.ui.anatomy.AnatomyLayout.Column;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.map.model.OpNames;

/** One row of the table as it is drawn; with two networks, the second's numbers stand below the first's. */
final class RowPane extends Region {

    static final double HEIGHT = 26;
    static final double HEIGHT_OF_TWO = 42;
    private static final double BAR = 8;
    private static final double LEAST_BAR = 2;
    private static final PseudoClass PART = PseudoClass.getPseudoClass("part");

    private final AnatomyModel model;
    private final Map<Column, List<Label>> words = new EnumMap<>(Column.class);
    private final Map<Column, List<Region>> bars = new EnumMap<>(Column.class);
    private final Label arrow = new Label();
    private AnatomyRow row;
    private boolean isOfTwo;
    private LogAxis parameterAxis;
    private LogAxis macAxis;

    /** A row that shows nothing yet; {@code toggle} opens or closes it. */
    RowPane(AnatomyModel model, Runnable toggle) {
        this.model = model;
        getStyleClass().add("anatomy-row");
        arrow.getStyleClass().add("anatomy-arrow");
        arrow.setOnMousePressed(pressed -> {
            pressed.consume();
            toggle.run();
        });
        getChildren().add(arrow);
        for (Column column : Column.values()) {
            boolean isBar = column == Column.PARAMETER_BAR || column == Column.MAC_BAR;
            List<Label> lines = new ArrayList<>();
            List<Region> strips = new ArrayList<>();
            for (String side : List.of("a", "b")) {
                if (isBar) {
                    Region bar = new Region();
                    bar.getStyleClass().addAll("anatomy-bar", side);
                    strips.add(bar);
                } else {
                    Label line = new Label();
                    line.getStyleClass()
                            .addAll(
                                    "anatomy-cell",
                                    "line-" + side,
                                    column.name().toLowerCase(Locale.ROOT).replace('_', '-'));
                    line.setTextOverrun(
                            column == Column.DIFFERENCES ? OverrunStyle.ELLIPSIS : OverrunStyle.CENTER_ELLIPSIS);
                    line.setWrapText(column == Column.DIFFERENCES);
                    lines.add(line);
                }
            }
            words.put(column, lines);
            bars.put(column, strips);
            getChildren().addAll(lines);
            getChildren().addAll(strips);
        }
    }

    /** Shows a row. */
    void show(AnatomyRow shown, boolean ofTwo, LogAxis parameters, LogAxis macs) {
        row = shown;
        isOfTwo = ofTwo;
        parameterAxis = parameters;
        macAxis = macs;
        arrow.setText(!row.opens() ? "" : model.isOpen(row) ? "▾" : "▸");
        pseudoClassStateChanged(PART, row.opens());
        words.values().forEach(lines -> lines.forEach(line -> line.setText("")));
        if (isOfTwo) {
            name(Column.LEFT, row.left());
            name(Column.RIGHT, row.right());
            put(Column.SIGN, row.likeness().sign(), "");
            dress(row.likeness());
            put(Column.DIFFERENCES, differences(row), "");
        } else {
            row.left().ifPresent(this::showAlone);
            dress(Likeness.SAME);
        }
        both(Column.PARAMETERS, side -> amount(side.parameters()));
        both(Column.MACS, side -> amount(side.macs()));
        requestLayout();
    }

    private void showAlone(AnatomySide side) {
        Census whole = model.census(true).orElseThrow();
        put(Column.LEFT, side.name(), "");
        put(Column.OPERATION, operation(side), "");
        put(Column.OUTPUT, side.output().toString(), "");
        put(Column.PARAMETER_SHARE, share(side.parameters().total(), whole.parameters()), "");
        put(Column.MAC_SHARE, share(side.macs().total(), whole.macs()), "");
        put(Column.MEMORY, Numbers.bytes(side.activationBytes()), "");
        put(Column.FIELD, field(side), "");
    }

    private void name(Column column, Optional<AnatomySide> side) {
        put(
                column,
                side.map(AnatomySide::name).orElse("–"),
                side.map(one -> operation(one) + " · " + one.output()).orElse(""));
    }

    private void both(Column column, Function<AnatomySide, String> text) {
        put(column, row.left().map(text).orElse(""), row.right().map(text).orElse(""));
    }

    private void put(Column column, String first, String second) {
        words.get(column).get(0).setText(first);
        words.get(column).get(1).setText(second);
    }

    private void dress(Likeness likeness) {
        for (Likeness each : Likeness.values()) {
            pseudoClassStateChanged(PseudoClass.getPseudoClass(each.id()), isOfTwo && each == likeness);
        }
    }

    /** What a side computes, in the reader's language; of a part, how many nodes it has. */
    static String operation(AnatomySide side) {
        return side.op().map(OpNames::of).orElseGet(() -> Texts.get("anatomy.nodes", side.nodes()));
    }

    /** {@code 14×14}, or that all of the image is seen. */
    static String field(AnatomySide side) {
        return side.receptiveField().whole() ? Texts.get("anatomy.wholeImage") : Tables.text(side.receptiveField());
    }

    /** What differs in words: {@code kernel 5 → 11, stride 1 → 4}. */
    static String differences(AnatomyRow row) {
        return row.differences().stream()
                .filter(Difference::isOfTheOperation)
                .map(RowPane::words)
                .collect(Collectors.joining(", "));
    }

    /** One difference in words. */
    static String words(Difference found) {
        return Texts.get("anatomy.trait." + found.trait()) + " " + value(found.trait(), found.left()) + " → "
                + value(found.trait(), found.right());
    }

    /** What an operation is set to, in the reader's language; {@code 11,712} for a number of parameters. */
    static String value(String trait, String value) {
        return switch (trait) {
            case "pooling", "nonlinearity" -> Texts.get("kit.value." + value);
            case Difference.PARAMETERS -> Numbers.count(Long.parseLong(value));
            default -> value;
        };
    }

    static String share(long part, long whole) {
        return part == 0 || whole == 0 ? "" : Numbers.percent((double) part / whole);
    }

    private static String amount(Count count) {
        return count.total() == 0 ? "–" : Numbers.count(count.total());
    }

    @Override
    protected double computePrefHeight(double width) {
        return isOfTwo ? HEIGHT_OF_TWO : HEIGHT;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 100;
    }

    @Override
    protected void layoutChildren() {
        if (row == null) {
            return;
        }
        AnatomyLayout layout = AnatomyLayout.of(getWidth(), isOfTwo);
        double indent = AnatomyLayout.INDENT * (row.depth() + 1);
        for (Column column : Column.values()) {
            Optional<AnatomyLayout.Span> span = layout.span(column);
            List<Node> parts = new ArrayList<>(words.get(column));
            parts.addAll(bars.get(column));
            parts.forEach(part -> part.setVisible(span.isPresent()));
            span.ifPresent(place -> {
                if (parts.get(0) instanceof Label) {
                    layoutWords(column, place, column == Column.LEFT || column == Column.RIGHT ? indent : 0);
                } else {
                    layoutBars(column, place);
                }
            });
        }
        layout.span(Column.LEFT)
                .ifPresent(place -> layoutInArea(
                        arrow,
                        place.x() + indent - AnatomyLayout.INDENT,
                        0,
                        14,
                        getHeight(),
                        0,
                        HPos.CENTER,
                        VPos.CENTER));
    }

    private void layoutWords(Column column, AnatomyLayout.Span place, double indent) {
        List<Label> lines = words.get(column);
        boolean isSingle = lines.get(1).getText().isEmpty() && column != Column.PARAMETERS && column != Column.MACS;
        double x = place.x() + indent;
        double width = Math.max(0, place.width() - indent);
        boolean isNumber = isNumber(column);
        if (isSingle || !isOfTwo) {
            line(lines.get(0), x, 0, width, getHeight(), isNumber);
        } else {
            line(lines.get(0), x, 3, width, getHeight() / 2 - 3, isNumber);
            line(lines.get(1), x, getHeight() / 2, width, getHeight() / 2 - 3, isNumber);
        }
    }

    private static boolean isNumber(Column column) {
        return switch (column) {
            case PARAMETERS, PARAMETER_SHARE, MACS, MAC_SHARE, MEMORY, FIELD -> true;
            default -> false;
        };
    }

    private static void line(Label line, double x, double y, double width, double height, boolean isNumber) {
        double own = line.isWrapText() ? width : Math.min(width, Math.ceil(line.prefWidth(-1)));
        line.resizeRelocate(isNumber ? x + width - own : x, y, own, height);
    }

    private void layoutBars(Column column, AnatomyLayout.Span place) {
        LogAxis axis = column == Column.MAC_BAR ? macAxis : parameterAxis;
        List<Optional<AnatomySide>> sides = List.of(row.left(), row.right());
        for (int i = 0; i < sides.size(); i++) {
            long amount = sides.get(i)
                    .map(side -> (column == Column.MAC_BAR ? side.macs() : side.parameters()).total())
                    .orElse(0L);
            Region bar = bars.get(column).get(i);
            bar.setVisible(amount > 0 && (i == 0 || isOfTwo));
            double length = Math.max(LEAST_BAR, axis.position(amount) * place.width());
            double middle = isOfTwo ? getHeight() * (i == 0 ? 0.3 : 0.7) : getHeight() / 2;
            bar.resizeRelocate(place.x(), Math.round(middle - BAR / 2), length, BAR);
        }
    }
}
