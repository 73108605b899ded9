package org.convscope.ui.map;

import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.beans.property.BooleanProperty;
import org.convscope.ui.map.geometry.Camera;
import org.convscope.ui.map.geometry.NetworkMapLayout;
import org.convscope.ui.map.geometry.Parting;
import org.convscope.ui.map.model.Viewport;

/**
 * What is drawn while blocks part and close. The {@link Viewport} has the next layout at once, so that
 * nothing waits for a motion; only what is seen comes a little later.
 */
final class Motion {

    private static final double NANOS = 200e6;

    private final Viewport viewport;
    private final BooleanProperty reduced;
    private final Runnable moved;
    private final Runnable arrived;
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            go(now);
        }
    };
    private Optional<Parting> parting = Optional.empty();
    private NetworkMapLayout shown;
    private double share;
    private long begun;

    /**
     * Nothing moves yet.
     *
     * @param reduced whether nothing may move
     * @param moved is called whenever something else is to be drawn
     * @param arrived is called when everything is where it belongs
     */
    Motion(Viewport viewport, BooleanProperty reduced, Runnable moved, Runnable arrived) {
        this.viewport = viewport;
        this.reduced = reduced;
        this.moved = moved;
        this.arrived = arrived;
        this.shown = viewport.layoutProperty().get();
        viewport.layoutProperty().addListener((layout, before, next) -> part(next));
    }

    /** Where everything is to be drawn, or {@code null} while there is nothing. */
    NetworkMapLayout layout() {
        return shown;
    }

    /** How it is to be seen. */
    Camera camera() {
        Camera end = viewport.cameraProperty().get();
        return parting.map(way -> way.camera(end, share)).orElse(end);
    }

    /** Whether something is on its way. */
    boolean isMoving() {
        return parting.isPresent();
    }

    /** Everything is where it belongs at once. */
    void finish() {
        if (isMoving()) {
            timer.stop();
            parting = Optional.empty();
            shown = viewport.layoutProperty().get();
            arrived.run();
        }
    }

    /** From wherever things are now, on to another layout. */
    private void part(NetworkMapLayout next) {
        parting = reduced.get() ? Optional.empty() : Parting.between(shown, camera(), next);
        if (isMoving()) {
            share = 0;
            begun = 0;
            shown = parting.get().layout(0);
            timer.start();
        } else {
            timer.stop();
            shown = next;
        }
    }

    private void go(long now) {
        // Time counts from the first picture: what is shown next may take a while to be prepared.
        begun = begun == 0 ? now : begun;
        double time = (now - begun) / NANOS;
        if (time >= 1) {
            finish();
        } else {
            share = Parting.eased(time);
            shown = parting.orElseThrow().layout(share);
            moved.run();
        }
    }
}
