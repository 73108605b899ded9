package org.convscope.ui.map.geometry;

import java.util.ArrayList;
import java.util.List;

/** Which of the texts in a row can be shown without touching each other. */
public final class HeadingRow {

    private static final double SPACE = 6;

    private HeadingRow() {}

    /** Whether all texts of these widths, each around its centre, stand clear of each other. */
    public static boolean isClear(List<Double> centres, List<Double> widths) {
        for (int i = 1; i < centres.size(); i++) {
            double needed = (widths.get(i - 1) + widths.get(i)) / 2 + SPACE;
            if (centres.get(i) - centres.get(i - 1) < needed) {
                return false;
            }
        }
        return true;
    }

    /** From left to right, every text that stands clear of the one shown before it. */
    public static List<Boolean> clear(List<Double> centres, List<Double> widths) {
        List<Boolean> shown = new ArrayList<>();
        double end = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < centres.size(); i++) {
            double half = widths.get(i) / 2;
            boolean free = centres.get(i) - half >= end + SPACE;
            shown.add(free);
            end = free ? centres.get(i) + half : end;
        }
        return shown;
    }
}
