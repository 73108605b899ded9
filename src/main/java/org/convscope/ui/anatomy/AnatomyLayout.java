package org.convscope.ui.anatomy;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where the columns of the table stand, in pixels from its left edge. */
final class AnatomyLayout {

    /** From left to right. */
    enum Column {
        SIGN(18),
        LEFT(164),
        RIGHT(164),
        OPERATION(92),
        OUTPUT(92),
        PARAMETER_BAR(0),
        PARAMETERS(88),
        PARAMETER_SHARE(56),
        MAC_BAR(0),
        MACS(104),
        MAC_SHARE(56),
        MEMORY(72),
        FIELD(66),
        DIFFERENCES(170);

        private final double width;

        Column(double width) {
            this.width = width;
        }
    }

    /** A column's place. */
    record Span(double x, double width) {
        double end() {
            return x + width;
        }
    }

    static final double GAP = 10;
    static final double INDENT = 16;
    private static final double LEAST_BAR = 64;
    private static final double MOST_BAR = 260;

    private static final Set<Column> OF_ONE =
            EnumSet.complementOf(EnumSet.of(Column.SIGN, Column.RIGHT, Column.DIFFERENCES));
    private static final Set<Column> OF_TWO = EnumSet.of(
            Column.SIGN,
            Column.LEFT,
            Column.RIGHT,
            Column.PARAMETER_BAR,
            Column.PARAMETERS,
            Column.MAC_BAR,
            Column.MACS,
            Column.DIFFERENCES);

    /** What is left out first where it is narrow; the line below the table says it of the selected row. */
    private static final List<Column> SPARED = List.of(Column.FIELD, Column.OPERATION, Column.MEMORY);

    private final Map<Column, Span> spans;

    private AnatomyLayout(Map<Column, Span> spans) {
        this.spans = Collections.unmodifiableMap(spans);
    }

    /** Columns for one network, or for two beside each other. */
    static AnatomyLayout of(double width, boolean isOfTwo) {
        EnumSet<Column> columns = EnumSet.copyOf(isOfTwo ? OF_TWO : OF_ONE);
        for (Column spared : SPARED) {
            if (bar(width, columns) < LEAST_BAR) {
                columns.remove(spared);
            }
        }
        double bar = Math.max(0, Math.min(MOST_BAR, bar(width, columns)));
        double left = Math.max(0, width - fixed(columns) - 2 * bar);
        Map<Column, Span> spans = new EnumMap<>(Column.class);
        double x = 0;
        for (Column column : columns) {
            boolean isBar = column.width == 0;
            // What bars cannot use goes to the names, which may be long.
            double more = column == Column.LEFT || column == Column.RIGHT ? left / (isOfTwo ? 2 : 1) : 0;
            Span span = new Span(x, isBar ? bar : column.width + more);
            spans.put(column, span);
            x = span.end() + GAP;
        }
        return new AnatomyLayout(spans);
    }

    /** A column's place; empty where there is no room for it. */
    Optional<Span> span(Column column) {
        return Optional.ofNullable(spans.get(column));
    }

    private static double bar(double width, Set<Column> columns) {
        return Math.floor((width - fixed(columns)) / 2);
    }

    private static double fixed(Set<Column> columns) {
        return columns.stream().mapToDouble(column -> column.width).sum() + GAP * (columns.size() - 1);
    }
}
