package org.convscope.ui.curves;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.convscope.frame.Numbers;
import org.convscope.frame.Ticks;
import org.convscope.ui.kit.Ink;
import org.convscope.ui.kit.Texts;

/** Draws the axes of a picture of curves, the ends of epochs, and what chance would reach. */
final class AxesPainter {

    /** Room that the name of the guide takes below it. */
    private static final double GUIDE_TEXT = 16;

    private static final double BETWEEN_EPOCHS = 24;

    private final PanelModel panel;
    private final CurveInks inks;
    private final GraphicsContext g;
    private final CurvesLayout layout;

    AxesPainter(PanelModel panel, CurveInks inks, GraphicsContext g, CurvesLayout layout) {
        this.panel = panel;
        this.inks = inks;
        this.g = g;
        this.layout = layout;
    }

    void paint() {
        values();
        places();
        epochs();
    }

    /** What chance would reach, or the rule of thumb with what lies far from it. */
    void guide() {
        Measure measure = panel.measure();
        double value = measure.guide(panel.curves().classes());
        if (Double.isNaN(value) || !layout.up().has(value)) {
            return;
        }
        double y = Math.round(layout.y(value)) + 0.5;
        inks.guide.dip(g);
        if (measure == Measure.UPDATES) {
            double top = Math.max(layout.top(), layout.y(Verdict.FAST_UPDATE_RATIO));
            double bottom = Math.min(layout.bottom(), layout.y(Verdict.SLOW_UPDATE_RATIO));
            g.setGlobalAlpha(0.08);
            g.fillRect(layout.left(), top, layout.right() - layout.left(), Math.max(1, bottom - top));
            g.setGlobalAlpha(1);
        }
        g.strokeLine(layout.left(), y, layout.right(), y);
        g.setTextAlign(TextAlignment.RIGHT);
        String text = measure.guideText(panel.curves().classes());
        // Under the line of the loss, where curves end below it; but never on the numbers of the axis.
        boolean fitsBelow = y + GUIDE_TEXT < layout.bottom();
        g.fillText(text, layout.right(), y + (measure == Measure.LOSS && fitsBelow ? 8 : -8));
    }

    private void values() {
        Ticks values = layout.valueTicks();
        g.setTextAlign(TextAlignment.RIGHT);
        for (int i = 0; i < values.values().size(); i++) {
            double y = Math.round(layout.y(values.values().get(i))) + 0.5;
            inks.grid.dip(g);
            g.strokeLine(layout.left(), y, layout.right(), y);
            inks.axis.dip(g);
            g.fillText(panel.measure().tick(values, i), layout.left() - 6, y, CurvesLayout.LEFT - 6);
        }
    }

    private void places() {
        Unit unit = panel.curves().unitProperty().get();
        Ticks places = layout.placeTicks(unit.isWhole());
        inks.axis.dip(g);
        String name = Texts.get("curves.axis." + unit.key());
        for (int i = 0; i < places.values().size(); i++) {
            double place = places.values().get(i);
            double x = layout.x(place);
            boolean isLast =
                    i == places.values().size() - 1 && place >= layout.across().high();
            String text = place == Math.rint(place)
                    ? Numbers.count((long) place)
                    : places.labels().get(i);
            // The first one says what is counted.
            String said = i == 0 ? text + " " + name : text;
            boolean isAtTheLeft = x < layout.left() + 20;
            g.setTextAlign(isAtTheLeft ? TextAlignment.LEFT : isLast ? TextAlignment.RIGHT : TextAlignment.CENTER);
            g.fillText(
                    said,
                    isLast && !isAtTheLeft ? layout.right() + Math.min(8, layout.margin()) : x,
                    layout.bottom() + 10);
        }
    }

    private void epochs() {
        double free = layout.left();
        boolean isNamed = false;
        g.setTextAlign(TextAlignment.RIGHT);
        List<Long> ends = panel.curves().epochEnds();
        int stride = stride(ends);
        for (int epoch = stride; epoch <= ends.size(); epoch += stride) {
            double place = panel.curves().place(ends.get(epoch - 1));
            double x = Math.round(layout.x(place)) + 0.5;
            if (!layout.across().has(place)) {
                continue;
            }
            inks.grid.dip(g);
            g.strokeLine(x, layout.top(), x, layout.bottom());
            inks.axis.dip(g);
            String name = Texts.get("curves.axis.epoch", epoch);
            boolean takesName = !isNamed && x - width(inks.axis, name) > free;
            g.fillText(takesName ? name : String.valueOf(epoch), x + 3, layout.top() - 7);
            isNamed |= takesName;
            free = x + 6;
        }
    }

    /** Every how many epochs one is marked, so that the marks do not crowd. */
    private int stride(List<Long> ends) {
        if (ends.isEmpty()) {
            return 1;
        }
        CurvesModel curves = panel.curves();
        double apart = (layout.x(curves.place(ends.get(ends.size() - 1))) - layout.x(curves.place(0))) / ends.size();
        int stride = 1;
        while (apart * stride < BETWEEN_EPOCHS && stride < ends.size()) {
            stride = stride == 1 ? 2 : stride == 2 ? 5 : stride * 2;
        }
        return stride;
    }

    static double width(Ink ink, String text) {
        ink.setText(text);
        return ink.getLayoutBounds().getWidth();
    }
}
