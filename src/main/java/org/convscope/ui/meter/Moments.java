package org.convscope.ui.meter;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.util.Duration;

/** Later moments of a window that is measured, on the FX thread. */
final class Moments {

    private Moments() {}

    /** When the coming picture of the screen has been laid out. */
    static void afterPulse(Scene scene, Runnable then) {
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                then.run();
            }
        });
        Platform.requestNextPulse();
    }

    static void after(double seconds, Runnable then) {
        new Timeline(new KeyFrame(Duration.seconds(seconds), tick -> then.run())).play();
    }
}
