package org.convscope.ui.curves;

import java.util.List;

/**
 * What the lines of a picture reach over between two steps. NaN where there is nothing.
 *
 * @param low smallest finite value
 * @param lowAboveZero smallest finite value above 0
 * @param high largest finite value
 */
record ValueRange(double low, double lowAboveZero, double high) {

    private static final double ROOM_ABOVE = 1.05;

    static ValueRange of(List<CurveLine> lines, double from, double to) {
        double low = Double.NaN;
        double aboveZero = Double.NaN;
        double high = Double.NaN;
        for (CurveLine line : lines) {
            Series series = line.series();
            for (int i = Math.max(0, series.indexAt((long) from)); i < series.size() && series.step(i) <= to; i++) {
                double value = series.value(i);
                if (Double.isFinite(value)) {
                    low = value >= low ? low : value;
                    high = value <= high ? high : value;
                    aboveZero = value <= 0 || value >= aboveZero ? aboveZero : value;
                }
            }
        }
        return new ValueRange(low, aboveZero, high);
    }

    /**
     * The axis of these values: all of the training has one that begins at zero and ends at a round number, so that it
     * stands still most of the time; a part has one that fits.
     */
    Axis axis(PanelModel panel, int classes) {
        Measure measure = panel.measure();
        if (panel.logProperty().get()) {
            return Axis.decades(lowAboveZero, high);
        }
        boolean isPart = panel.curves().stretchProperty().get().isPresent();
        if (isPart && !Double.isNaN(low)) {
            return Axis.around(low, high);
        }
        if (measure.isShare()) {
            return new Axis(0, 1, false);
        }
        if (measure == Measure.RATE) {
            // A rate is most often a round number itself, and would lie on the upper edge.
            return Axis.fromZero(ROOM_ABOVE * high);
        }
        double guide = measure == Measure.LOSS ? measure.guide(classes) : Double.NaN;
        return Axis.fromZero(Double.isNaN(high) || guide > high ? guide : high);
    }
}
