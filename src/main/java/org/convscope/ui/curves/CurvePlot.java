package org.convscope.ui.curves;

import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.text.TextAlignment;
import org.convscope.frame.Curve;
import org.convscope.frame.Numbers;
import org.convscope.frame.Ticks;
import org.convscope.ui.kit.Ink;
import org.convscope.ui.kit.Texts;

/**
 * The picture of one measure's lines. It is painted when told to, thinned to what its pixels can show;
 * the cross-hair lies above it, so that pointing paints nothing anew.
 */
final class CurvePlot extends Region {

    private static final double MARKER = 3.5;
    private static final double MARKER_GAP = 9;
    private static final double SHADOW = 0.3;
    private static final double RAW = 0.4;

    /** Room that the name of the guide takes below it. */
    private static final double GUIDE_TEXT = 16;

    private final CurvesModel model;
    private final Measure measure;
    private final Canvas canvas = new Canvas();
    private final Line crosshair = new Line();
    private final Ink paper = new Ink("curve-paper", this::paint);
    private final Ink grid = new Ink("curve-grid", this::paint);
    private final Ink axis = new Ink("curve-axis", this::paint);
    private final Ink guide = new Ink("curve-guide", this::paint);
    private final Ink raw = new Ink("curve-raw", this::paint);
    private final Ink train = new Ink("curve-train", this::paint);
    private final Ink sample = new Ink("curve-sample", this::paint);
    private final Ink test = new Ink("curve-test", this::paint);
    private final Ink end = new Ink("curve-end", this::paint);
    private final ThinLine rawLine = new ThinLine();
    private final ThinLine trainLine = new ThinLine();
    private final ThinLine sampleLine = new ThinLine();
    private final ThinLine testLine = new ThinLine();
    private CurvesLayout layout;

    CurvePlot(CurvesModel model, Measure measure) {
        this.model = model;
        this.measure = measure;
        crosshair.getStyleClass().add("curve-crosshair");
        crosshair.setManaged(false);
        crosshair.setVisible(false);
        crosshair.setMouseTransparent(true);
        canvas.setManaged(false);
        getChildren().addAll(paper, grid, axis, guide, raw, train, sample, test, end, canvas, crosshair);
        setMinSize(0, 0);
    }

    /** Where everything lies, as last painted. */
    CurvesLayout geometry() {
        return layout;
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            paint();
        }
    }

    /** Stands the cross-hair at a step, or takes it away. */
    void point(long step) {
        boolean isSeen = layout != null && step != CurvesModel.NOWHERE && step <= layout.lastStep();
        crosshair.setVisible(isSeen);
        if (isSeen) {
            double x = Math.round(layout.x(step)) + 0.5;
            crosshair.setStartX(x);
            crosshair.setEndX(x);
            crosshair.setStartY(layout.top());
            crosshair.setEndY(layout.bottom());
        }
    }

    /** Paints the lines as they are now. */
    void paint() {
        Curves curves = model.curves(measure);
        layout = CurvesLayout.of(getWidth(), getHeight(), measure, curves, model);
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        if (!layout.isRoomy()) {
            return;
        }
        g.setTextBaseline(VPos.CENTER);
        paintAxes(g);
        paintEpochs(g);
        paintGuide(g);
        double strength = model.isShadow() ? SHADOW : 1;
        g.setGlobalAlpha(RAW * strength);
        paintAll(g, raw, rawLine, curves.train());
        g.setGlobalAlpha(strength);
        paintLine(g, train, trainLine, curves.smooth());
        paintLine(g, sample, sampleLine, curves.sample());
        paintLine(g, test, testLine, curves.test());
        paintMarkers(g, curves.test());
        g.setGlobalAlpha(1);
        model.end().ifPresent(how -> paintEnd(g, how));
        point(model.hoveredStepProperty().get());
    }

    private void paintAxes(GraphicsContext g) {
        Ticks values = layout.valueTicks();
        for (int i = 0; i < values.values().size(); i++) {
            double y = Math.round(layout.y(values.values().get(i))) + 0.5;
            grid.dip(g);
            g.strokeLine(layout.left(), y, layout.right(), y);
            axis.dip(g);
            g.setTextAlign(TextAlignment.RIGHT);
            g.fillText(label(values, i), layout.left() - 6, y);
        }
        Ticks steps = layout.stepTicks();
        for (int i = 0; i < steps.values().size(); i++) {
            boolean isLast = i == steps.values().size() - 1 && steps.values().get(i) >= layout.lastStep();
            double x = layout.x(steps.values().get(i));
            String text = Numbers.count(steps.values().get(i).longValue());
            g.setTextAlign(i == 0 ? TextAlignment.LEFT : isLast ? TextAlignment.RIGHT : TextAlignment.CENTER);
            g.fillText(
                    i == 0 ? Texts.get("curves.axis.steps") : text,
                    isLast ? layout.right() + 8 : x,
                    layout.bottom() + 10);
        }
    }

    private String label(Ticks ticks, int index) {
        return measure == Measure.ACCURACY
                ? Math.round(100 * ticks.values().get(index)) + " %"
                : ticks.labels().get(index);
    }

    private void paintEpochs(GraphicsContext g) {
        long stepsPerEpoch = model.stepsPerEpoch();
        if (stepsPerEpoch <= 0) {
            return;
        }
        long stride = layout.epochStride(stepsPerEpoch);
        double free = layout.left();
        boolean isNamed = false;
        g.setTextAlign(TextAlignment.RIGHT);
        for (long epoch = stride; epoch * stepsPerEpoch <= layout.lastStep(); epoch += stride) {
            double x = Math.round(layout.x(epoch * stepsPerEpoch)) + 0.5;
            grid.dip(g);
            g.strokeLine(x, layout.top(), x, layout.bottom());
            axis.dip(g);
            String name = Texts.get("curves.axis.epoch", epoch);
            boolean takesName = !isNamed && x - width(axis, name) > free;
            g.fillText(takesName ? name : String.valueOf(epoch), x + 3, layout.top() - 7);
            isNamed |= takesName;
            free = x + 6;
        }
    }

    private void paintGuide(GraphicsContext g) {
        if (model.classes() < 2) {
            return;
        }
        double value = measure.guide(model.classes());
        double y = Math.round(layout.y(value)) + 0.5;
        guide.dip(g);
        g.strokeLine(layout.left(), y, layout.right(), y);
        g.setTextAlign(TextAlignment.RIGHT);
        String text = measure == Measure.LOSS
                ? Texts.get("curves.guide.loss", model.classes(), Numbers.text(value))
                : Texts.get("curves.guide.accuracy", Numbers.percent(value));
        // Under the line of the loss, where curves end below it; but never on the numbers of the axis.
        boolean fitsBelow = y + GUIDE_TEXT < layout.bottom();
        g.fillText(text, layout.right(), y + (measure == Measure.LOSS && fitsBelow ? 8 : -8));
    }

    /** Every value, however many there are: as a line, or where several share a column, as the columns they fill. */
    private void paintAll(GraphicsContext g, Ink ink, ThinLine line, Series series) {
        Curve curve = line.of(series, layout.lastStep(), layout.columns());
        ink.dip(g);
        if (curve.size() <= 2 * layout.columns()) {
            stroke(g, curve, 0);
            return;
        }
        // Filling costs a tenth of stroking, and looks the same where a line goes up and down in every column.
        g.setFill(g.getStroke());
        int column = -1;
        double top = 0;
        double bottom = 0;
        for (int i = 0; i < curve.size(); i++) {
            int next = (int) (layout.x(curve.x(i)) - layout.left());
            double y = layout.y(curve.y(i));
            boolean isConnected = i > 0 && !curve.isGap(i) && !curve.isGap(i - 1);
            if (next != column || curve.isGap(i)) {
                fillColumn(g, column, top, bottom);
                column = curve.isGap(i) ? -1 : next;
                double before = isConnected ? layout.y(curve.y(i - 1)) : y;
                top = Math.min(before, y);
                bottom = Math.max(before, y);
            } else {
                top = Math.min(top, y);
                bottom = Math.max(bottom, y);
            }
        }
        fillColumn(g, column, top, bottom);
    }

    private void fillColumn(GraphicsContext g, int column, double top, double bottom) {
        if (column >= 0) {
            g.fillRect(layout.left() + column, Math.round(top), 1, Math.max(1, Math.round(bottom) - Math.round(top)));
        }
    }

    /** A line that has no more than one point a column where it has many. */
    private void paintLine(GraphicsContext g, Ink ink, ThinLine line, Series series) {
        ink.dip(g);
        stroke(g, line.of(series, layout.lastStep(), layout.columns()), 1);
    }

    private void stroke(GraphicsContext g, Curve curve, double least) {
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

    private void paintMarkers(GraphicsContext g, Series series) {
        test.dip(g);
        double marked = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < series.size(); i++) {
            double x = layout.x(series.step(i));
            if (Double.isFinite(series.value(i)) && x - marked >= MARKER_GAP) {
                marked = x;
                double y = layout.y(series.value(i));
                g.fillPolygon(
                        new double[] {x - MARKER, x, x + MARKER, x}, new double[] {y, y - MARKER, y, y + MARKER}, 4);
            }
        }
    }

    private void paintEnd(GraphicsContext g, CurvesModel.End how) {
        double x = Math.round(layout.x(how.step())) + 0.5;
        end.dip(g);
        g.strokeLine(x, layout.top(), x, layout.bottom());
        boolean isRight = x > (layout.left() + layout.right()) / 2;
        double beside = isRight ? x - 5 : x + 5;
        double middle = (layout.top() + layout.bottom()) / 2;
        String state = how.state().name().toLowerCase(Locale.ROOT);
        TextAlignment side = isRight ? TextAlignment.RIGHT : TextAlignment.LEFT;
        write(g, end, Texts.get("curves.end." + state, Numbers.count(how.step())), beside, middle - 8, side);
        write(g, end, Texts.get("curves.end.back", Numbers.count(how.goodStep())), beside, middle + 8, side);
    }

    private static double width(Ink ink, String text) {
        ink.setText(text);
        return ink.getLayoutBounds().getWidth();
    }

    /** Writes over lines, on a piece of paper of its own. */
    private void write(GraphicsContext g, Ink ink, String text, double x, double y, TextAlignment side) {
        double room = side == TextAlignment.RIGHT ? x - layout.left() : layout.right() - x;
        double width = Math.min(room, width(ink, text) + 4);
        double height = ink.getLayoutBounds().getHeight();
        paper.dip(g);
        g.fillRect(side == TextAlignment.RIGHT ? x - width : x, y - height / 2, width, height);
        ink.dip(g);
        g.setTextAlign(side);
        g.fillText(text, x, y, width);
    }
}
