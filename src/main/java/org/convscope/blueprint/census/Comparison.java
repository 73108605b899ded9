package org.convscope.blueprint.census;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.convscope.blueprint.Census;

/**
 * Two networks laid beside each other: parts with their partners, in them nodes with theirs, and what differs.
 *
 * @param parts in the order of both networks
 */
public record Comparison(Census left, Census right, List<PartPair> parts) {

    // Among equally good ways to lay them beside each other, the same is taken whichever comes first.
    private static final Comparator<Census> ORDER = Comparator.<Census>comparingInt(
                    census -> census.rows().size())
            .thenComparingLong(Census::parameters)
            .thenComparingLong(Census::macs)
            .thenComparing(census -> census.rows().toString());

    public Comparison {
        parts = List.copyOf(parts);
    }

    /** Lays one network beside another. */
    public static Comparison of(Census left, Census right) {
        if (ORDER.compare(left, right) > 0) {
            return of(right, left).mirrored();
        }
        List<PartPair> parts = Alignment.of(Part.sectionsOf(left), Part.sectionsOf(right), PartPair::likeness).stream()
                .map(PartPair::of)
                .toList();
        return new Comparison(left, right, parts);
    }

    /** All nodes of both networks. */
    public List<NodePair> nodes() {
        return parts.stream().flatMap(part -> part.nodes().stream()).toList();
    }

    /** How many pairs of nodes compare like this. */
    public long count(Likeness likeness) {
        return nodes().stream().filter(pair -> pair.likeness() == likeness).count();
    }

    /** How many times as much the second network has of something; AlexNet has 758 times LeNet's parameters. */
    public double ratio(ToLongFunction<Census> amount) {
        return (double) amount.applyAsLong(right) / amount.applyAsLong(left);
    }

    /** The same seen from the other side. */
    public Comparison mirrored() {
        return new Comparison(
                right, left, leftFirst(parts.stream().map(PartPair::mirrored).toList(), PartPair::likeness));
    }

    /** Between two partners, what is left alone stands before what is right alone. */
    static <T> List<T> leftFirst(List<T> pairs, Function<T, Likeness> likeness) {
        List<T> ordered = new ArrayList<>();
        List<T> rightOnly = new ArrayList<>();
        for (T pair : pairs) {
            switch (likeness.apply(pair)) {
                case ONLY_RIGHT -> rightOnly.add(pair);
                case ONLY_LEFT -> ordered.add(pair);
                default -> {
                    ordered.addAll(rightOnly);
                    rightOnly.clear();
                    ordered.add(pair);
                }
            }
        }
        ordered.addAll(rightOnly);
        return ordered;
    }
}
