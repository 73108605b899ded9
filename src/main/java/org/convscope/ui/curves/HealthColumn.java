package org.convscope.ui.curves;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the table of health says of each layer. */
enum HealthColumn {
    LAYER,
    OUTPUTS,
    GRADIENT,
    UPDATES,
    DEAD,
    SATURATED;

    /** Pixels that every column needs beside the picture, and the picture itself. */
    private static final double NEEDED = 62;

    /** The columns that have something to say; the picture goes where the others leave no room for it. */
    static List<HealthColumn> of(List<HealthRow> rows, double width) {
        List<HealthColumn> columns = new ArrayList<>(Arrays.asList(values()));
        if (rows.stream().allMatch(row -> Double.isNaN(row.layer().deadShare()))) {
            columns.remove(DEAD);
        }
        if (rows.stream().allMatch(row -> Double.isNaN(row.layer().saturatedShare()))) {
            columns.remove(SATURATED);
        }
        if (columns.size() * NEEDED > width) {
            columns.remove(OUTPUTS);
        }
        return columns;
    }

    /** Under which its texts stand. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
