package org.convscope.blueprint.census;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.convscope.blueprint.Census;

/**
 * A node of one network and its partner in another; one of them may be missing.
 *
 * @param differences in what two partners differ; empty if one is missing
 */
public record NodePair(Optional<Census.Row> left, Optional<Census.Row> right, List<Difference> differences) {

    public NodePair {
        differences = List.copyOf(differences);
    }

    static NodePair of(Alignment.Pair<Census.Row> pair) {
        List<Difference> differences = pair.left()
                .flatMap(left -> pair.right().map(right -> differences(left, right)))
                .orElse(List.of());
        return new NodePair(pair.left(), pair.right(), differences);
    }

    /** How the two compare. */
    public Likeness likeness() {
        if (left.isEmpty() || right.isEmpty()) {
            return left.isPresent() ? Likeness.ONLY_LEFT : Likeness.ONLY_RIGHT;
        }
        return differences.isEmpty() ? Likeness.SAME : Likeness.CHANGED;
    }

    /**
     * How well two nodes would stand beside each other: 0 for different kinds of operation, more the more traits, the
     * shape and the name they share.
     */
    static double likeness(Census.Row left, Census.Row right) {
        if (!left.node().op().getClass().equals(right.node().op().getClass())) {
            return 0;
        }
        Map<String, String> traits = Traits.of(left.node().op());
        Map<String, String> others = Traits.of(right.node().op());
        long shared = traits.entrySet().stream()
                .filter(trait -> trait.getValue().equals(others.get(trait.getKey())))
                .count();
        return 8
                + (traits.isEmpty() ? 4 : 4.0 * shared / traits.size())
                + (left.output().equals(right.output()) ? 2 : 0)
                + (left.node().id().equals(right.node().id()) ? 1 : 0);
    }

    NodePair mirrored() {
        return new NodePair(
                right, left, differences.stream().map(Difference::mirrored).toList());
    }

    private static List<Difference> differences(Census.Row left, Census.Row right) {
        List<Difference> found = new ArrayList<>();
        Map<String, String> others = Traits.of(right.node().op());
        Traits.of(left.node().op()).forEach((trait, value) -> compare(found, trait, value, others.get(trait)));
        compare(
                found,
                Difference.OUTPUT,
                left.output().toString(),
                right.output().toString());
        compare(
                found,
                Difference.PARAMETERS,
                String.valueOf(left.parameters().total()),
                String.valueOf(right.parameters().total()));
        return found;
    }

    private static void compare(List<Difference> found, String trait, String left, String right) {
        if (!left.equals(right)) {
            found.add(new Difference(trait, left, String.valueOf(right)));
        }
    }
}
