package org.convscope.ui.inspect.sum;

import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.frame.Numbers;
import org.convscope.ui.kit.Ink;

/** The curve of an activation, and the point on it that is being computed. */
public final class FunctionPlot extends Region {

    private static final double HEIGHT = 108;
    private static final double MARGIN = 14;
    private static final double RADIUS = 4;

    /** From −4 to 4 every activation shows its shape; further only if the point lies further out. */
    private static final double REACH = 4;

    private final Canvas canvas = new Canvas();
    private final Ink axis = new Ink("plot-axis", this::paint);
    private final Ink curve = new Ink("plot-curve", this::paint);
    private final Ink point = new Ink("plot-point", this::paint);
    private Nonlinearity kind;
    private double z;

    /** A plot without a curve yet. */
    public FunctionPlot() {
        canvas.setManaged(false);
        getChildren().addAll(axis, curve, point, canvas);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMinWidth(0);
    }

    /** Shows what an activation makes of {@code z}. */
    public void show(Nonlinearity activation, double input) {
        kind = activation;
        z = input;
        paint();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        paint();
    }

    private void paint() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (kind == null || !Double.isFinite(z) || canvas.getWidth() < 4 * MARGIN) {
            return;
        }
        double reach = Math.max(REACH, Math.ceil(Math.abs(z)));
        double low = Math.min(0, kind.of(-reach));
        double high = kind.of(reach);
        double perZ = (canvas.getWidth() - 2 * MARGIN) / (2 * reach);
        double perValue = (canvas.getHeight() - 2 * MARGIN) / (high - low);
        double zeroX = canvas.getWidth() / 2;
        double zeroY = canvas.getHeight() - MARGIN + low * perValue;
        axis.dip(g);
        g.strokeLine(MARGIN, Math.round(zeroY) + 0.5, canvas.getWidth() - MARGIN, Math.round(zeroY) + 0.5);
        g.strokeLine(Math.round(zeroX) + 0.5, MARGIN / 2, Math.round(zeroX) + 0.5, canvas.getHeight() - MARGIN / 2);
        g.setTextBaseline(VPos.TOP);
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText("z", canvas.getWidth() - 2, zeroY - 6);
        curve.dip(g);
        g.beginPath();
        for (double x = MARGIN; x <= canvas.getWidth() - MARGIN; x++) {
            g.lineTo(x, zeroY - kind.of((x - zeroX) / perZ) * perValue);
        }
        g.stroke();
        double x = zeroX + z * perZ;
        double y = zeroY - kind.of(z) * perValue;
        point.dip(g);
        g.strokeLine(x, zeroY, x, y);
        g.strokeLine(zeroX, y, x, y);
        g.fillOval(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
        boolean isLeft = z < 0;
        g.setTextAlign(isLeft ? TextAlignment.LEFT : TextAlignment.RIGHT);
        g.setTextBaseline(VPos.BOTTOM);
        g.fillText(Numbers.text(kind.of(z)), zeroX + (isLeft ? 5 : -5), Math.max(MARGIN, y));
    }
}
