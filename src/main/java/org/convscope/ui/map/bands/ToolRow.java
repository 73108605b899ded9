package org.convscope.ui.map.bands;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.convscope.frame.Numbers;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Tips;
import org.convscope.ui.map.model.NetworkMapModel;

/** The row below the map: the colour scope, the step of a late picture, and how much is enlarged. */
public final class ToolRow extends HBox {

    private static final double ALMOST = 0.005;

    public ToolRow(ExploreModel explore, NetworkMapModel model) {
        setManaged(false);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("map-tools");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);

        Label stale = new Label();
        stale.setId("map-stale");
        stale.getStyleClass().add("map-stale");
        Tips.install(stale, "map.stale.tip");
        stale.visibleProperty().bind(model.staleStepProperty().isNotNull());
        stale.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.staleStepProperty().get() == null
                                ? ""
                                : Texts.get(
                                        "map.stale",
                                        Numbers.count(model.staleStepProperty().get())),
                        model.staleStepProperty(),
                        Texts.language()));

        Label zoom = new Label();
        zoom.getStyleClass().add("map-tool-text");
        zoom.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Math.abs(model.viewport().zoom() - 1) < ALMOST
                                ? ""
                                : Texts.get(
                                        "map.zoom",
                                        Math.round(100 * model.viewport().zoom())),
                        model.viewport().cameraProperty(),
                        model.viewport().layoutProperty(),
                        Texts.language()));
        Button fit = new Button();
        fit.setId("map-fit");
        fit.getStyleClass().add(Styles.COMPACT);
        fit.textProperty().bind(Texts.of("map.fit"));
        fit.setMinWidth(USE_PREF_SIZE);
        fit.setFocusTraversable(false);
        Tips.install(fit, "map.fit.tip");
        fit.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        model.viewport()::hidesSome,
                        model.viewport().cameraProperty(),
                        model.viewport().layoutProperty()));
        fit.managedProperty().bind(fit.visibleProperty());
        fit.setOnAction(pressed -> model.viewport().fit());
        getChildren().addAll(new ScopeSwitch(explore.scopeProperty()), space, stale, zoom, fit);
    }
}
