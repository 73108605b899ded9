package org.convscope.ui.kit;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableStringValue;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/** What a thing is, for whoever rests the mouse on it. */
public final class Tips {

    private static final Duration DELAY = Duration.millis(300);
    private static final double WIDTH = 320;

    private Tips() {}

    /** A tip in whatever language is set. */
    public static void install(Node node, String key, Object... arguments) {
        install(node, Texts.of(key, arguments));
    }

    /**
     * A tip that changes; none while it is empty. It is made when the mouse first comes to the node: each is a window
     * of its own, and a hundred of them would take a tenth of the start.
     */
    public static void install(Node node, ObservableStringValue text) {
        node.getProperties().put(Tips.class, text);
        node.addEventHandler(MouseEvent.MOUSE_ENTERED, new EventHandler<>() {
            @Override
            public void handle(MouseEvent first) {
                node.removeEventHandler(MouseEvent.MOUSE_ENTERED, this);
                make(node, text);
            }
        });
    }

    private static void make(Node node, ObservableStringValue text) {
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(text);
        tip.setShowDelay(DELAY);
        tip.setWrapText(true);
        tip.setMaxWidth(WIDTH);
        var isWorthShowing = Bindings.isNotEmpty(text);
        isWorthShowing.addListener((empty, before, now) -> change(node, tip, now));
        // Whoever owns the node owns the binding, which would otherwise be forgotten with its listener.
        node.getProperties().put(Tips.class, isWorthShowing);
        change(node, tip, isWorthShowing.get());
    }

    private static void change(Node node, Tooltip tip, boolean isShown) {
        if (isShown) {
            Tooltip.install(node, tip);
        } else {
            Tooltip.uninstall(node, tip);
        }
    }
}
