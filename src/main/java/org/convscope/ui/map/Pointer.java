package org.convscope.ui.map;

import java.util.function.BiConsumer;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import org.convscope.ui.map.model.NetworkMapModel;

/** What the mouse does to the map: points, selects, opens, drags, enlarges. */
final class Pointer {

    /** What a notch of the wheel enlarges by, and the points that JavaFX reports for one. */
    private static final double NOTCH_FACTOR = 1.2;

    private static final double NOTCH = 40;

    private final NetworkMapModel model;
    private final Node stage;
    private final BiConsumer<Double, Double> moved;
    private double x;
    private double y;
    private boolean dragged;

    private Pointer(Node stage, NetworkMapModel model, BiConsumer<Double, Double> moved) {
        this.stage = stage;
        this.model = model;
        this.moved = moved;
    }

    /** Makes a map listen to the mouse over its {@code stage}; {@code moved} is told each place it comes to. */
    static void listen(Node stage, NetworkMapModel model, BiConsumer<Double, Double> moved) {
        Pointer pointer = new Pointer(stage, model, moved);
        stage.setOnMouseMoved(pointer::move);
        stage.setOnMouseExited(pointer::leave);
        stage.setOnMousePressed(pointer::press);
        stage.setOnMouseDragged(pointer::drag);
        stage.setOnMouseReleased(event -> stage.setCursor(null));
        stage.setOnMouseClicked(pointer::click);
        stage.setOnScroll(pointer::scroll);
        stage.setOnZoom(pointer::zoom);
    }

    private void move(MouseEvent event) {
        x = event.getX();
        y = event.getY();
        model.point(x, y);
        moved.accept(x, y);
    }

    private void leave(MouseEvent event) {
        model.leave();
        moved.accept(x, y);
    }

    private void press(MouseEvent event) {
        x = event.getX();
        y = event.getY();
        dragged = false;
    }

    private void drag(MouseEvent event) {
        if (!event.isStillSincePress()) {
            dragged = true;
            stage.setCursor(Cursor.CLOSED_HAND);
            model.leave();
        }
        if (dragged) {
            model.viewport().pan(event.getX() - x, event.getY() - y);
            x = event.getX();
            y = event.getY();
        }
    }

    private void click(MouseEvent event) {
        if (dragged || event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (event.getClickCount() == 1 && model.press(event.getX(), event.getY())) {
            return;
        }
        model.click(event.getX(), event.getY());
        if (event.getClickCount() == 2) {
            model.open(event.getX(), event.getY());
        }
    }

    private void scroll(ScrollEvent event) {
        if (event.isShiftDown()) {
            model.viewport().pan(event.getDeltaX() + event.getDeltaY(), 0);
        } else {
            model.viewport().zoom(event.getX(), event.getY(), Math.pow(NOTCH_FACTOR, event.getDeltaY() / NOTCH));
        }
        x = event.getX();
        y = event.getY();
        model.point(x, y);
        moved.accept(x, y);
        event.consume();
    }

    private void zoom(ZoomEvent event) {
        model.viewport().zoom(event.getX(), event.getY(), event.getZoomFactor());
        event.consume();
    }
}
