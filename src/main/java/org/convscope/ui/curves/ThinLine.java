package org.convscope.ui.curves;

import java.util.function.LongToDoubleFunction;
import org.convscope.frame.Curve;
import org.convscope.frame.CurveDecimation;

/**
 * A growing series as a picture shows it, thinned to its columns of pixels. While the axis stands still
 * only the points that are new since the last picture are looked at: what was thinned and is thinned
 * again with them stays the same line, however long the training.
 */
final class ThinLine {

    private Series series;
    private int cuts;
    private int seen;
    private int thinned;
    private Axis across;
    private int columns;
    private Curve curve;

    /**
     * The line over an axis on so many columns.
     *
     * @param place where a step lies on the axis; the same for the same axis, and later for a later step
     */
    Curve of(Series from, Axis axis, int onColumns, LongToDoubleFunction place) {
        boolean goesOn = from == series && from.cuts() == cuts && axis.equals(across) && onColumns == columns;
        if (!goesOn || from.size() != seen) {
            Curve all = goesOn ? joined(curve, from, thinned, place) : joined(null, from, 0, place);
            curve = CurveDecimation.of(all, axis.low(), axis.high(), onColumns);
        }
        series = from;
        cuts = from.cuts();
        seen = from.size();
        thinned = afterLastPoint(from);
        across = axis;
        columns = onColumns;
        return curve;
    }

    // A gap at the end is not drawn and so not kept: it is looked at again when it lies between two points.
    private static int afterLastPoint(Series series) {
        int end = series.size();
        while (end > 0 && !Double.isFinite(series.value(end - 1))) {
            end--;
        }
        return end;
    }

    private static Curve joined(Curve before, Series series, int from, LongToDoubleFunction place) {
        int kept = before == null ? 0 : before.size();
        double[] x = new double[kept + series.size() - from];
        double[] y = new double[x.length];
        for (int i = 0; i < kept; i++) {
            x[i] = before.x(i);
            y[i] = before.y(i);
        }
        for (int i = from; i < series.size(); i++) {
            x[kept + i - from] = place.applyAsDouble(series.step(i));
            y[kept + i - from] = series.value(i);
        }
        return Curve.of("", x, y);
    }
}
