package org.convscope.ui.shell;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import org.controlsfx.control.SegmentedButton;
import org.convscope.ui.explore.Mode;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Tips;

/** What the window is used for: one button for each mode. */
final class ModeSwitch extends SegmentedButton {

    private final Map<Mode, ToggleButton> buttons = new EnumMap<>(Mode.class);

    /** A button says so if something learns in its mode while another is seen. */
    ModeSwitch(ObjectProperty<Mode> mode, BooleanProperty comparing) {
        setId("mode");
        setMinWidth(USE_PREF_SIZE);
        for (Mode each : Mode.values()) {
            String name = each.name().toLowerCase(Locale.ROOT);
            ToggleButton button = new ToggleButton();
            button.setId("mode-" + name);
            button.getStyleClass().add(Styles.COMPACT);
            StringBinding title = Texts.of("shell.mode." + name);
            button.textProperty()
                    .bind(Bindings.createStringBinding(
                            () -> each == Mode.COMPARE && comparing.get() && mode.get() != each
                                    ? Texts.get("shell.mode.learns", title.get())
                                    : title.get(),
                            title,
                            comparing,
                            mode));
            button.setMinWidth(USE_PREF_SIZE);
            Tips.install(button, "shell.tip.mode." + name);
            // A toggle that is pressed again would be off, and no mode chosen.
            button.setOnAction(pressed -> {
                mode.set(each);
                button.setSelected(true);
            });
            buttons.put(each, button);
            getButtons().add(button);
        }
        buttons.get(mode.get()).setSelected(true);
        mode.addListener((property, before, now) -> buttons.get(now).setSelected(true));
    }
}
