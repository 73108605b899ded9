package org.convscope.ui.runs;

import java.util.List;
import java.util.function.DoubleFunction;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;
import org.convscope.frame.Curve;
import org.convscope.ui.kit.Ink;

/** One measure of a run over its steps, small: batches in pale, the test sample in dashes, the whole test as dots. */
final class CurvesThumbnail extends Region {

    private static final double DOT = 2.5;
    private static final double PAD = 4;
    private static final double TEXT = 14;
    private static final double PALE = 0.55;

    private final Canvas canvas = new Canvas();
    private final Ink axis = new Ink("runs-axis", this::paint);
    private final List<Ink> inks = List.of(
            new Ink("runs-train", this::paint), new Ink("runs-sample", this::paint), new Ink("runs-test", this::paint));
    private final DoubleFunction<String> words;
    private List<Curve> curves = List.of();
    private long lastStep = 1;
    private double low;
    private double high;

    /** Nothing to show yet; {@code words} write a value of the measure. */
    CurvesThumbnail(DoubleFunction<String> words) {
        this.words = words;
        getStyleClass().add("runs-thumbnail");
        canvas.setManaged(false);
        getChildren().add(axis);
        getChildren().addAll(inks);
        getChildren().add(canvas);
        setMinSize(0, 0);
    }

    /** Shows a run's batches, sample and tests. */
    void show(List<Curve> wanted, long last) {
        curves = wanted;
        lastStep = last;
        low = wanted.stream()
                .mapToDouble(Curve::low)
                .filter(Double::isFinite)
                .min()
                .orElse(0);
        high = wanted.stream()
                .mapToDouble(Curve::high)
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        paint();
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            paint();
        }
    }

    private void paint() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        boolean isEmpty = curves.stream().allMatch(curve -> curve.size() == 0);
        if (isEmpty || canvas.getHeight() < 3 * TEXT) {
            return;
        }
        axis.dip(g);
        g.setTextBaseline(VPos.TOP);
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(words.apply(high), PAD, 0);
        g.setTextBaseline(VPos.BOTTOM);
        g.fillText(words.apply(low), PAD, canvas.getHeight());
        double ground = Math.round(y(low)) + 0.5;
        g.strokeLine(0, ground, canvas.getWidth(), ground);
        for (int i = 0; i < curves.size(); i++) {
            inks.get(i).dip(g);
            g.setGlobalAlpha(i == 0 ? PALE : 1);
            paintLine(g, curves.get(i));
            if (i == curves.size() - 1) {
                paintDots(g, curves.get(i));
            }
            g.setGlobalAlpha(1);
        }
    }

    private void paintLine(GraphicsContext g, Curve curve) {
        g.beginPath();
        boolean isDrawing = false;
        for (int i = 0; i < curve.size(); i++) {
            if (curve.isGap(i)) {
                isDrawing = false;
            } else if (isDrawing) {
                g.lineTo(x(curve.x(i)), y(curve.y(i)));
            } else {
                g.moveTo(x(curve.x(i)), y(curve.y(i)));
                isDrawing = true;
            }
        }
        g.stroke();
    }

    private void paintDots(GraphicsContext g, Curve curve) {
        for (int i = 0; i < curve.size(); i++) {
            if (!curve.isGap(i)) {
                g.fillOval(x(curve.x(i)) - DOT, y(curve.y(i)) - DOT, 2 * DOT, 2 * DOT);
            }
        }
    }

    private double x(double step) {
        return PAD + step / lastStep * (canvas.getWidth() - 2 * PAD);
    }

    private double y(double value) {
        double share = high > low ? (value - low) / (high - low) : 0.5;
        double top = TEXT + PAD;
        double bottom = canvas.getHeight() - TEXT - PAD;
        return bottom - share * (bottom - top);
    }
}
