package org.convscope.ui.curves;

import java.util.Optional;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import org.convscope.frame.ColorMap;
import org.convscope.frame.Curve;
import org.convscope.frame.Surface;
import org.convscope.frame.SvgPicture;
import org.convscope.frame.Ticks;
import org.convscope.tensor.Histogram;
import org.convscope.ui.kit.Texts;

/** What a panel shows as a picture that scales, in the colours of the theme. */
final class CurvesSvg {

    static final int WIDTH = 960;
    static final int HEIGHT = 480;
    private static final int TITLE = 30;

    private final PanelModel panel;
    private final CurvesModel curves;
    private final CurveInks inks;
    private final CurvesLayout layout;
    private final SvgPicture svg;

    private CurvesSvg(PanelModel panel, CurveInks inks) {
        this.panel = panel;
        this.curves = panel.curves();
        this.inks = inks;
        this.layout = panel.layout(WIDTH, HEIGHT - TITLE);
        this.svg = new SvgPicture(WIDTH, HEIGHT, colour(inks.paper.getFill()));
    }

    static String of(PanelModel panel, CurveInks inks, Surface surface) {
        CurvesSvg picture = new CurvesSvg(panel, inks);
        if (panel.measure().kind() == Measure.Kind.HEAT) {
            panel.heatLayer().ifPresent(layer -> picture.heat(layer, surface));
        }
        picture.axes();
        picture.guide();
        panel.lines().forEach(picture::line);
        picture.title();
        return picture.svg.done();
    }

    private void axes() {
        SvgPicture.Pen grid = new SvgPicture.Pen(colour(inks.grid.getStroke()), 1);
        String words = colour(inks.axis.getFill());
        Ticks values = layout.valueTicks();
        for (int i = 0; i < values.values().size(); i++) {
            double y = y(values.values().get(i));
            svg.line(grid, layout.left(), y, layout.right(), y);
            svg.text(words, layout.left() - 5, y + 4, "end", panel.measure().tick(values, i));
        }
        Ticks places = layout.placeTicks(curves.unitProperty().get().isWhole());
        for (int i = 0; i < places.values().size(); i++) {
            double x = layout.x(places.values().get(i));
            svg.text(
                    words,
                    x,
                    TITLE + layout.bottom() + 14,
                    "middle",
                    places.labels().get(i));
        }
        svg.text(
                words,
                layout.right(),
                TITLE + layout.top() - 4,
                "end",
                Texts.get("curves.unit." + curves.unitProperty().get().key()));
    }

    private void guide() {
        double value = panel.measure().guide(curves.classes());
        if (!Double.isNaN(value) && layout.up().has(value)) {
            SvgPicture.Pen pen = new SvgPicture.Pen(colour(inks.guide.getStroke()), 1, "2 4");
            svg.line(pen, layout.left(), y(value), layout.right(), y(value));
            svg.text(
                    colour(inks.guide.getFill()),
                    layout.right() - 4,
                    y(value) - 5,
                    "end",
                    panel.measure().guideText(curves.classes()));
        }
    }

    private void line(CurveLine line) {
        Curve thin = new ThinLine().of(line.series(), layout.across(), 2 * layout.columns(), curves::place);
        double[] x = new double[thin.size()];
        double[] y = new double[thin.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = layout.x(thin.x(i));
            y[i] = thin.isGap(i) ? Double.NaN : y(thin.y(i));
        }
        svg.curve(inks.pen(line), Curve.of(line.name(), x, y));
        if (line.role() == CurveLine.Role.TEST) {
            for (int i = 0; i < x.length; i++) {
                if (Double.isFinite(y[i])) {
                    svg.dot(colour(inks.test.getFill()), x[i], y[i], 3.5);
                }
            }
        }
    }

    private void heat(String layer, Surface surface) {
        HistogramTrack track = curves.layers().distributions(panel.measure(), layer);
        double brightest = HeatPainter.brightest(track, curves);
        double end = Math.min(layout.right(), layout.x(curves.place(curves.reached())));
        double next = end;
        for (int i = track.size() - 1; i >= 0; i--) {
            double left = Math.max(layout.left(), layout.x(curves.place(track.step(i))));
            // What is narrower than half a pixel is not seen.
            if (next - left >= 0.5) {
                column(track.histogram(i), left, next, brightest, surface);
                next = left;
            }
        }
    }

    private void column(Histogram histogram, double left, double right, double brightest, Surface surface) {
        for (int bin = 0; bin < histogram.bins(); bin++) {
            double density = histogram.share(bin) / histogram.width();
            if (density > 0) {
                double top = y(histogram.edge(bin + 1));
                int argb = ColorMap.SEQUENTIAL.argb((float) Math.sqrt(Math.min(1, density / brightest)), surface);
                String colour = String.format("#%06x", argb & 0xFFFFFF);
                svg.box(colour, left, top, right - left, Math.max(0.5, y(histogram.edge(bin)) - top));
            }
        }
    }

    private void title() {
        String of = panel.measure().kind() == Measure.Kind.HEAT
                ? panel.heatLayer().map(layer -> " · " + layer).orElse("")
                : "";
        String words = Texts.get("curves.title." + panel.measure().key()) + of + " · " + curves.runName();
        svg.text(colour(inks.axis.getFill()), layout.left(), 18, "start", words);
        double x = WIDTH - 12;
        for (CurveLine line : panel.lines()) {
            if (line.role() == CurveLine.Role.LAYER) {
                Optional<Double> end = end(line);
                end.ifPresent(y -> svg.text(inks.pen(line).colour(), layout.right() + 4, y + 4, "start", line.name()));
            } else if (line.role() != CurveLine.Role.RAW && !line.series().isEmpty()) {
                String name = Texts.get("curves.line." + line.name());
                svg.text(colour(inks.axis.getFill()), x, 18, "end", name);
                x -= 8.0 * name.length() + 8;
                svg.line(inks.pen(line), x - 24, 14, x, 14);
                x -= 36;
            }
        }
    }

    private Optional<Double> end(CurveLine line) {
        int index = line.series().indexAt((long) curves.step(layout.across().high()));
        return index < 0 || !Double.isFinite(line.series().value(index))
                ? Optional.empty()
                : Optional.of(y(line.series().value(index)));
    }

    private double y(double value) {
        return TITLE + layout.y(value);
    }

    static String colour(Paint paint) {
        return paint instanceof Color color
                ? String.format(
                        "#%02x%02x%02x", byteOf(color.getRed()), byteOf(color.getGreen()), byteOf(color.getBlue()))
                : "none";
    }

    private static int byteOf(double share) {
        return (int) Math.round(255 * share);
    }
}
