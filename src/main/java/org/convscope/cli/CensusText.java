package org.convscope.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Census;
import org.convscope.blueprint.Node;
import org.convscope.blueprint.census.Comparison;
import org.convscope.blueprint.census.Difference;
import org.convscope.blueprint.census.Likeness;
import org.convscope.blueprint.census.NodePair;
import org.convscope.blueprint.census.Part;
import org.convscope.blueprint.census.Tables;
import org.convscope.frame.Numbers;

/** A census as a terminal shows it. */
final class CensusText {

    private final List<String> lines = new ArrayList<>();

    private CensusText() {}

    /** Node by node, with the arithmetic of the parameters. */
    static String byNode(Drawn drawn) {
        CensusText text = new CensusText();
        List<Census.Row> rows = drawn.census().rows();
        String row =
                "%-" + Math.max(10, longest(rows, counted -> counted.node().id())) + "s %-14s %-12s %-34s %13s %10s";
        text.line(row, "node", "operation", "output", "parameters", "MACs", "field");
        for (Census.Row counted : rows) {
            text.line(
                    row,
                    counted.node().id(),
                    counted.node().op().name(),
                    counted.output(),
                    counted.parameters().arithmetic(),
                    amount(counted.macs()),
                    Tables.text(counted.receptiveField()));
        }
        return text.ended(drawn);
    }

    /** Block by block, with shares. */
    static String byBlock(Drawn drawn) {
        CensusText text = new CensusText();
        Census census = drawn.census();
        List<Part> parts = Part.blocksOf(census);
        String row = "%-" + Math.max(10, longest(parts, Part::name)) + "s %6s %-12s %13s %8s %15s %8s %10s";
        text.line(row, "block", "nodes", "output", "parameters", "share", "MACs", "share", "field");
        for (Part part : parts) {
            text.line(
                    row,
                    part.name(),
                    part.rows().size(),
                    part.output(),
                    amount(part.parameters()),
                    share(part.parameters(), census.parameters()),
                    amount(part.macs()),
                    share(part.macs(), census.macs()),
                    Tables.text(part.receptiveField()));
        }
        return text.ended(drawn);
    }

    /** Two networks beside each other, with a sign for each pair: {@code = ≠ − +}. */
    static String of(Comparison comparison, Drawn left, Drawn right) {
        CensusText text = new CensusText();
        List<NodePair> pairs = comparison.nodes();
        int leftId = Math.max(10, longest(pairs, pair -> id(pair.left())));
        int rightId = Math.max(10, longest(pairs, pair -> id(pair.right())));
        String row = "%1s %-" + leftId + "s %-12s %12s   %-" + rightId + "s %-12s %12s   %s";
        text.line(
                row,
                "",
                left.blueprint().network(),
                "output",
                "parameters",
                right.blueprint().network(),
                "output",
                "parameters",
                "what differs");
        for (NodePair pair : pairs) {
            text.line(
                    row,
                    pair.likeness().sign(),
                    id(pair.left()),
                    output(pair.left()),
                    parameters(pair.left()),
                    id(pair.right()),
                    output(pair.right()),
                    parameters(pair.right()),
                    differences(pair));
        }
        text.total(left);
        text.total(right);
        text.line(
                "%s has %s the parameters, %s the multiply-adds and %s the activations of %s",
                right.blueprint().network(),
                Numbers.ratio(comparison.ratio(Census::parameters)),
                Numbers.ratio(comparison.ratio(Census::macs)),
                Numbers.ratio(comparison.ratio(Census::activationBytes)),
                left.blueprint().network());
        text.line(
                "%d nodes alike, %d changed, %d only in %s, %d only in %s",
                comparison.count(Likeness.SAME),
                comparison.count(Likeness.CHANGED),
                comparison.count(Likeness.ONLY_LEFT),
                left.blueprint().network(),
                comparison.count(Likeness.ONLY_RIGHT),
                right.blueprint().network());
        return text.whole();
    }

    private String ended(Drawn drawn) {
        total(drawn);
        return whole();
    }

    private void total(Drawn drawn) {
        Census census = drawn.census();
        line(
                "%s: %,d parameters, %,d multiply-adds and %,d bytes of activations for one image",
                drawn.blueprint(), census.parameters(), census.macs(), census.activationBytes());
        if (drawn.batch() > 0) {
            line(
                    "a step on %,d images: %,d bytes at least, for parameters, outputs and their gradients",
                    drawn.batch(), census.trainingBytes(drawn.batch()));
        }
    }

    private void line(String format, Object... arguments) {
        lines.add(String.format(Locale.ROOT, format, arguments).stripTrailing());
    }

    private String whole() {
        return lines.stream().collect(Collectors.joining(System.lineSeparator(), "", System.lineSeparator()));
    }

    private static <T> int longest(List<T> all, Function<T, String> text) {
        return all.stream().mapToInt(one -> text.apply(one).length()).max().orElse(1);
    }

    private static String amount(long number) {
        return number == 0 ? "" : String.format(Locale.ROOT, "%,d", number);
    }

    private static String share(long part, long whole) {
        return part == 0 ? "" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
    }

    private static String id(Optional<Census.Row> row) {
        return row.map(Census.Row::node).map(Node::id).orElse("");
    }

    private static String output(Optional<Census.Row> row) {
        return row.map(found -> found.output().toString()).orElse("");
    }

    private static String parameters(Optional<Census.Row> row) {
        return row.map(found -> amount(found.parameters().total())).orElse("");
    }

    private static String differences(NodePair pair) {
        return pair.differences().stream()
                .filter(Difference::isOfTheOperation)
                .map(found -> found.words() + " " + found.left() + " → " + found.right())
                .collect(Collectors.joining(", "));
    }

    /**
     * A network that was drawn and counted.
     *
     * @param batch images of a step whose memory is asked for, or 0
     */
    record Drawn(Blueprint blueprint, Census census, int batch) {

        Drawn(Blueprint blueprint, int batch) {
            this(blueprint, Census.of(blueprint), batch);
        }
    }
}
