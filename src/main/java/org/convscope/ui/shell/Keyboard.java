package org.convscope.ui.shell;

import java.util.Map;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Turns keys into deeds. Whoever has the focus comes first, but for the space bar. */
final class Keyboard {

    private final Scene scene;
    private final Map<Command, Runnable> deeds;

    private final ObservableBooleanValue listening;
    private KeyCode held;

    private Keyboard(Scene scene, Map<Command, Runnable> deeds, ObservableBooleanValue listening) {
        this.scene = scene;
        this.deeds = deeds;
        this.listening = listening;
    }

    /** Listens to a scene from now on, whenever {@code listening}. */
    static void install(Scene scene, Map<Command, Runnable> deeds, ObservableBooleanValue listening) {
        Keyboard keyboard = new Keyboard(scene, Map.copyOf(deeds), listening);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, keyboard::space);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, keyboard::other);
        scene.addEventFilter(KeyEvent.KEY_RELEASED, released -> keyboard.held = null);
    }

    // A click leaves the focus on its button; the space bar after it still means the training, unless
    // somebody has walked to the button by keyboard and sees the ring around it.
    private void space(KeyEvent event) {
        Node focused = scene.getFocusOwner();
        boolean wanted = focused instanceof TextInputControl
                || (focused instanceof ButtonBase || focused instanceof ComboBoxBase<?>) && focused.isFocusVisible();
        if (event.getCode() == KeyCode.SPACE && !wanted) {
            perform(event);
        }
    }

    private void other(KeyEvent event) {
        boolean typing = scene.getFocusOwner() instanceof TextInputControl;
        if (event.getCode() != KeyCode.SPACE
                && Command.of(event)
                        .filter(command -> !typing || command.worksInTexts())
                        .isPresent()) {
            perform(event);
        }
    }

    private void perform(KeyEvent event) {
        event.consume();
        // A key that is held down is pressed again and again.
        boolean again = event.getCode() == held;
        held = event.getCode();
        if (listening.get()) {
            Command.of(event)
                    .filter(command -> !again || command.repeats())
                    .map(deeds::get)
                    .ifPresent(Runnable::run);
        }
    }
}
