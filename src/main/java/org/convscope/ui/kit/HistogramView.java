package org.convscope.ui.kit;

import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import org.convscope.tensor.Stats;

/**
 * How often which values occur: one bar a bin, from the smallest value on the left to the largest on the
 * right, with a mark at zero. Heights go by the square root, so that a pile of zeros hides nothing.
 */
public final class HistogramView extends Region {

    private final Canvas canvas = new Canvas();
    private final Ink bar = new Ink("histogram-bar", this::paint);
    private final Ink chosen = new Ink("histogram-chosen", this::paint);
    private final Ink zero = new Ink("histogram-zero", this::paint);
    private Stats stats;
    private int chosenBin = -1;

    /** A picture without values yet. */
    public HistogramView() {
        getStyleClass().add("histogram");
        canvas.setManaged(false);
        getChildren().addAll(bar, chosen, zero, canvas);
        setMinSize(0, 0);
    }

    /** Shows the histogram of these values; {@code null} for none. */
    public void show(Stats wanted) {
        stats = wanted;
        paint();
    }

    /** Sets one bin off from the others; −1 for none. */
    public void choose(int bin) {
        chosenBin = bin;
        paint();
    }

    /** The bin at a place, or −1. */
    public int binAt(double x) {
        int bins = stats == null ? 0 : stats.histogram().size();
        int bin = (int) Math.floor(x / getWidth() * bins);
        return bin >= 0 && bin < bins ? bin : -1;
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
        if (stats == null || canvas.getWidth() < 2) {
            return;
        }
        List<Integer> bins = stats.histogram();
        double tallest =
                Math.sqrt(bins.stream().mapToInt(Integer::intValue).max().orElse(1));
        double step = canvas.getWidth() / bins.size();
        for (int i = 0; i < bins.size(); i++) {
            double height = tallest == 0 ? 0 : Math.sqrt(bins.get(i)) / tallest * canvas.getHeight();
            if (bins.get(i) > 0) {
                (i == chosenBin ? chosen : bar).dip(g);
                double left = Math.round(i * step);
                double right = Math.round((i + 1) * step) - (step > 3 ? 1 : 0);
                double top = Math.min(canvas.getHeight() - 1, Math.round(canvas.getHeight() - height));
                g.fillRect(left, top, right - left, canvas.getHeight() - top);
            }
        }
        if (stats.min() < 0 && stats.max() > 0) {
            zero.dip(g);
            double x = Math.round(-stats.min() / (stats.max() - stats.min()) * canvas.getWidth()) + 0.5;
            g.strokeLine(x, 0, x, canvas.getHeight());
        }
    }
}
