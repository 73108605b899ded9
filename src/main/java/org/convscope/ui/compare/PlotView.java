package org.convscope.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.convscope.frame.Numbers;
import org.convscope.frame.Ticks;
import org.convscope.spec.Contrast;
import org.convscope.ui.kit.Ink;
import org.convscope.ui.kit.Panel;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;

/** One score of all runs over each other, by the images that they have seen. Pointing reads all of them. */
final class PlotView extends VBox {

    private static final double MARKER = 3;
    private static final double LOSS_TOP = 1.13;
    private static final double LETTER_LINE = 13;
    private static final double BAND = 0.22;

    /** Share of the axis at its end that stands for now. */
    private static final double NOW = 0.01;

    private final CompareModel model;
    private final boolean isLoss;
    private final Canvas canvas = new Canvas();
    private final Pane room = new Pane() {
        @Override
        protected void layoutChildren() {
            if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
                canvas.setWidth(getWidth());
                canvas.setHeight(getHeight());
                paint();
            }
        }
    };
    private final Label where = new Label();
    private final List<Ink> lines = new ArrayList<>();
    private final Ink grid = new Ink("compare-grid", this::paint);
    private final Ink axis = new Ink("compare-axis", this::paint);
    private final Ink guide = new Ink("compare-guide", this::paint);
    private final Ink moment = new Ink("compare-moment", this::paint);
    private PlotLayout layout;
    private double pointedAt = Double.NaN;

    PlotView(CompareModel model, boolean isLoss) {
        this.model = model;
        this.isLoss = isLoss;
        getStyleClass().addAll(Styles.PANEL, "compare-plot");
        String title = isLoss ? "compare.testLoss" : "compare.testAccuracy";
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        where.getStyleClass().add("compare-where");
        where.setMinWidth(0);
        HBox header = new HBox(Panel.title(title), space, where);
        header.getStyleClass().add("compare-plot-header");
        for (int i = 0; i < Contrast.MOST_SIDES; i++) {
            Ink ink = new Ink("compare-curve", this::paint);
            Letters.mark(ink, i);
            lines.add(ink);
        }
        room.getChildren().addAll(lines);
        room.getChildren().addAll(grid, axis, guide, moment, canvas);
        canvas.setManaged(false);
        room.setMinSize(0, 0);
        room.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        room.accessibleTextProperty().bind(Texts.of(title));
        VBox.setVgrow(room, Priority.ALWAYS);
        getChildren().addAll(header, room);
        setMinSize(0, 0);
        room.setOnMouseMoved(event -> point(event.getX()));
        room.setOnMouseExited(event -> point(Double.NaN));
        room.setOnMousePressed(event -> travel(event.getX()));
        room.setOnMouseDragged(event -> {
            point(event.getX());
            travel(event.getX());
        });
        model.momentProperty().addListener(changed -> paint());
    }

    /** Paints the curves as they are now. */
    void paint() {
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        List<Side> sides = model.sidesProperty().get();
        layout = layout(sides);
        if (!layout.isRoomy() || sides.isEmpty()) {
            return;
        }
        pen.setTextBaseline(VPos.CENTER);
        axes(pen);
        double[] guesses = sides.stream()
                .mapToDouble(side -> isLoss
                        ? side.scores().guessing()
                        : 1.0 / side.run().blueprint().classes())
                .distinct()
                .toArray();
        for (double guess : guesses) {
            guide(pen, guess);
        }
        for (int i = 0; i < sides.size(); i++) {
            band(pen, sides.get(i), i);
        }
        List<Double> taken = new ArrayList<>();
        for (int i = 0; i < sides.size(); i++) {
            curve(pen, sides.get(i).scores(), i, taken);
        }
        cross(pen);
    }

    private PlotLayout layout(List<Side> sides) {
        double images = sides.stream()
                .map(side -> side.scores().last())
                .mapToDouble(last -> last == null ? 0 : last.images())
                .max()
                .orElse(0);
        double high = isLoss
                ? LOSS_TOP
                        * sides.stream()
                                .mapToDouble(side -> side.scores().guessing())
                                .max()
                                .orElse(1)
                : 1;
        return PlotLayout.of(canvas.getWidth(), canvas.getHeight(), Math.max(images, 1000), 0, high);
    }

    private void axes(GraphicsContext pen) {
        Ticks scores = layout.scoreTicks();
        for (int i = 0; i < scores.values().size(); i++) {
            double y = Math.round(layout.y(scores.values().get(i))) + 0.5;
            grid.dip(pen);
            pen.strokeLine(layout.left(), y, layout.right(), y);
            axis.dip(pen);
            pen.setTextAlign(TextAlignment.RIGHT);
            pen.fillText(score(scores.values().get(i), scores.labels().get(i)), layout.left() - 6, y);
        }
        Ticks images = layout.imageTicks();
        for (int i = 0; i < images.values().size(); i++) {
            double at = images.values().get(i);
            pen.setTextAlign(i == 0 ? TextAlignment.LEFT : TextAlignment.CENTER);
            pen.fillText(
                    i == 0 ? Texts.get("compare.images") : Numbers.count((long) at),
                    layout.x(at),
                    layout.bottom() + 11);
        }
    }

    private String score(double value, String label) {
        return isLoss ? label : Math.round(100 * value) + " %";
    }

    private void guide(GraphicsContext pen, double guess) {
        double y = Math.round(layout.y(guess)) + 0.5;
        guide.dip(pen);
        pen.strokeLine(layout.left(), y, layout.right(), y);
        pen.setTextAlign(TextAlignment.RIGHT);
        String words = isLoss ? Texts.get("compare.guessing", Numbers.text(guess)) : Texts.get("compare.guess");
        pen.fillText(words, layout.right(), y - 7);
    }

    /** The range over the seeds, as far as all that have begun have come. */
    private void band(GraphicsContext pen, Side side, int row) {
        Band band = Band.of(side.scores(), side.repeats(), value());
        if (band.images().size() > 1) {
            int count = band.images().size();
            double[] x = new double[2 * count];
            double[] y = new double[2 * count];
            for (int i = 0; i < count; i++) {
                x[i] = layout.x(band.images().get(i));
                y[i] = layout.y(band.high().get(i));
                x[2 * count - 1 - i] = x[i];
                y[2 * count - 1 - i] = layout.y(band.low().get(i));
            }
            lines.get(row).dip(pen);
            pen.setGlobalAlpha(BAND);
            pen.fillPolygon(x, y, 2 * count);
            pen.setGlobalAlpha(1);
        }
    }

    private void curve(GraphicsContext pen, Scores scores, int row, List<Double> taken) {
        lines.get(row).dip(pen);
        pen.beginPath();
        boolean isDown = false;
        for (Scores.Point point : scores.line()) {
            double value = value().applyAsDouble(point);
            if (!Double.isFinite(value)) {
                isDown = false;
            } else if (isDown) {
                pen.lineTo(layout.x(point.images()), layout.y(value));
            } else {
                pen.moveTo(layout.x(point.images()), layout.y(value));
                isDown = true;
            }
        }
        pen.stroke();
        pen.setLineDashes();
        for (Scores.Point point : scores.tests()) {
            double value = value().applyAsDouble(point);
            if (Double.isFinite(value)) {
                pen.fillOval(layout.x(point.images()) - MARKER, layout.y(value) - MARKER, 2 * MARKER, 2 * MARKER);
            }
        }
        List<Scores.Point> joined = scores.line();
        Scores.Point last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
        if (last != null && Double.isFinite(value().applyAsDouble(last))) {
            pen.setTextAlign(TextAlignment.LEFT);
            double x = layout.x(last.images()) + 6;
            pen.fillText(Letters.of(row), x, free(layout.y(value().applyAsDouble(last)), taken));
        }
    }

    /** The place nearest to {@code wanted} where no other letter stands. */
    private static double free(double wanted, List<Double> taken) {
        double y = wanted;
        for (int away = 1; isTaken(y, taken); away++) {
            // Above, below, further above …
            y = wanted + (away % 2 == 0 ? 1 : -1) * LETTER_LINE * ((away + 1) / 2);
        }
        taken.add(y);
        return y;
    }

    private static boolean isTaken(double y, List<Double> taken) {
        return taken.stream().anyMatch(other -> Math.abs(other - y) < LETTER_LINE - 1);
    }

    private ToDoubleFunction<Scores.Point> value() {
        return isLoss ? Scores.Point::loss : Scores.Point::accuracy;
    }

    private void point(double x) {
        pointedAt = x;
        paint();
    }

    /** To the moment that is pointed at; at the end of the curves, to now. */
    private void travel(double x) {
        if (layout.isRoomy()) {
            long images = layout.imagesAt(x);
            boolean isNow = images >= layout.images() * (1 - NOW);
            model.momentProperty().set(isNow ? OptionalLong.empty() : OptionalLong.of(images));
        }
    }

    private void moment(GraphicsContext pen) {
        if (model.momentProperty().get().isPresent()) {
            double x = Math.round(layout.x(model.momentProperty().get().getAsLong())) + 0.5;
            moment.dip(pen);
            pen.strokeLine(x, layout.top(), x, layout.bottom());
        }
    }

    private void cross(GraphicsContext pen) {
        moment(pen);
        boolean isThere = pointedAt >= layout.left() && pointedAt <= layout.right();
        if (isThere) {
            axis.dip(pen);
            pen.setStroke(axis.getFill());
            pen.setLineWidth(1);
            double x = Math.round(pointedAt) + 0.5;
            pen.strokeLine(x, layout.top(), x, layout.bottom());
        }
        long images = isThere
                ? layout.imagesAt(pointedAt)
                : model.momentProperty().get().orElse(Long.MAX_VALUE);
        List<Side> sides = model.sidesProperty().get();
        List<String> values = new ArrayList<>();
        for (int i = 0; i < sides.size(); i++) {
            Scores.Point at = sides.get(i).scores().at(images);
            values.add(Letters.of(i) + " " + (at == null ? Numbers.UNKNOWN : text(value().applyAsDouble(at))));
        }
        String all = values.stream().collect(Collectors.joining("   "));
        where.setText(isThere ? Texts.get("compare.at", Numbers.count(images), all) : all);
    }

    private String text(double value) {
        return isLoss ? Numbers.text(value) : Numbers.percent(value);
    }
}
