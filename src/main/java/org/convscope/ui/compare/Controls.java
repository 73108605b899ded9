package org.convscope.ui.compare;

import javafx.beans.property.BooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.Region;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Tips;

/** What is pressed and ticked around the rows, dressed and explained alike; {@code tip} names the text that explains it. */
final class Controls {

    private Controls() {}

    /** A button that is explained under its own name; its words are bound by who uses it. */
    static Button button(String name, Runnable deed) {
        Button button = new Button();
        button.getStyleClass().add(Styles.COMPACT);
        button.setOnAction(pressed -> deed.run());
        return named(button, name, name);
    }

    /** A menu without words and items. */
    static MenuButton menu(String name, String tip) {
        MenuButton menu = new MenuButton();
        menu.getStyleClass().add(Styles.COMPACT);
        return named(menu, name, tip);
    }

    /** A check box that says {@code text}. */
    static CheckBox toggle(String name, String tip, String text, BooleanProperty property) {
        CheckBox toggle = new CheckBox();
        toggle.textProperty().bind(Texts.of(text));
        toggle.selectedProperty().bindBidirectional(property);
        return named(toggle, name, tip);
    }

    private static <C extends Control> C named(C control, String name, String tip) {
        control.setId("compare-" + name);
        control.setMinWidth(Region.USE_PREF_SIZE);
        Tips.install(control, "compare.tip." + tip);
        return control;
    }
}
