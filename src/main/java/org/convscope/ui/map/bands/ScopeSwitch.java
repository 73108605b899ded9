package org.convscope.ui.map.bands;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.convscope.frame.Scope;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Tips;

/** Which values share a colour scale: one button for each scope. */
final class ScopeSwitch extends HBox {

    private static final Map<Scope, String> SHAPES =
            Map.of(Scope.MAP, "left-pill", Scope.LAYER, "center-pill", Scope.NETWORK, "right-pill");

    ScopeSwitch(ObjectProperty<Scope> scope) {
        getStyleClass().add("map-scope");
        setAlignment(Pos.CENTER_LEFT);
        Label title = new Label();
        title.getStyleClass().add("map-tool-text");
        title.textProperty().bind(Texts.of("map.scope"));
        getChildren().add(title);

        ToggleGroup group = new ToggleGroup();
        Map<Scope, ToggleButton> buttons = new EnumMap<>(Scope.class);
        for (Scope choice : Scope.values()) {
            ToggleButton button = new ToggleButton();
            button.getStyleClass().addAll(Styles.COMPACT, SHAPES.get(choice));
            button.textProperty().bind(Texts.of("map.scope." + choice.name().toLowerCase(Locale.ROOT)));
            Tips.install(button, "map.scope." + choice.name().toLowerCase(Locale.ROOT) + ".tip");
            button.setId("map-scope-" + choice.name().toLowerCase(Locale.ROOT));
            button.setToggleGroup(group);
            button.setFocusTraversable(false);
            // A toggle that is pressed again would be off, and no scope chosen.
            button.setOnAction(pressed -> {
                scope.set(choice);
                button.setSelected(true);
            });
            buttons.put(choice, button);
            getChildren().add(button);
        }
        buttons.get(scope.get()).setSelected(true);
        scope.addListener((property, before, now) -> buttons.get(now).setSelected(true));
    }
}
