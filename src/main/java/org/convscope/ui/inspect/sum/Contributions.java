package org.convscope.ui.inspect.sum;

import java.util.Comparator;
import java.util.List;
import org.convscope.frame.Sum;

/**
 * The largest of many products, and the rest together.
 *
 * @param largest by size, the largest first, however they are signed
 * @param others how many more there are
 * @param othersSum what those make together
 */
record Contributions(List<Sum.Term> largest, int others, double othersSum) {

    Contributions {
        largest = List.copyOf(largest);
    }

    /** The {@code most} largest products of a sum. */
    static Contributions of(Sum sum, int most) {
        List<Sum.Term> sorted = sum.terms().stream()
                .sorted(Comparator.comparingDouble((Sum.Term term) -> -Math.abs(term.product())))
                .toList();
        int shown = Math.min(most, sorted.size());
        return new Contributions(
                sorted.subList(0, shown),
                sorted.size() - shown,
                sorted.subList(shown, sorted.size()).stream()
                        .mapToDouble(Sum.Term::product)
                        .sum());
    }
}
