package org.convscope.ui.map.bands;

import javafx.animation.FadeTransition;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.convscope.ui.map.model.Readout;

/** What is said about the thing under the mouse, beside it. */
public final class ReadoutPill extends VBox {

    private static final Duration EASE = Duration.millis(150);
    private static final double BESIDE = 16;

    private final Label title = new Label();
    private final Label value = new Label();
    private final Label notes = new Label();
    private final FadeTransition appear = new FadeTransition(EASE, this);

    public ReadoutPill() {
        setManaged(false);
        setVisible(false);
        setMouseTransparent(true);
        getStyleClass().add("map-readout");
        title.getStyleClass().add("map-readout-title");
        value.getStyleClass().add("map-readout-value");
        notes.getStyleClass().add("map-readout-notes");
        appear.setFromValue(0);
        appear.setToValue(1);
        getChildren().addAll(title, value, notes);
    }

    /** Says it, near a place of a view of this size but never outside. */
    public void say(Readout readout, double x, double y, double width, double height, boolean isCalm) {
        title.setText(readout.title());
        fill(value, readout.value());
        fill(notes, String.join("\n", readout.notes()));
        double wide = Math.ceil(prefWidth(-1));
        double high = Math.ceil(prefHeight(-1));
        double left = x + BESIDE + wide <= width ? x + BESIDE : x - BESIDE - wide;
        double top = y + BESIDE + high <= height ? y + BESIDE : y - BESIDE - high;
        resizeRelocate(
                Math.rint(Math.max(4, Math.min(width - wide - 4, left))),
                Math.rint(Math.max(4, Math.min(height - high - 4, top))),
                wide,
                high);
        if (!isVisible()) {
            setVisible(true);
            if (isCalm) {
                setOpacity(1);
            } else {
                appear.playFromStart();
            }
        }
    }

    /** Says nothing. */
    public void hush() {
        appear.stop();
        setVisible(false);
    }

    private static void fill(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
    }
}
