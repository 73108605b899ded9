package org.convscope.ui.curves;

import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.convscope.frame.Numbers;
import org.convscope.ui.kit.Ink;
import org.convscope.ui.kit.Texts;

/** Draws what happened at single steps: changes by a person, the step that the maps show, the end. */
final class MarkPainter {

    private static final double ROW = 14;

    private final CurvesModel curves;
    private final CurveInks inks;
    private final GraphicsContext g;
    private final CurvesLayout layout;

    MarkPainter(CurvesModel curves, CurveInks inks, GraphicsContext g, CurvesLayout layout) {
        this.curves = curves;
        this.inks = inks;
        this.g = g;
        this.layout = layout;
    }

    void paint() {
        changes();
        curves.moment().ifPresent(this::moment);
        curves.end().ifPresent(this::end);
    }

    private void changes() {
        double free = Double.NEGATIVE_INFINITY;
        for (Gathered.Mark mark : curves.marks()) {
            double place = curves.place(mark.step());
            if (!layout.across().has(place)) {
                continue;
            }
            double x = Math.round(layout.x(place)) + 0.5;
            inks.mark.dip(g);
            g.strokeLine(x, layout.top(), x, layout.bottom());
            String text = mark.steered().changes().stream()
                    .map(knob -> Texts.get(
                            "curves.mark." + knob.name().toLowerCase(Locale.ROOT),
                            mark.steered().now().text(knob)))
                    .collect(Collectors.joining(" "));
            double width = AxesPainter.width(inks.mark, text) + 8;
            boolean isRight = width > layout.right() - x;
            double begin = isRight ? x - width : x;
            // One that would stand on the one before stands below it.
            double row = begin < free ? ROW : 0;
            TextAlignment side = isRight ? TextAlignment.RIGHT : TextAlignment.LEFT;
            write(inks.mark, text, isRight ? x - 3 : x + 3, layout.top() + 7 + row, side);
            free = Math.max(free, begin + width);
        }
    }

    private void moment(long step) {
        double place = curves.place(step);
        if (layout.across().has(place)) {
            double x = Math.round(layout.x(place)) + 0.5;
            inks.moment.dip(g);
            g.strokeLine(x, layout.top(), x, layout.bottom());
            g.fillPolygon(
                    new double[] {x - 5, x + 5, x}, new double[] {layout.top() - 6, layout.top() - 6, layout.top()}, 3);
        }
    }

    private void end(Gathered.End how) {
        double place = curves.place(how.step());
        if (!layout.across().has(place)) {
            return;
        }
        double x = Math.round(layout.x(place)) + 0.5;
        inks.end.dip(g);
        g.strokeLine(x, layout.top(), x, layout.bottom());
        boolean isRight = x > (layout.left() + layout.right()) / 2;
        double beside = isRight ? x - 5 : x + 5;
        double middle = (layout.top() + layout.bottom()) / 2;
        String state = how.state().name().toLowerCase(Locale.ROOT);
        TextAlignment side = isRight ? TextAlignment.RIGHT : TextAlignment.LEFT;
        write(inks.end, Texts.get("curves.end." + state, Numbers.count(how.step())), beside, middle - 8, side);
        write(inks.end, Texts.get("curves.end.back", Numbers.count(how.goodStep())), beside, middle + 8, side);
    }

    /** Writes over lines, on a piece of paper of its own. */
    private void write(Ink ink, String text, double x, double y, TextAlignment side) {
        double room = side == TextAlignment.RIGHT ? x - layout.left() : layout.right() - x;
        double width = Math.min(room, AxesPainter.width(ink, text) + 4);
        double height = ink.getLayoutBounds().getHeight();
        inks.paper.dip(g);
        g.fillRect(side == TextAlignment.RIGHT ? x - width : x, y - height / 2, width, height);
        ink.dip(g);
        g.setTextAlign(side);
        g.fillText(text, x, y, width);
    }
}
