package org.convscope.ui.dock;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.convscope.ui.dock.study.StudyView;
import org.convscope.ui.kit.Theme;

/** The dock: the run's panel, and beside it what other wings have to show of the run. */
public final class DockView extends HBox {

    /**
     * A dock.
     *
     * @param run the panel that drives the run
     * @param study one step with everything shown, in the place of all that stands beside the run while it is wanted
     * @param panels what stands beside it, left to right; each takes its share of the width by its preferred one
     */
    public DockView(RunView run, StudyView study, BooleanProperty studyShown, List<? extends Region> panels) {
        setId("dock");
        getStyleClass().add("dock");
        Theme.dress(this, "dock");
        getChildren().add(run);
        panels.forEach(panel -> {
            HBox.setHgrow(panel, Priority.ALWAYS);
            panel.setMinWidth(0);
            panel.getStyleClass().add("dock-panel");
            panel.visibleProperty().bind(studyShown.not());
            panel.managedProperty().bind(studyShown.not());
            getChildren().add(panel);
        });
        HBox.setHgrow(study, Priority.ALWAYS);
        study.setMinWidth(0);
        study.visibleProperty().bind(studyShown);
        study.managedProperty().bind(studyShown);
        getChildren().add(study);
    }
}
