package org.convscope.blueprint.census;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table that can be taken along: as comma-separated values for programs, or as Markdown for people.
 *
 * @param rows as many cells each as there are columns; numbers are bare digits, shares go from 0 to 1
 * @param total what stands below the rows in Markdown, or empty. Not among the values, where somebody would add it up
 */
public record Table(List<Column> columns, List<List<String>> rows, List<String> total) {

    /** What stands in a column. */
    enum Kind {
        WORDS,
        COUNT,
        SHARE
    }

    /**
     * A column.
     *
     * @param id its name for programs: {@code activation_bytes}
     * @param title its name for people: {@code activation bytes}
     */
    record Column(String id, String title, Kind kind) {

        static Column words(String title) {
            return new Column(idOf(title), title, Kind.WORDS);
        }

        static Column count(String title) {
            return new Column(idOf(title), title, Kind.COUNT);
        }

        static Column share(String title) {
            return new Column(idOf(title), title, Kind.SHARE);
        }

        private static String idOf(String title) {
            return title.toLowerCase(Locale.ROOT).replace(' ', '_');
        }

        private String readable(String cell) {
            if (cell.isEmpty() || kind == Kind.WORDS) {
                return cell.replace("\\", "\\\\").replace("|", "\\|").replace("\n", " ");
            }
            return kind == Kind.COUNT
                    ? String.format(Locale.ROOT, "%,d", Long.parseLong(cell))
                    : String.format(Locale.ROOT, "%.1f %%", 100 * Double.parseDouble(cell));
        }
    }

    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        total = List.copyOf(total);
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(row + " does not have " + columns.size() + " cells");
            }
        }
    }

    /** As RFC 4180 has it: a header, lines ending in CR LF, quotes around what holds a comma, a quote or a line break. */
    public String csv() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(columns.stream().map(Column::id).toList());
        lines.addAll(rows);
        return lines.stream()
                .map(line -> line.stream().map(Table::quoted).collect(Collectors.joining(",", "", "\r\n")))
                .collect(Collectors.joining());
    }

    /** As GitHub's Markdown has it, numbers in groups of three and to the right. */
    public String markdown() {
        StringBuilder text = new StringBuilder();
        line(text, columns.stream().map(Column::title).toList());
        line(
                text,
                columns.stream()
                        .map(column -> column.kind == Kind.WORDS ? "---" : "---:")
                        .toList());
        rows.forEach(row -> line(text, readable(row, UnaryOperator.identity())));
        if (!total.isEmpty()) {
            line(text, readable(total, cell -> cell.isEmpty() ? cell : "**" + cell + "**"));
        }
        return text.toString();
    }

    private List<String> readable(List<String> row, UnaryOperator<String> dressed) {
        return IntStream.range(0, row.size())
                .mapToObj(i -> dressed.apply(columns.get(i).readable(row.get(i))))
                .toList();
    }

    private static void line(StringBuilder text, List<String> cells) {
        cells.forEach(cell -> text.append("| ").append(cell).append(cell.isEmpty() ? "" : " "));
        text.append("|\n");
    }

    private static String quoted(String cell) {
        return cell.matches("(?s).*[\",\r\n].*") ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
    }
}
