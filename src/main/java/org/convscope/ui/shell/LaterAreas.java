package org.convscope.ui.shell;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.convscope.ui.explore.ExploreModel;

/**
 * Areas of the window that are filled when the first feature maps stand on the screen, one with each picture of it.
 * Everybody waits for the maps; to make and dress what stands around them takes as long as all before.
 */
final class LaterAreas {

    /** Pictures of the screen after which they are filled in any case once nothing is being opened: half a second. */
    private static final int PATIENCE = 30;

    private final ExploreModel explore;
    private final Queue<Runnable> fillings = new ArrayDeque<>();
    private int pictures;

    /** Waits for the maps of this model; to be made on the FX thread. */
    LaterAreas(ExploreModel explore) {
        this.explore = explore;
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (isTime()) {
                    fillings.remove().run();
                }
                if (fillings.isEmpty()) {
                    stop();
                }
            }
        }.start();
    }

    /** An area with this content, empty at first; areas are filled in the order in which they are asked for. */
    Region area(Supplier<Region> content) {
        StackPane area = new StackPane();
        fillings.add(() -> area.getChildren().add(content.get()));
        return area;
    }

    private boolean isTime() {
        pictures = explore.opening().underWayProperty().get() ? 0 : pictures + 1;
        return explore.pictures().paintedProperty().get() != null || pictures > PATIENCE;
    }
}
