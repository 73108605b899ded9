package org.convscope.ui.map;

import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

/** What the mouse does to the map: points, selects, opens, drags, enlarges. */
final class Pointer {

    /** What a notch of the wheel enlarges by, and the points that JavaFX reports for one. */
    private static final double NOTCH_FACTOR = 1.2;

    private static final double NOTCH = 40;

    private final NetworkMapModel model;
    private final Node stage;
    private final Runnable moved;
    private double x;
    private double y;
    private boolean dragged;

    /** The pointer of a map that is drawn on {@code stage}; {@code moved} is called after each move. */
    Pointer(NetworkMapModel model, Node stage, Runnable moved) {
        this.model = model;
        this.stage = stage;
        this.moved = moved;
        stage.setOnMouseMoved(this::move);
        stage.setOnMouseExited(event -> {
            model.leave();
            moved.run();
        });
        stage.setOnMousePressed(this::press);
        stage.setOnMouseDragged(this::drag);
        stage.setOnMouseReleased(this::release);
        stage.setOnMouseClicked(this::click);
        stage.setOnScroll(this::scroll);
        stage.setOnZoom(this::zoom);
    }

    /** Where it is, across. */
    double x() {
        return x;
    }

    /** Where it is, down. */
    double y() {
        return y;
    }

    private void move(MouseEvent event) {
        x = event.getX();
        y = event.getY();
        model.point(x, y);
        moved.run();
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

    private void release(MouseEvent event) {
        stage.setCursor(null);
    }

    private void click(MouseEvent event) {
        if (dragged || event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        model.click(event.getX(), event.getY());
        if (event.getClickCount() == 2) {
            model.open();
        }
    }

    private void scroll(ScrollEvent event) {
        if (event.isShiftDown()) {
            model.viewport().pan(event.getDeltaX() + event.getDeltaY(), 0);
        } else {
            model.viewport().zoom(event.getX(), event.getY(), Math.pow(NOTCH_FACTOR, event.getDeltaY() / NOTCH));
        }
        model.point(event.getX(), event.getY());
        event.consume();
    }

    private void zoom(ZoomEvent event) {
        model.viewport().zoom(event.getX(), event.getY(), event.getZoomFactor());
        event.consume();
    }
}
