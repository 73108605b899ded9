package org.convscope.ui.compare;

import java.util.OptionalLong;
import java.util.function.IntConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.scene.input.KeyEvent;

/** The keys of this mode: arrows walk through the maps, J K B through time, D and C choose how maps are shown. */
final class CompareKeys {

    private final CompareModel model;
    private final IntConsumer reveal;

    /** {@code reveal} brings a slot into sight. */
    CompareKeys(CompareModel model, IntConsumer reveal) {
        this.model = model;
        this.reveal = reveal;
    }

    /** Does what the key is for, and takes it from all others. */
    void press(KeyEvent event) {
        boolean isPlain = !event.isShortcutDown() && !event.isAltDown();
        boolean isKnown = isPlain
                && switch (event.getCode()) {
                    case LEFT -> walk(-1, 0);
                    case RIGHT -> walk(1, 0);
                    case UP -> walk(0, -1);
                    case DOWN -> walk(0, 1);
                    case J -> travel(-1);
                    case K -> travel(1);
                    case B -> returnToNow();
                    case D -> turn(model.differencesProperty());
                    case C -> turn(model.sharedScalesProperty());
                    case ESCAPE -> leave();
                    default -> false;
                };
        if (isKnown) {
            event.consume();
        }
    }

    private boolean walk(int slots, int channels) {
        model.gaze().walk(slots, channels);
        Spot selected = model.gaze().selectionProperty().get();
        if (selected != null) {
            reveal.accept(selected.slot());
        }
        return true;
    }

    private boolean travel(int by) {
        model.travel(by);
        return true;
    }

    private boolean returnToNow() {
        model.momentProperty().set(OptionalLong.empty());
        return true;
    }

    private static boolean turn(BooleanProperty wish) {
        wish.set(!wish.get());
        return true;
    }

    private boolean leave() {
        boolean isSelected = model.gaze().selectionProperty().get() != null;
        model.gaze().selectionProperty().set(null);
        return isSelected;
    }
}
