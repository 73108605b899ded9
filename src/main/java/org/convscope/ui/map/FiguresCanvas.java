package org.convscope.ui.map;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.convscope.frame.Bars;
import org.convscope.frame.Mosaic;
import org.convscope.frame.Numbers;
import org.convscope.frame.Surface;
import org.convscope.lens.Overview;
import org.convscope.tensor.Plane;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.Ink;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.map.geometry.Column;
import org.convscope.ui.map.geometry.NetworkMapLayout;

/** What changes with every picture besides the pictures: output bars, and the numbers in large values. */
final class FiguresCanvas extends MapCanvas {

    private static final double BAR_HEIGHT = 5;
    private static final double LOW_ROW = 20;
    private static final double TICK = 14;
    private static final double SPACE = 10;

    private final ExploreModel explore;
    private final NetworkMapModel model;
    private final Inks inks;
    private double rowWidth = 1;

    FiguresCanvas(ExploreModel explore, NetworkMapModel model, Inks inks) {
        this.explore = explore;
        this.model = model;
        this.inks = inks;
    }

    /** How wide an output row must be for the longest of these names, with its tick and its percentage. */
    double rowWidth(List<String> names) {
        double longest = names.stream().mapToDouble(this::width).max().orElse(0);
        rowWidth = Math.ceil(TICK + longest + SPACE + width(Numbers.percent(1)));
        return rowWidth;
    }

    @Override
    boolean draw(GraphicsContext pen) {
        NetworkMapLayout layout = model.viewport().layoutProperty().get();
        if (layout == null) {
            return false;
        }
        Overview overview = explore.overviewProperty().get();
        boolean drawn = false;
        for (Column column : layout.columns()) {
            if (!shows(camera().toScreen(column.bounds()))) {
                continue;
            }
            Mosaic mosaic = overview == null ? null : overview.mosaics().get(column.node());
            if (column.kind() == Column.Kind.CLASSES) {
                classes(pen, column, overview == null ? null : overview.prediction());
            } else if (mosaic == null) {
                skeleton(pen, column);
            } else if (column.kind() == Column.Kind.MAPS && valueSide(column) >= Viewport.READABLE_VALUE) {
                numbers(pen, column, mosaic);
            } else {
                continue;
            }
            drawn = true;
        }
        return drawn;
    }

    private void skeleton(GraphicsContext pen, Column column) {
        inks.skeleton.dip(pen);
        for (Rectangle2D frame : column.frames()) {
            Rectangle2D seen = camera().toScreen(frame);
            pen.fillRect(seen.getMinX(), seen.getMinY(), seen.getWidth(), seen.getHeight());
        }
    }

    private void classes(GraphicsContext pen, Column column, Bars prediction) {
        List<String> names = explore.runProperty()
                .get()
                .dataset()
                .card()
                .classNames(Texts.language().get());
        int truth = explore.subjectProperty().get() == null
                ? -1
                : explore.subjectProperty().get().label();
        int predicted = prediction == null ? -1 : strongest(prediction);
        for (int row = 0; row < column.count(); row++) {
            Rectangle2D seen = camera().toScreen(column.tile(row));
            if (shows(seen)) {
                double value = prediction == null ? Double.NaN : value(prediction, row);
                bar(pen, seen, value, row == predicted);
                name(pen, seen, names.get(row), value, row == predicted, row == truth);
            }
        }
    }

    private void bar(GraphicsContext pen, Rectangle2D row, double value, boolean predicted) {
        double high = isLow(row) ? row.getHeight() : BAR_HEIGHT * textScale(row);
        inks.track.dip(pen);
        pen.fillRect(row.getMinX(), row.getMaxY() - high, row.getWidth(), high);
        if (value > 0) {
            // Whatever is more than nothing is seen.
            double length = Math.max(1, row.getWidth() * value);
            (predicted ? inks.predictedBar : inks.bar).dip(pen);
            pen.fillRect(row.getMinX(), row.getMaxY() - high, length, high);
        }
    }

    private void name(
            GraphicsContext pen, Rectangle2D row, String name, double value, boolean predicted, boolean isTruth) {
        Ink ink = predicted ? inks.predictedName : inks.className;
        double scale = textScale(row);
        double baseline = row.getMaxY() - (isLow(row) ? 3 : BAR_HEIGHT + 5) * scale;
        ink.dip(pen);
        pen.setFont(new Font(ink.getFont().getName(), ink.getFont().getSize() * scale));
        pen.setTextBaseline(VPos.BASELINE);
        pen.setTextAlign(TextAlignment.RIGHT);
        pen.fillText(Numbers.percent(value), row.getMaxX(), baseline);
        pen.setTextAlign(TextAlignment.LEFT);
        pen.fillText(name, row.getMinX() + (isTruth ? TICK * scale : 0), baseline);
        if (isTruth) {
            tick(pen, row.getMinX() + scale, baseline, scale);
        }
    }

    private void tick(GraphicsContext pen, double x, double baseline, double scale) {
        inks.truth.dip(pen);
        pen.setLineWidth(inks.truth.getStrokeWidth() * scale);
        pen.strokePolyline(
                new double[] {x, x + 3.5 * scale, x + 9 * scale},
                new double[] {baseline - 4 * scale, baseline - 0.5 * scale, baseline - 8.5 * scale},
                3);
    }

    /** Texts grow with the world, and become smaller only where their row does not hold them. */
    private double textScale(Rectangle2D row) {
        double fits = Math.min(row.getHeight() / LOW_ROW, row.getWidth() / rowWidth);
        return Math.max(camera().scale(), Math.min(1, fits));
    }

    private boolean isLow(Rectangle2D row) {
        return row.getHeight() < LOW_ROW * camera().scale();
    }

    private void numbers(GraphicsContext pen, Column column, Mosaic mosaic) {
        Surface surface = explore.surfaceProperty().get();
        Rectangle2D view = camera().visible(getWidth(), getHeight());
        double side = valueSide(column);
        pen.setTextBaseline(VPos.CENTER);
        pen.setTextAlign(TextAlignment.CENTER);
        Ink last = null;
        for (int map = 0; map < column.count(); map++) {
            Rectangle2D tile = column.tile(map);
            if (!tile.intersects(view)) {
                continue;
            }
            Plane plane = mosaic.plane(map);
            int firstRow = Math.max(
                    0, column.cellAt(map, tile.getMinX(), view.getMinY()).row());
            int lastRow = column.cellAt(map, tile.getMinX(), view.getMaxY()).row();
            int firstColumn = Math.max(
                    0, column.cellAt(map, view.getMinX(), tile.getMinY()).column());
            int lastColumn = column.cellAt(map, view.getMaxX(), tile.getMinY()).column();
            double left = camera().toScreenX(tile.getMinX());
            double top = camera().toScreenY(tile.getMinY());
            for (int row = firstRow; row <= lastRow; row++) {
                for (int place = firstColumn; place <= lastColumn; place++) {
                    float value = plane.at(row, place);
                    Ink ink = CellText.isLight(mosaic.scale(map).argb(value, surface)) ? inks.onLight : inks.onDark;
                    if (!ink.equals(last)) {
                        ink.dip(pen);
                        last = ink;
                    }
                    pen.fillText(CellText.of(value, side), left + (place + 0.5) * side, top + (row + 0.5) * side);
                }
            }
        }
    }

    private double valueSide(Column column) {
        return column.tile(0).getWidth() / column.mapWidth() * camera().scale();
    }

    private double width(String text) {
        Text measured = new Text(text);
        measured.setFont(inks.predictedName.getFont());
        return measured.getLayoutBounds().getWidth();
    }

    private static int strongest(Bars prediction) {
        return prediction.bars().stream()
                .reduce((a, b) -> b.value() > a.value() ? b : a)
                .map(Bars.Bar::index)
                .orElse(-1);
    }

    private static double value(Bars prediction, int index) {
        return prediction.bars().stream()
                .filter(bar -> bar.index() == index)
                .mapToDouble(Bars.Bar::value)
                .findFirst()
                .orElse(Double.NaN);
    }
}
