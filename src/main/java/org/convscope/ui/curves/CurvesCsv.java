package org.convscope.ui.curves;

import java.util.Locale;
import org.convscope.tensor.Histogram;

/** What a panel shows as CSV: every point of it, none thinned, with its place on every axis. */
final class CurvesCsv {

    private static final String PLACES = "step,epochs,images,seconds";

    private final PanelModel panel;
    private final CurvesModel curves;
    private final Progression progression;
    private final double from;
    private final double to;
    private final StringBuilder text = new StringBuilder();

    private CurvesCsv(PanelModel panel) {
        this.panel = panel;
        this.curves = panel.curves();
        this.progression = curves.progression();
        this.from = curves.step(curves.across().low());
        this.to = curves.step(curves.across().high());
    }

    /** A line for each point, or for each bin of each distribution. */
    static String of(PanelModel panel) {
        CurvesCsv csv = new CurvesCsv(panel);
        if (panel.measure().kind() == Measure.Kind.HEAT) {
            csv.distributions();
        } else {
            csv.lines();
        }
        return csv.text.toString();
    }

    private void lines() {
        text.append("measure,line,").append(PLACES).append(",value\n");
        for (CurveLine line : panel.lines()) {
            Series series = line.series();
            for (int i = 0; i < series.size(); i++) {
                if (isSeen(series.step(i))) {
                    text.append(panel.measure().key())
                            .append(',')
                            .append(line.name())
                            .append(',');
                    place(series.step(i));
                    text.append(',').append(bare(series.value(i))).append('\n');
                }
            }
        }
    }

    private void distributions() {
        text.append("measure,layer,").append(PLACES).append(",low,high,share\n");
        String layer = panel.heatLayer().orElse("");
        HistogramTrack track = curves.layers().distributions(panel.measure(), layer);
        for (int i = 0; i < track.size(); i++) {
            Histogram histogram = track.histogram(i);
            for (int bin = 0; isSeen(track.step(i)) && bin < histogram.bins(); bin++) {
                text.append(panel.measure().key()).append(',').append(layer).append(',');
                place(track.step(i));
                text.append(',')
                        .append(histogram.edge(bin))
                        .append(',')
                        .append(histogram.edge(bin + 1))
                        .append(',')
                        .append(String.format(Locale.ROOT, "%.6g", histogram.share(bin)))
                        .append('\n');
            }
        }
    }

    private boolean isSeen(long step) {
        return step >= from && step <= to;
    }

    private void place(long step) {
        text.append(step)
                .append(String.format(Locale.ROOT, ",%.6f", progression.place(Unit.EPOCHS, step)))
                .append(',')
                .append(Math.round(progression.place(Unit.IMAGES, step)))
                .append(String.format(Locale.ROOT, ",%.4f", progression.place(Unit.SECONDS, step)));
    }

    private static String bare(double value) {
        return Double.isFinite(value) ? String.valueOf(value) : "";
    }
}
