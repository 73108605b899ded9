package org.convscope.blueprint.census;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Census;
import org.convscope.blueprint.ReceptiveField;
import org.convscope.tensor.Shape;

/** Censuses and comparisons as tables. */
public final class Tables {

    private static final List<Table.Column> COSTS = List.of(
            Table.Column.words("output"),
            Table.Column.count("parameters"),
            Table.Column.words("parameter arithmetic"),
            Table.Column.share("parameter share"),
            Table.Column.count("MACs"),
            Table.Column.words("MAC arithmetic"),
            Table.Column.share("MAC share"),
            Table.Column.count("activation bytes"),
            Table.Column.count("parameter bytes"),
            Table.Column.words("receptive field"));

    private Tables() {}

    /** One row for each node. */
    public static Table byNode(Census census) {
        return new Table(
                columns("node", "block", "operation"),
                census.rows().stream()
                        .map(row -> cells(
                                List.of(
                                        row.node().id(),
                                        row.node().block(),
                                        row.node().op().name()),
                                costs(
                                        census,
                                        row.output(),
                                        new long[] {row.parameters().total(), row.macs(), row.activationBytes()},
                                        row.parameters().arithmetic(),
                                        row.multiplyAdds().arithmetic(),
                                        row.receptiveField())))
                        .toList(),
                total(census, "total", "", ""));
    }

    /** One row for each block, or layer where there is none; the arithmetic is the sum of the nodes'. */
    public static Table byBlock(Census census) {
        return new Table(
                columns("block", "nodes"),
                Part.blocksOf(census).stream()
                        .map(part -> cells(
                                List.of(part.name(), String.valueOf(part.rows().size())),
                                costs(
                                        census,
                                        part.output(),
                                        new long[] {part.parameters(), part.macs(), part.activationBytes()},
                                        sum(part, row -> row.parameters().total()),
                                        sum(part, Census.Row::macs),
                                        part.receptiveField())))
                        .toList(),
                total(census, "total", ""));
    }

    /** One row for each pair of nodes. */
    public static Table of(Comparison comparison, Blueprint left, Blueprint right) {
        List<Table.Column> columns = new ArrayList<>(List.of(Table.Column.words("likeness")));
        Stream.of("left", "right")
                .forEach(side -> columns.addAll(List.of(
                        Table.Column.words(side + " node"),
                        Table.Column.words(side + " block"),
                        Table.Column.words(side + " operation"),
                        Table.Column.words(side + " output"),
                        Table.Column.count(side + " parameters"),
                        Table.Column.count(side + " MACs"))));
        columns.add(Table.Column.words("differences"));
        List<List<String>> rows = comparison.nodes().stream()
                .map(pair -> between(
                        pair.likeness().id(),
                        cells(side(pair.left()), side(pair.right())),
                        pair.differences().stream()
                                .map(found -> found.words() + " " + found.left() + " → " + found.right())
                                .collect(Collectors.joining("; "))))
                .toList();
        List<String> total =
                between("total", cells(totals(left, comparison.left()), totals(right, comparison.right())), "");
        return new Table(columns, rows, total);
    }

    private static List<String> between(String first, List<String> middle, String last) {
        return cells(cells(List.of(first), middle), List.of(last));
    }

    private static List<Table.Column> columns(String... first) {
        return Stream.concat(Stream.of(first).map(Table.Column::words), COSTS.stream())
                .toList();
    }

    private static List<String> cells(List<String> first, List<String> rest) {
        return Stream.concat(first.stream(), rest.stream()).toList();
    }

    private static List<String> costs(
            Census census, Shape output, long[] amounts, String parameters, String macs, ReceptiveField field) {
        return List.of(
                output.toString(),
                String.valueOf(amounts[0]),
                parameters,
                share(amounts[0], census.parameters()),
                String.valueOf(amounts[1]),
                macs,
                share(amounts[1], census.macs()),
                String.valueOf(amounts[2]),
                String.valueOf(amounts[0] * Float.BYTES),
                text(field));
    }

    private static List<String> total(Census census, String... first) {
        return cells(
                List.of(first),
                List.of(
                        "",
                        String.valueOf(census.parameters()),
                        "",
                        share(1, 1),
                        String.valueOf(census.macs()),
                        "",
                        share(1, 1),
                        String.valueOf(census.activationBytes()),
                        String.valueOf(census.parameterBytes()),
                        ""));
    }

    private static String sum(Part part, Function<Census.Row, Long> amount) {
        List<String> terms = part.rows().stream()
                .map(amount)
                .filter(each -> each > 0)
                .map(String::valueOf)
                .toList();
        return terms.size() < 2 ? "" : String.join("+", terms);
    }

    private static String share(long part, long whole) {
        return whole == 0 ? "" : String.format(Locale.ROOT, "%.6f", (double) part / whole);
    }

    private static List<String> side(Optional<Census.Row> one) {
        return one.map(row -> List.of(
                        row.node().id(),
                        row.node().block(),
                        row.node().op().name(),
                        row.output().toString(),
                        String.valueOf(row.parameters().total()),
                        String.valueOf(row.macs())))
                .orElse(Collections.nCopies(6, ""));
    }

    private static List<String> totals(Blueprint blueprint, Census census) {
        return List.of(
                blueprint.network(), "", "", "", String.valueOf(census.parameters()), String.valueOf(census.macs()));
    }

    /** {@code 14×14}, or {@code all} of the image. */
    public static String text(ReceptiveField field) {
        return field.whole()
                ? "all"
                : field.vertical().size() + "×" + field.horizontal().size();
    }
}
