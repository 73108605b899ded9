package org.convscope.ui.curves;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.convscope.frame.Curve;

/** Draws lines, thinned to what the pixels can show; what it has thinned it keeps for the next picture. */
final class LinePainter {

    private static final double MARKER = 3.5;
    private static final double MARKER_GAP = 9;
    private static final double RAW = 0.4;
    private static final double BEHIND = 0.55;
    private static final double BETWEEN_NAMES = 11;

    private final CurvesModel curves;
    private final CurveInks inks;
    private final Map<String, ThinLine> thin = new HashMap<>();
    private Unit unit;
    private GraphicsContext g;
    private CurvesLayout layout;

    LinePainter(CurvesModel curves, CurveInks inks) {
        this.curves = curves;
        this.inks = inks;
    }

    /**
     * Draws all lines.
     *
     * @param strength from 0 to 1
     * @param front the line that stands in front of the others, if any
     */
    void paint(
            GraphicsContext canvas,
            CurvesLayout where,
            List<CurveLine> lines,
            double strength,
            Optional<String> front) {
        g = canvas;
        layout = where;
        if (unit != curves.unitProperty().get()) {
            thin.clear();
            unit = curves.unitProperty().get();
        }
        g.save();
        // A clip costs as much as the lines, and all of a training needs none.
        if (curves.stretchProperty().get().isPresent() || layout.up().isLog()) {
            g.beginPath();
            g.rect(
                    layout.left(),
                    layout.top() - 2,
                    layout.right() - layout.left() + 1,
                    layout.bottom() - layout.top() + 4);
            g.clip();
        }
        for (CurveLine line : lines) {
            boolean isBehind = front.isPresent() && !front.get().equals(line.name());
            g.setGlobalAlpha(strength * (line.role() == CurveLine.Role.RAW ? RAW : isBehind ? BEHIND : 1));
            paint(line, front.isPresent() && !isBehind);
        }
        g.restore();
        g.setGlobalAlpha(1);
    }

    /** Writes the names of layers at the ends of their lines, where no other name stands. */
    void names(List<CurveLine> lines, Optional<String> front) {
        List<CurveLine> named = new ArrayList<>(lines);
        named.removeIf(line -> line.role() != CurveLine.Role.LAYER || !Double.isFinite(lastInSight(line)));
        named.sort(Comparator.comparing(line -> !front.equals(Optional.of(line.name()))));
        List<Double> taken = new ArrayList<>();
        g.setTextAlign(TextAlignment.LEFT);
        for (CurveLine line : named) {
            double y = Math.max(layout.top() + 4, Math.min(layout.bottom() - 4, layout.y(lastInSight(line))));
            if (taken.stream().allMatch(other -> Math.abs(other - y) >= BETWEEN_NAMES)) {
                taken.add(y);
                inks.dip(g, line);
                g.setFill(g.getStroke());
                g.setFont(inks.axis.getFont());
                g.fillText(line.name(), layout.right() + 5, y, layout.margin() - 6);
            }
        }
    }

    private double lastInSight(CurveLine line) {
        Series series = line.series();
        int index = series.indexAt((long) Math.floor(curves.step(layout.across().high())));
        return index < 0 ? Double.NaN : series.value(index);
    }

    private void paint(CurveLine line, boolean isInFront) {
        Curve curve = thin.computeIfAbsent(line.name(), each -> new ThinLine())
                .of(line.series(), layout.across(), layout.columns(), step -> curves.place(step));
        inks.dip(g, line);
        if (isInFront) {
            g.setLineWidth(2 * g.getLineWidth());
        }
        if (curve.size() > 2 * layout.columns()) {
            fill(curve);
        } else {
            stroke(curve, line.role() == CurveLine.Role.RAW ? 0 : 1);
        }
        if (line.role() == CurveLine.Role.TEST) {
            markers(line.series());
        }
        if (line.role() == CurveLine.Role.LAYER && line.series().size() == 1) {
            dot(line.series());
        }
    }

    /** Filling costs a tenth of stroking, and looks the same where a line goes up and down in every column. */
    private void fill(Curve curve) {
        g.setFill(g.getStroke());
        int column = -1;
        double top = 0;
        double bottom = 0;
        for (int i = 0; i < curve.size(); i++) {
            int next = (int) (layout.x(curve.x(i)) - layout.left());
            double y = layout.y(curve.y(i));
            boolean isConnected = i > 0 && !curve.isGap(i) && !curve.isGap(i - 1);
            if (next != column || curve.isGap(i)) {
                fillColumn(column, top, bottom);
                column = curve.isGap(i) ? -1 : next;
                double before = isConnected ? layout.y(curve.y(i - 1)) : y;
                top = Math.min(before, y);
                bottom = Math.max(before, y);
            } else {
                top = Math.min(top, y);
                bottom = Math.max(bottom, y);
            }
        }
        fillColumn(column, top, bottom);
    }

    private void fillColumn(int column, double top, double bottom) {
        if (column >= 0) {
            g.fillRect(layout.left() + column, Math.round(top), 1, Math.max(1, Math.round(bottom) - Math.round(top)));
        }
    }

    private void stroke(Curve curve, double least) {
        g.beginPath();
        boolean isDown = false;
        double drawn = 0;
        for (int i = 0; i < curve.size(); i++) {
            double x = layout.x(curve.x(i));
            if (curve.isGap(i)) {
                isDown = false;
            } else if (!isDown) {
                g.moveTo(x, layout.y(curve.y(i)));
                isDown = true;
                drawn = x;
            } else if (x - drawn >= least || i == curve.size() - 1) {
                g.lineTo(x, layout.y(curve.y(i)));
                drawn = x;
            }
        }
        g.stroke();
    }

    private void markers(Series series) {
        double marked = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < series.size(); i++) {
            double x = layout.x(curves.place(series.step(i)));
            if (Double.isFinite(series.value(i)) && x - marked >= MARKER_GAP) {
                marked = x;
                double y = layout.y(series.value(i));
                g.fillPolygon(
                        new double[] {x - MARKER, x, x + MARKER, x}, new double[] {y, y - MARKER, y, y + MARKER}, 4);
            }
        }
    }

    private void dot(Series series) {
        g.setFill(g.getStroke());
        g.fillOval(layout.x(curves.place(series.step(0))) - 2, layout.y(series.value(0)) - 2, 4, 4);
    }
}
