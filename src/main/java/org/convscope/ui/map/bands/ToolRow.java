package org.convscope.ui.map.bands;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Tips;
import org.convscope.ui.map.model.NetworkMapModel;
import org.convscope.ui.map.model.PictureMark;
import org.convscope.ui.map.model.ScaleNumber;

/** The row below the map: the colour scope, what must be known of the picture, and how much is enlarged. */
public final class ToolRow extends HBox {

    private static final int DIGITS = 2;
    private static final PseudoClass WISHED = PseudoClass.getPseudoClass("wished");

    public ToolRow(ExploreModel explore, NetworkMapModel model) {
        setManaged(false);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("map-tools");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);

        Label stale = new Label();
        stale.setId("map-stale");
        stale.getStyleClass().add("map-stale");
        PictureMark mark = new PictureMark(explore, model.staleStepProperty());
        Tips.install(stale, mark.tip());
        stale.textProperty().bind(mark.text());
        stale.visibleProperty().bind(stale.textProperty().isNotEmpty());
        ObservableBooleanValue isWished = mark.isWished();
        isWished.addListener((wished, before, now) -> stale.pseudoClassStateChanged(WISHED, now));
        // Nothing else holds it.
        stale.setUserData(isWished);

        Label zoom = new Label();
        zoom.setId("map-zoom");
        zoom.getStyleClass().add("map-tool-text");
        zoom.setMinWidth(USE_PREF_SIZE);
        zoom.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.viewport().layoutProperty().get() == null
                                ? ""
                                : Texts.get(
                                        "map.zoom",
                                        ScaleNumber.of(
                                                (float) model.viewport()
                                                        .cameraProperty()
                                                        .get()
                                                        .scale(),
                                                DIGITS)),
                        model.viewport().cameraProperty(),
                        model.viewport().layoutProperty(),
                        Texts.language()));
        Tips.install(zoom, "map.zoom.tip");
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
