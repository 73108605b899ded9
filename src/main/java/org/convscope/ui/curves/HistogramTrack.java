package org.convscope.ui.curves;

import java.util.ArrayList;
import java.util.List;
import org.convscope.tensor.Histogram;

/** How the distribution of a layer's values went over the steps; an earlier step cuts off what came later. */
final class HistogramTrack {

    private final List<Long> steps = new ArrayList<>();
    private final List<Histogram> histograms = new ArrayList<>();

    void add(long step, Histogram histogram) {
        while (!steps.isEmpty() && steps.get(steps.size() - 1) >= step) {
            steps.remove(steps.size() - 1);
            histograms.remove(histograms.size() - 1);
        }
        steps.add(step);
        histograms.add(histogram);
    }

    int size() {
        return steps.size();
    }

    long step(int index) {
        return steps.get(index);
    }

    Histogram histogram(int index) {
        return histograms.get(index);
    }

    /** Index of the last moment at or before a step; −1 if there is none. */
    int indexAt(double step) {
        int index = steps.size() - 1;
        while (index >= 0 && steps.get(index) > step) {
            index--;
        }
        return index;
    }

    /** The range of all values between two steps, the moment before included; nothing gives the range 0 to 1. */
    Axis range(double from, double to) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = Math.max(0, indexAt(from)); i < size() && step(i) <= to; i++) {
            Histogram histogram = histograms.get(i);
            if (histogram.bins() > 0) {
                low = Math.min(low, histogram.edge(0));
                high = Math.max(high, histogram.edge(histogram.bins()));
            }
        }
        return low < high ? new Axis(low, high, false) : new Axis(0, 1, false);
    }
}
