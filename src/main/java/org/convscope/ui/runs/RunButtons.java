package org.convscope.ui.runs;

import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Tips;

/** How buttons of this wing are made. */
final class RunButtons {

    private RunButtons() {}

    /** A button with the words {@code runs.button.NAME} and the tip {@code runs.tip.NAME}. */
    static Button button(String name) {
        Button button = new Button();
        button.setId("runs-" + name);
        button.getStyleClass().add(Styles.COMPACT);
        button.textProperty().bind(Texts.of("runs.button." + name));
        button.setMinWidth(Region.USE_PREF_SIZE);
        Tips.install(button, "runs.tip." + name);
        return button;
    }
}
