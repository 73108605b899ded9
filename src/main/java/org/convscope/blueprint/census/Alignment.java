package org.convscope.blueprint.census;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;

/**
 * Two sequences laid beside each other, as differences between two texts are found: partners keep their order, and
 * the sum of their likenesses is as large as it can be (Needleman and Wunsch, 1970, with gaps that cost nothing).
 */
final class Alignment {

    /** Partners, or what has none. */
    record Pair<T>(Optional<T> left, Optional<T> right) {}

    private Alignment() {}

    /**
     * Aligns two sequences.
     *
     * @param likeness how well two would stand beside each other; 0 if they must not
     */
    static <T> List<Pair<T>> of(List<T> left, List<T> right, ToDoubleBiFunction<T, T> likeness) {
        double[][] pairs = new double[left.size()][right.size()];
        // best[i][j]: what can be had from left i and right j on.
        double[][] best = new double[left.size() + 1][right.size() + 1];
        for (int i = left.size() - 1; i >= 0; i--) {
            for (int j = right.size() - 1; j >= 0; j--) {
                pairs[i][j] = likeness.applyAsDouble(left.get(i), right.get(j));
                double apart = Math.max(best[i + 1][j], best[i][j + 1]);
                best[i][j] = pairs[i][j] > 0 ? Math.max(apart, pairs[i][j] + best[i + 1][j + 1]) : apart;
            }
        }
        return walk(left, right, pairs, best);
    }

    private static <T> List<Pair<T>> walk(List<T> left, List<T> right, double[][] pairs, double[][] best) {
        List<Pair<T>> aligned = new ArrayList<>();
        List<Pair<T>> rightOnly = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < left.size() || j < right.size()) {
            boolean both = i < left.size() && j < right.size();
            if (both && pairs[i][j] > 0 && best[i][j] == pairs[i][j] + best[i + 1][j + 1]) {
                aligned.addAll(rightOnly);
                rightOnly.clear();
                aligned.add(new Pair<>(Optional.of(left.get(i++)), Optional.of(right.get(j++))));
            } else if (i < left.size() && (!both || best[i][j] == best[i + 1][j])) {
                aligned.add(new Pair<>(Optional.of(left.get(i++)), Optional.empty()));
            } else {
                // Between two partners, what is left alone stands before what is right alone.
                rightOnly.add(new Pair<>(Optional.empty(), Optional.of(right.get(j++))));
            }
        }
        aligned.addAll(rightOnly);
        return aligned;
    }
}
