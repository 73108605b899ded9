package org.convscope.ui.travel;

import java.util.OptionalLong;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.convscope.frame.Numbers;
import org.convscope.ui.explore.Pin;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Theme;
import org.convscope.ui.kit.Tips;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The strip below the map: all recorded steps on a line, and what leads from one to another. */
public final class TravelView extends HBox {

    /** Its height, whatever it says. */
    public static final double HEIGHT = 36;

    private static final double PLACE_WIDTH = 196;

    private final TravelModel model;
    private final Pin pin;

    /** A strip over this model. */
    public TravelView(TravelModel model, Pin pin) {
        this.model = model;
        this.pin = pin;
        setId("travel");
        getStyleClass().add("travel");
        Theme.dress(this, "travel");
        setMinHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        TimeLine line = new TimeLine(model);
        HBox.setHgrow(line, Priority.ALWAYS);
        ObservableBooleanValue can = model.canTravel();
        getChildren()
                .addAll(
                        playing("backward", -1, Feather.REWIND, model::playBackward, can),
                        icon("previous", Feather.CHEVRON_LEFT, model::previous, can),
                        icon("next", Feather.CHEVRON_RIGHT, model::next, model.isPast()),
                        playing("forward", 1, Feather.FAST_FORWARD, model::playForward, can),
                        line,
                        place(),
                        now(),
                        pinned(can),
                        difference(can));
    }

    private Node place() {
        Label place = new Label();
        place.setId("travel-place");
        place.getStyleClass().addAll(Styles.SMALL, "place");
        place.textProperty().bind(model.place());
        place.managedProperty().bind(place.textProperty().isNotEmpty());
        // Whatever it says: a number that grows moves nothing.
        place.setMinWidth(PLACE_WIDTH);
        place.setMaxWidth(PLACE_WIDTH);
        return place;
    }

    private Node now() {
        Button now = new Button();
        now.setId("travel-now");
        now.textProperty().bind(Texts.of("travel.nowButton"));
        now.setOnAction(pressed -> model.now());
        now.disableProperty().bind(Bindings.not(model.isPast()));
        return dressed(now, "travel.now.tip");
    }

    private Node pinned(ObservableBooleanValue can) {
        ToggleButton toggle = new ToggleButton();
        toggle.setId("travel-pin");
        toggle.setGraphic(new FontIcon(Feather.MAP_PIN));
        StringBinding text = Bindings.createStringBinding(
                () -> {
                    OptionalLong step = pin.stepProperty().get();
                    return step.isPresent()
                            ? Texts.get("travel.unpinButton", Numbers.count(step.getAsLong()))
                            : Texts.get("travel.pinButton");
                },
                pin.stepProperty(),
                Texts.language());
        toggle.textProperty().bind(text);
        pin.stepProperty().addListener((step, before, now) -> toggle.setSelected(now.isPresent()));
        toggle.setOnAction(pressed -> {
            pin.toggle();
            toggle.setSelected(pin.stepProperty().get().isPresent());
        });
        toggle.disableProperty().bind(Bindings.not(can));
        return dressed(toggle, "travel.pin.tip");
    }

    private Node difference(ObservableBooleanValue can) {
        ToggleButton toggle = new ToggleButton();
        toggle.setId("travel-difference");
        toggle.textProperty().bind(Texts.of("travel.differenceButton"));
        pin.differenceProperty().addListener((shown, before, now) -> toggle.setSelected(now));
        toggle.setOnAction(pressed -> {
            pin.toggleDifference();
            toggle.setSelected(pin.differenceProperty().get());
        });
        toggle.disableProperty().bind(Bindings.not(can));
        return dressed(toggle, "travel.difference.tip");
    }

    private Node playing(String id, int direction, Feather play, Runnable deed, ObservableBooleanValue can) {
        Button button = icon(id, play, deed, can);
        ObjectBinding<Node> graphic = Bindings.createObjectBinding(
                () -> new FontIcon(model.directionProperty().get() == direction ? Feather.PAUSE : play),
                model.directionProperty());
        button.graphicProperty().bind(graphic);
        return button;
    }

    private static Button icon(String id, Feather icon, Runnable deed, ObservableBooleanValue can) {
        Button button = new Button();
        button.setId("travel-" + id);
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().add("icon");
        button.accessibleTextProperty().bind(Texts.of("travel.icon." + id));
        button.setOnAction(pressed -> deed.run());
        button.disableProperty().bind(Bindings.not(can));
        return dressed(button, "travel.icon." + id);
    }

    private static <B extends ButtonBase> B dressed(B button, String tip) {
        button.getStyleClass().add(Styles.COMPACT);
        button.setMinWidth(USE_PREF_SIZE);
        Tips.install(button, tip);
        return button;
    }
}
