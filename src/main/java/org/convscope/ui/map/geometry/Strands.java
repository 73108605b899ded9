package org.convscope.ui.map.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Node;
import org.convscope.blueprint.Op;
import org.convscope.ui.explore.Selection;

/** Which maps are computed from which. */
public final class Strands {

    /** Strands drawn between two columns while nobody asks: more would be a grey wall. */
    static final int FAINT = 144;

    private Strands() {}

    /** A fair choice of all strands, so few between two columns that each can be seen. */
    public static List<Strand> faint(Blueprint blueprint, NetworkMapLayout layout) {
        if (!layout.isRow()) {
            // Where there are routes, they say it with one line each.
            return List.of();
        }
        List<Strand> strands = new ArrayList<>();
        for (Node node : blueprint.nodes()) {
            for (String source : node.inputs()) {
                int sources = layout.column(source).count();
                int targets = layout.column(node.id()).count();
                if (mixesMaps(node.op())) {
                    int most = (int) Math.sqrt(FAINT);
                    // The smaller side is shown whole, if it can be.
                    int shownTargets = Math.min(targets, Math.max(most, FAINT / sources));
                    int shownSources = Math.min(sources, Math.max(1, FAINT / shownTargets));
                    for (int from : spread(sources, shownSources)) {
                        for (int to : spread(targets, shownTargets)) {
                            strands.add(new Strand(source, from, node.id(), to));
                        }
                    }
                } else {
                    int first = first(blueprint, node, source);
                    for (int map : spread(Math.min(sources, targets), 24)) {
                        strands.add(new Strand(source, map, node.id(), first + map));
                    }
                }
            }
        }
        return strands;
    }

    /** Every strand into a map, first source first. */
    public static List<Strand> into(Blueprint blueprint, NetworkMapLayout layout, Selection map) {
        Node node = blueprint.node(map.node());
        return node.inputs().stream()
                .filter(layout::shows)
                .flatMap(source -> joined(
                                node.op(),
                                map.channel() - first(blueprint, node, source),
                                layout.column(source).count())
                        .mapToObj(from -> new Strand(source, from, node.id(), map.channel())))
                .toList();
    }

    /** Every strand out of a map. */
    public static List<Strand> outOf(Blueprint blueprint, NetworkMapLayout layout, Selection map) {
        return blueprint.targets(map.node()).stream()
                .filter(target -> layout.shows(target.id()))
                .flatMap(target -> joined(
                                target.op(),
                                map.channel() + first(blueprint, target, map.node()),
                                layout.column(target.id()).count())
                        .mapToObj(to -> new Strand(map.node(), map.channel(), target.id(), to)))
                .toList();
    }

    /** Up to {@code shown} of them, evenly spread. */
    public static List<Strand> some(List<Strand> strands, int shown) {
        return IntStream.of(spread(strands.size(), shown))
                .mapToObj(strands::get)
                .toList();
    }

    /** The map that the first map of {@code source} becomes: in a concatenation, those before it come first. */
    private static int first(Blueprint blueprint, Node reader, String source) {
        if (!(reader.op() instanceof Op.Concat)) {
            return 0;
        }
        return reader.inputs().subList(0, reader.inputs().indexOf(source)).stream()
                .mapToInt(before -> blueprint.shape(before).channels())
                .sum();
    }

    /**
     * Whether every output map depends on every input map; otherwise on the one of its own number, counted in a
     * concatenation from where its source begins.
     */
    public static boolean mixesMaps(Op op) {
        return op instanceof Op.Conv || op.mixesEverything();
    }

    private static IntStream joined(Op op, int map, int others) {
        if (mixesMaps(op)) {
            return IntStream.range(0, others);
        }
        return map >= 0 && map < others ? IntStream.of(map) : IntStream.empty();
    }

    /** Up to {@code shown} of the numbers below {@code count}, evenly spread, first and last among them. */
    static int[] spread(int count, int shown) {
        if (count <= shown) {
            return IntStream.range(0, count).toArray();
        }
        return shown == 1
                ? new int[] {count / 2}
                : IntStream.range(0, shown)
                        .map(i -> Math.round((float) i * (count - 1) / (shown - 1)))
                        .toArray();
    }
}
