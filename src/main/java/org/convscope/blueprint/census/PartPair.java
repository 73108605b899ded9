package org.convscope.blueprint.census;

import java.util.List;
import java.util.Optional;
import org.convscope.blueprint.Census;

/**
 * A part of one network and its partner in another; one of them may be missing.
 *
 * @param nodes their nodes, laid beside each other
 */
public record PartPair(Optional<Part> left, Optional<Part> right, List<NodePair> nodes) {

    public PartPair {
        nodes = List.copyOf(nodes);
    }

    static PartPair of(Alignment.Pair<Part> pair) {
        return new PartPair(
                pair.left(),
                pair.right(),
                aligned(
                        pair.left().map(Part::rows).orElse(List.of()),
                        pair.right().map(Part::rows).orElse(List.of())));
    }

    /** How the two compare: the same only if all their nodes are. */
    public Likeness likeness() {
        if (left.isEmpty() || right.isEmpty()) {
            return left.isPresent() ? Likeness.ONLY_LEFT : Likeness.ONLY_RIGHT;
        }
        boolean same = nodes.stream().allMatch(node -> node.likeness() == Likeness.SAME);
        return same ? Likeness.SAME : Likeness.CHANGED;
    }

    /** How well two parts would stand beside each other; 0 if both compute, but no operation of one is like the other's. */
    static double likeness(Part left, Part right) {
        double sum = 0;
        boolean computesAlike = left.macs() == 0 && right.macs() == 0;
        for (NodePair pair : aligned(left.rows(), right.rows())) {
            if (pair.left().isPresent() && pair.right().isPresent()) {
                sum += NodePair.likeness(pair.left().get(), pair.right().get());
                computesAlike |= pair.left().get().macs() > 0;
            }
        }
        return computesAlike && sum > 0 ? sum + (left.name().equals(right.name()) ? 2 : 0) : 0;
    }

    PartPair mirrored() {
        return new PartPair(
                right,
                left,
                Comparison.leftFirst(nodes.stream().map(NodePair::mirrored).toList(), NodePair::likeness));
    }

    private static List<NodePair> aligned(List<Census.Row> left, List<Census.Row> right) {
        return Alignment.of(left, right, NodePair::likeness).stream()
                .map(NodePair::of)
                .toList();
    }
}
