package org.convscope.ui.curves;

import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import org.convscope.frame.Surface;

/**
 * The picture of what a panel shows. It is painted when told to; the cross-hair, and the stretch that is being dragged
 * over, lie above it, so that pointing paints nothing anew.
 */
final class CurvePlot extends Region {

    private static final double SHADOW = 0.3;
    private static final double TITLE = 24;

    /** Of an enlarged picture, which is read elsewhere. */
    private static final double LEAST_WIDTH = 640;

    private static final double LEAST_HEIGHT = 320;

    private final PanelModel panel;
    private final CurvesModel curves;
    private final Canvas canvas = new Canvas();
    private final Line crosshair = new Line();
    private final Rectangle dragged = new Rectangle();
    private final CurveInks inks = new CurveInks(this::paint);
    private final LinePainter linePainter;
    private final HeatPainter heatPainter;
    private Surface surface = Surface.LIGHT;
    private CurvesLayout layout;

    CurvePlot(PanelModel panel) {
        this.panel = panel;
        this.curves = panel.curves();
        this.linePainter = new LinePainter(curves, inks);
        this.heatPainter = new HeatPainter(curves);
        crosshair.getStyleClass().add("curve-crosshair");
        dragged.getStyleClass().add("curve-dragged");
        for (var over : List.of(crosshair, dragged)) {
            over.setManaged(false);
            over.setVisible(false);
            over.setMouseTransparent(true);
        }
        canvas.setManaged(false);
        getChildren().addAll(inks.all());
        getChildren().addAll(canvas, dragged, crosshair);
        setMinSize(0, 0);
    }

    /** Where everything lies, as last painted. */
    CurvesLayout geometry() {
        return layout;
    }

    /** What distributions are seen on from now on. */
    void seenOn(Surface theme) {
        surface = theme;
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

    /** Stands the cross-hair at a step, or takes it away. */
    void point(long step) {
        double place = step == CurvesModel.NOWHERE ? Double.NaN : curves.place(step);
        boolean isSeen = layout != null && layout.across().has(place);
        crosshair.setVisible(isSeen);
        if (isSeen) {
            double x = Math.round(layout.x(place)) + 0.5;
            crosshair.setStartX(x);
            crosshair.setEndX(x);
            crosshair.setStartY(layout.top());
            crosshair.setEndY(layout.bottom());
        }
    }

    /** Shows what is being dragged over, from one x to another; the same twice is nothing. */
    void drag(double from, double to) {
        double left = Math.max(layout.left(), Math.min(from, to));
        double right = Math.min(layout.right(), Math.max(from, to));
        dragged.setVisible(right > left);
        dragged.setX(left);
        dragged.setWidth(Math.max(0, right - left));
        dragged.setY(layout.top());
        dragged.setHeight(layout.bottom() - layout.top());
    }

    /** Paints everything as it is now. */
    void paint() {
        layout = panel.layout(getWidth(), getHeight());
        canvas.getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
        if (layout.isRoomy()) {
            paint(canvas.getGraphicsContext2D(), layout, linePainter);
            point(curves.hoveredStepProperty().get());
        }
    }

    /** The same picture in so many times as many pixels each way, on paper, under a title. */
    WritableImage enlarged(double scale, String title) {
        double width = Math.max(getWidth(), LEAST_WIDTH);
        double height = Math.max(getHeight(), LEAST_HEIGHT);
        Canvas large = new Canvas(scale * width, scale * (height + TITLE));
        GraphicsContext g = large.getGraphicsContext2D();
        g.scale(scale, scale);
        inks.paper.dip(g);
        g.fillRect(0, 0, width, height + TITLE);
        inks.axis.dip(g);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(title, CurvesLayout.LEFT, TITLE / 2);
        g.translate(0, TITLE);
        paint(g, panel.layout(width, height), new LinePainter(curves, inks));
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(inks.paper.getFill());
        return large.snapshot(parameters, null);
    }

    /** What it is drawn with. */
    CurveInks inks() {
        return inks;
    }

    private void paint(GraphicsContext g, CurvesLayout where, LinePainter painter) {
        g.setTextBaseline(VPos.CENTER);
        AxesPainter axes = new AxesPainter(panel, inks, g, where);
        panel.heatLayer()
                .filter(layer -> panel.measure().kind() == Measure.Kind.HEAT)
                .ifPresent(layer ->
                        heatPainter.paint(g, where, curves.layers().distributions(panel.measure(), layer), surface));
        axes.paint();
        axes.guide();
        List<CurveLine> lines = panel.lines();
        Optional<String> front = panel.measure().kind() == Measure.Kind.LAYERS
                ? curves.selectedLayer().filter(layer -> lines.stream()
                        .anyMatch(line -> line.name().equals(layer)))
                : Optional.empty();
        painter.paint(g, where, lines, curves.isShadow() ? SHADOW : 1, front);
        painter.names(lines, front);
        new MarkPainter(curves, inks, g, where).paint();
    }
}
