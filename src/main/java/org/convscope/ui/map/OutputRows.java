package org.convscope.ui.map;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.convscope.frame.Bars;
import org.convscope.frame.Numbers;
import org.convscope.spec.Subject;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.Ink;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.map.geometry.Column;

/** The output: every class with its probability, the predicted one in accent, the true one with a tick. */
final class OutputRows {

    private static final double BAR_HEIGHT = 5;

    /** A row below this height has its name on its bar. */
    private static final double LOW_ROW = 20;

    /** Texts that would be smaller than this share of their size are left out: nobody could read them. */
    private static final double SMALLEST_TEXT = 0.55;

    private static final double TICK = 14;
    private static final double SPACE = 10;

    private final ExploreModel explore;
    private final Inks inks;
    private double width = 1;

    /**
     * One row as it is seen.
     *
     * @param place where, on the canvas
     * @param text how much texts are enlarged
     * @param isLow whether name and bar share a line
     */
    private record Row(Rectangle2D place, double text, boolean isLow) {

        double barHeight() {
            return isLow ? place.getHeight() : BAR_HEIGHT * text;
        }

        double baseline() {
            return place.getMaxY() - (isLow ? 3 : BAR_HEIGHT + 5) * text;
        }
    }

    OutputRows(ExploreModel explore, Inks inks) {
        this.explore = explore;
        this.inks = inks;
    }

    /** How wide a row must be for the longest of these names, with its tick and its percentage. */
    double measure(List<String> names) {
        double longest = names.stream().mapToDouble(this::width).max().orElse(0);
        width = Math.ceil(TICK + longest + SPACE + width(Numbers.percent(1)));
        return width;
    }

    /**
     * Draws all rows that can be seen.
     *
     * @param newest what the network says; {@code null} while there is nothing
     */
    void draw(GraphicsContext pen, MapCanvas canvas, Column column, Bars newest) {
        // Behind layers that are not understood nobody knows what the network would say.
        Bars prediction = explore.runProperty().get().isWhole() ? newest : null;
        List<String> names = explore.runProperty()
                .get()
                .dataset()
                .card()
                .classNames(Texts.language().get());
        Subject subject = explore.subjectProperty().get();
        double strongest = strongest(prediction);
        for (int index = 0; index < column.count(); index++) {
            Rectangle2D place = canvas.camera().toScreen(column.tile(index));
            if (canvas.shows(place)) {
                Row row = row(place, canvas.camera().scale());
                double value = value(prediction, index);
                boolean isPredicted = value == strongest;
                bar(pen, row, value, isPredicted);
                if (row.text < SMALLEST_TEXT) {
                    continue;
                }
                text(pen, row, names.get(index), value, isPredicted);
                if (subject != null && subject.label() == index) {
                    tick(pen, row);
                }
            }
        }
    }

    /** Texts grow with the world, and become smaller only where their row does not hold them. */
    private Row row(Rectangle2D place, double scale) {
        double fits = Math.min(place.getHeight() / LOW_ROW, place.getWidth() / width);
        return new Row(place, Math.max(scale, Math.min(1, fits)), place.getHeight() < LOW_ROW * scale);
    }

    private void bar(GraphicsContext pen, Row row, double value, boolean isPredicted) {
        Rectangle2D place = row.place;
        double top = place.getMaxY() - row.barHeight();
        inks.track.dip(pen);
        pen.fillRect(place.getMinX(), top, place.getWidth(), row.barHeight());
        if (value > 0) {
            // Whatever is more than nothing is seen.
            double length = Math.max(1, place.getWidth() * value);
            (isPredicted ? inks.predictedBar : inks.bar).dip(pen);
            pen.fillRect(place.getMinX(), top, length, row.barHeight());
        }
    }

    private void text(GraphicsContext pen, Row row, String name, double value, boolean isPredicted) {
        Ink ink = isPredicted ? inks.predictedName : inks.className;
        ink.dip(pen);
        pen.setFont(new Font(ink.getFont().getName(), ink.getFont().getSize() * row.text));
        pen.setTextBaseline(VPos.BASELINE);
        pen.setTextAlign(TextAlignment.RIGHT);
        pen.fillText(Numbers.percent(value), row.place.getMaxX(), row.baseline());
        pen.setTextAlign(TextAlignment.LEFT);
        // All names begin behind where the tick would be, so that it moves none of them.
        pen.fillText(name, row.place.getMinX() + TICK * row.text, row.baseline());
    }

    private void tick(GraphicsContext pen, Row row) {
        double unit = row.text;
        double x = row.place.getMinX() + unit;
        inks.truth.dip(pen);
        pen.setLineWidth(inks.truth.getStrokeWidth() * unit);
        pen.strokePolyline(
                new double[] {x, x + 3.5 * unit, x + 9 * unit},
                new double[] {row.baseline() - 4 * unit, row.baseline() - 0.5 * unit, row.baseline() - 8.5 * unit},
                3);
    }

    private double width(String text) {
        Text measured = new Text(text);
        measured.setFont(inks.predictedName.getFont());
        return measured.getLayoutBounds().getWidth();
    }

    private static double strongest(Bars prediction) {
        return prediction == null
                ? Double.NaN
                : prediction.bars().stream().mapToDouble(Bars.Bar::value).max().orElse(Double.NaN);
    }

    private static double value(Bars prediction, int index) {
        return prediction == null
                ? Double.NaN
                : prediction.bars().stream()
                        .filter(bar -> bar.index() == index)
                        .mapToDouble(Bars.Bar::value)
                        .findFirst()
                        .orElse(Double.NaN);
    }
}
