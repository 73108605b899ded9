package org.convscope.ui.map;

import javafx.scene.input.KeyEvent;
import org.convscope.ui.map.model.NetworkMapModel;
import org.convscope.ui.map.model.Walk;

/** What keys do to the map while it has the focus. */
final class Keys {

    private static final double STEP = 1.25;

    private final NetworkMapView view;
    private final NetworkMapModel model;

    private Keys(NetworkMapView view, NetworkMapModel model) {
        this.view = view;
        this.model = model;
    }

    /** Makes a map listen to keys. */
    static void listen(NetworkMapView view, NetworkMapModel model) {
        Keys keys = new Keys(view, model);
        view.setOnKeyPressed(keys::press);
        view.setOnKeyTyped(keys::type);
    }

    private void press(KeyEvent event) {
        if (!view.isFocused() || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> model.walk(Walk.LEFT);
            case RIGHT -> model.walk(Walk.RIGHT);
            case UP -> model.walk(Walk.UP);
            case DOWN -> model.walk(Walk.DOWN);
            case ENTER -> model.enter();
            case BACK_SPACE -> model.close();
            case E -> model.folding().toggleAll();
            case F -> model.viewport().fit();
            case ESCAPE -> {
                // With nothing left to go back from, it belongs to the window.
                if (model.selected() == null) {
                    return;
                }
                model.back();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** By the character, since keyboards of different countries have it on different keys. */
    private void type(KeyEvent event) {
        if (!view.isFocused()) {
            return;
        }
        switch (event.getCharacter()) {
            case "/" -> view.search();
            case "+" -> model.viewport().zoomMiddle(STEP);
            case "-" -> model.viewport().zoomMiddle(1 / STEP);
            default -> {
                return;
            }
        }
        event.consume();
    }
}
