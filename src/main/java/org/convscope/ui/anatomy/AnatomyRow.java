package org.convscope.ui.anatomy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.convscope.blueprint.Census;
import org.convscope.blueprint.census.Comparison;
import org.convscope.blueprint.census.Difference;
import org.convscope.blueprint.census.Likeness;
import org.convscope.blueprint.census.NodePair;
import org.convscope.blueprint.census.Part;
import org.convscope.blueprint.census.PartPair;

/**
 * A row of the table, with the rows inside it.
 *
 * @param key tells it from all others, and the same after a choice has changed
 * @param depth how deep it stands, from 0
 * @param likeness how the two sides compare; {@link Likeness#SAME} where there is one network only
 * @param inside what it opens to; empty for a node
 */
record AnatomyRow(
        String key,
        int depth,
        Optional<AnatomySide> left,
        Optional<AnatomySide> right,
        Likeness likeness,
        List<Difference> differences,
        List<AnatomyRow> inside) {

    /** The table of one network: stages, blocks, nodes. */
    static List<AnatomyRow> of(Census census) {
        return Part.stagesOf(census).stream().map(part -> of(part, "", 0)).toList();
    }

    /** The table of two networks beside each other: blocks, nodes. */
    static List<AnatomyRow> of(Comparison comparison) {
        return comparison.parts().stream().map(AnatomyRow::of).toList();
    }

    /** Whether there is something inside. */
    boolean opens() {
        return !inside.isEmpty();
    }

    /** Whether a text stands in its name on either side, or in what it computes. */
    boolean speaksOf(String text) {
        return Stream.concat(left.stream(), right.stream())
                .flatMap(side ->
                        Stream.concat(Stream.of(side.name()), side.op().stream().map(op -> op.name())))
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(text));
    }

    private static AnatomyRow of(Part part, String path, int depth) {
        String key = path + "/" + part.name();
        if (part.rows().size() == 1) {
            return of(part.rows().get(0), path, depth);
        }
        List<AnatomyRow> inside = part.parts().isEmpty()
                ? part.rows().stream().map(row -> of(row, key, depth + 1)).toList()
                : part.parts().stream().map(inner -> of(inner, key, depth + 1)).toList();
        return one(key, depth, AnatomySide.of(part), inside);
    }

    private static AnatomyRow of(Census.Row row, String path, int depth) {
        return one(path + "/" + row.node().id(), depth, AnatomySide.of(row), List.of());
    }

    private static AnatomyRow one(String key, int depth, AnatomySide side, List<AnatomyRow> inside) {
        return new AnatomyRow(key, depth, Optional.of(side), Optional.empty(), Likeness.SAME, List.of(), inside);
    }

    private static AnatomyRow of(PartPair pair) {
        if (pair.nodes().size() == 1) {
            return of(pair.nodes().get(0), "", 0);
        }
        String key = "/" + name(pair.left().map(Part::name)) + "|"
                + name(pair.right().map(Part::name));
        return new AnatomyRow(
                key,
                0,
                pair.left().map(AnatomySide::of),
                pair.right().map(AnatomySide::of),
                pair.likeness(),
                List.of(),
                pair.nodes().stream().map(node -> of(node, key, 1)).toList());
    }

    private static AnatomyRow of(NodePair pair, String path, int depth) {
        String key = path + "/"
                + name(pair.left().map(row -> row.node().id()))
                + "|"
                + name(pair.right().map(row -> row.node().id()));
        return new AnatomyRow(
                key,
                depth,
                pair.left().map(AnatomySide::of),
                pair.right().map(AnatomySide::of),
                pair.likeness(),
                pair.differences(),
                List.of());
    }

    private static String name(Optional<String> name) {
        return name.orElse("");
    }
}
