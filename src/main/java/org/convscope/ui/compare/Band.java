package org.convscope.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The range of a score over runs of several seeds, wherever a run was scored after as many images as the others that
 * have begun.
 *
 * @param images images seen, ascending
 * @param low the least score at each of them
 * @param high the greatest
 */
record Band(List<Long> images, List<Double> low, List<Double> high) {

    Band {
        images = List.copyOf(images);
        low = List.copyOf(low);
        high = List.copyOf(high);
    }

    /** The range of a run and its repeats; nothing without repeats that have begun. */
    static Band of(Scores run, List<Scores> repeats, ToDoubleFunction<Scores.Point> score) {
        List<Scores> begun =
                repeats.stream().filter(each -> each.last() != null).toList();
        List<Long> images = new ArrayList<>();
        List<Double> low = new ArrayList<>();
        List<Double> high = new ArrayList<>();
        for (Scores.Point point : begun.isEmpty() ? List.<Scores.Point>of() : run.line()) {
            List<Double> all = new ArrayList<>(List.of(score.applyAsDouble(point)));
            for (Scores repeat : begun) {
                repeat.like(point).ifPresent(other -> all.add(score.applyAsDouble(other)));
            }
            if (all.size() == begun.size() + 1 && all.stream().allMatch(Double::isFinite)) {
                images.add(point.images());
                low.add(all.stream().mapToDouble(Double::doubleValue).min().orElseThrow());
                high.add(all.stream().mapToDouble(Double::doubleValue).max().orElseThrow());
            }
        }
        return new Band(images, low, high);
    }
}
