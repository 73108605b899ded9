package org.convscope.ui.curves;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.convscope.frame.Numbers;
import org.convscope.tensor.Histogram;
import org.convscope.ui.kit.Texts;

/** What is read at one step of a picture. */
final class Reading {

    private Reading() {}

    /** Of distributions: the share of values in the bin that is pointed at, or where all of them lie. */
    static String of(HistogramTrack track, long step, double value) {
        int index = step == CurvesModel.NOWHERE ? track.size() - 1 : track.indexAt(step);
        if (index < 0 || track.histogram(index).bins() == 0) {
            return "";
        }
        Histogram histogram = track.histogram(index);
        int bin = (int) Math.floor((value - histogram.edge(0)) / histogram.width());
        if (Double.isNaN(value) || bin < 0 || bin >= histogram.bins()) {
            return Texts.get(
                    "curves.heat.range",
                    Numbers.text(histogram.edge(0)),
                    Numbers.text(histogram.edge(histogram.bins())));
        }
        return Texts.get(
                "curves.heat.bin",
                Numbers.text(histogram.edge(bin)),
                Numbers.text(histogram.edge(bin + 1)),
                Numbers.percent(histogram.share(bin)));
    }

    /**
     * Of the lines of layers: a line each, the largest value first, no more than there is room for; those left out are
     * counted.
     */
    static String of(Measure measure, List<CurveLine> lines, long step, int most) {
        List<CurveLine> known = new ArrayList<>();
        for (CurveLine line : lines) {
            if (Double.isFinite(value(line, step))) {
                known.add(line);
            }
        }
        known.sort(Comparator.comparingDouble(line -> -value(line, step)));
        int shown = known.size() <= most ? known.size() : Math.max(0, most - 1);
        StringBuilder text = new StringBuilder();
        for (CurveLine line : known.subList(0, shown)) {
            text.append(text.isEmpty() ? "" : "\n")
                    .append(line.name())
                    .append("  ")
                    .append(measure.text(value(line, step)));
        }
        if (shown < known.size()) {
            text.append(text.isEmpty() ? "+ " : "\n+ ").append(known.size() - shown);
        }
        return text.toString();
    }

    private static double value(CurveLine line, long step) {
        int index = line.series().indexAt(step);
        return index < 0 ? Double.NaN : line.series().value(index);
    }
}
