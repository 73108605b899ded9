package org.convscope.ui.curves;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * What mouse and keys do with a plot: pointing reads a step, a click has the maps show it, dragging and the wheel look
 * closer, a double click shows everything again; keys do the same.
 */
final class PlotHands {

    /** Less is a click. */
    private static final double DRAG = 4;

    private static final double ZOOM = 1.25;
    private static final double KEY_ZOOM = 2;
    private static final double MOVE = 0.25;

    private final PanelModel panel;
    private final CurvesModel curves;
    private final CurvePlot plot;
    private final DoubleProperty pointedValue = new SimpleDoubleProperty(Double.NaN);
    private double pressed = Double.NaN;

    /** Hands that hold a plot from now on. */
    PlotHands(PanelModel panel, CurvePlot plot) {
        this.panel = panel;
        this.curves = panel.curves();
        this.plot = plot;
        plot.setFocusTraversable(true);
        plot.setOnMouseMoved(this::point);
        plot.setOnMouseExited(event -> {
            curves.hoveredStepProperty().set(CurvesModel.NOWHERE);
            pointedValue.set(Double.NaN);
        });
        plot.setOnMousePressed(this::press);
        plot.setOnMouseDragged(event -> {
            point(event);
            if (!Double.isNaN(pressed)) {
                plot.drag(pressed, event.getX());
            }
        });
        plot.setOnMouseReleased(this::release);
        plot.setOnScroll(this::scroll);
        plot.setOnKeyPressed(this::key);
    }

    /** The value at the height of the mouse; NaN while it is elsewhere. */
    DoubleProperty pointedValueProperty() {
        return pointedValue;
    }

    private void point(MouseEvent event) {
        pointedValue.set(plot.geometry().valueAt(event.getY()));
        point(Math.round(curves.step(plot.geometry().placeAt(event.getX()))));
    }

    private void point(long step) {
        Series train = curves.curves(Measure.LOSS).train();
        int index = train.indexNear(step);
        curves.hoveredStepProperty().set(index < 0 ? CurvesModel.NOWHERE : train.step(index));
    }

    private void press(MouseEvent event) {
        plot.requestFocus();
        pressed = event.getButton() == MouseButton.PRIMARY ? event.getX() : Double.NaN;
    }

    private void release(MouseEvent event) {
        if (Double.isNaN(pressed)) {
            return;
        }
        CurvesLayout layout = plot.geometry();
        double from = pressed;
        pressed = Double.NaN;
        plot.drag(0, 0);
        if (Math.abs(event.getX() - from) >= DRAG) {
            double one = curves.step(layout.placeAt(from));
            double other = curves.step(layout.placeAt(event.getX()));
            curves.stretchProperty().set(Stretch.between(one, other, curves.wholeSteps()));
        } else if (event.getClickCount() == 2) {
            curves.stretchProperty().set(Optional.empty());
            curves.unpin();
        } else if (curves.hoveredStepProperty().get() != CurvesModel.NOWHERE) {
            curves.pin(curves.hoveredStepProperty().get());
        }
    }

    private void scroll(ScrollEvent event) {
        if (event.isInertia() || curves.isEmpty()) {
            return;
        }
        if (event.getDeltaX() != 0 && event.getDeltaY() == 0) {
            move(-Math.signum(event.getDeltaX()) * MOVE / 2);
        } else if (event.getDeltaY() != 0) {
            double pivot = curves.step(plot.geometry().placeAt(event.getX()));
            zoom(pivot, event.getDeltaY() > 0 ? ZOOM : 1 / ZOOM);
        }
        event.consume();
    }

    private void zoom(double pivot, double factor) {
        curves.stretchProperty()
                .set(Stretch.zoomed(curves.stretchProperty().get(), curves.wholeSteps(), pivot, factor));
    }

    private void move(double share) {
        curves.stretchProperty()
                .set(Stretch.moved(curves.stretchProperty().get(), curves.wholeSteps(), share)
                        .or(() -> curves.stretchProperty().get()));
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isMetaDown()) {
            return;
        }
        if (event.isAltDown() ? moves(event) : walks(event) || looks(event)) {
            event.consume();
        }
    }

    private boolean moves(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> move(-MOVE);
            case RIGHT -> move(MOVE);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean walks(KeyEvent event) {
        Series train = curves.curves(Measure.LOSS).train();
        long now = curves.hoveredStepProperty().get();
        int index = train.indexNear(now == CurvesModel.NOWHERE ? train.lastStep() : now);
        int stride = event.isShiftDown() ? 10 : 1;
        switch (event.getCode()) {
            case LEFT -> walk(train, now == CurvesModel.NOWHERE ? index : index - stride);
            case RIGHT -> walk(train, index + stride);
            case HOME -> walk(train, 0);
            case END -> walk(train, train.size() - 1);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void walk(Series train, int index) {
        if (!train.isEmpty()) {
            point(train.step(Math.max(0, Math.min(train.size() - 1, index))));
        }
    }

    private boolean looks(KeyEvent event) {
        switch (event.getCode()) {
            case PLUS, ADD, EQUALS -> zoom(middle(), KEY_ZOOM);
            case MINUS, SUBTRACT -> zoom(middle(), 1 / KEY_ZOOM);
            case DIGIT0, NUMPAD0 -> curves.stretchProperty().set(Optional.empty());
            case ENTER -> {
                if (curves.hoveredStepProperty().get() == CurvesModel.NOWHERE) {
                    return false;
                }
                curves.pin(curves.hoveredStepProperty().get());
            }
            case X -> curves.unitProperty()
                    .set(next(List.of(Unit.values()), curves.unitProperty().get()));
            case Y -> panel.logProperty()
                    .set(panel.measure().canBeLog() && !panel.logProperty().get());
            case M -> panel.measureProperty().set(next(List.of(Measure.values()), panel.measure()));
            case ESCAPE -> {
                return goesBack();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** One level: what is pointed at, then what is looked at closer, then the step that the maps show. */
    private boolean goesBack() {
        if (curves.hoveredStepProperty().get() != CurvesModel.NOWHERE) {
            curves.hoveredStepProperty().set(CurvesModel.NOWHERE);
        } else if (curves.stretchProperty().get().isPresent()) {
            curves.stretchProperty().set(Optional.empty());
        } else if (curves.moment().isPresent()) {
            curves.unpin();
        } else {
            return false;
        }
        return true;
    }

    private double middle() {
        long hovered = curves.hoveredStepProperty().get();
        Axis across = curves.across();
        return hovered == CurvesModel.NOWHERE ? curves.step((across.low() + across.high()) / 2) : hovered;
    }

    private static <T> T next(List<T> all, T now) {
        return all.get((all.indexOf(now) + 1) % all.size());
    }
}
