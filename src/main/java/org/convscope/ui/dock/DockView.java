package org.convscope.ui.dock;

import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.convscope.ui.kit.Theme;

/** The dock: the run's panel, and beside it what other wings have to show of the run. */
public final class DockView extends HBox {

    /**
     * A dock.
     *
     * @param run the panel that drives the run
     * @param panels what stands beside it, left to right; each takes its share of the width by its preferred one
     */
    public DockView(RunView run, List<? extends Region> panels) {
        setId("dock");
        getStyleClass().add("dock");
        Theme.dress(this, "dock");
        getChildren().add(run);
        panels.forEach(panel -> {
            HBox.setHgrow(panel, Priority.ALWAYS);
            panel.setMinWidth(0);
            panel.getStyleClass().add("dock-panel");
            getChildren().add(panel);
        });
    }
}
