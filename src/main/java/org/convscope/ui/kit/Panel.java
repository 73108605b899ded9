package org.convscope.ui.kit;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A quiet area of the window under a title in capitals. */
public class Panel extends VBox {

    /** A panel with this title and content, one below the other. */
    @SuppressWarnings("this-escape") // Said by newer compilers; nothing that a subclass has is touched.
    public Panel(String titleKey, Node... content) {
        getStyleClass().add(Styles.PANEL);
        getChildren().add(title(titleKey));
        getChildren().addAll(content);
    }

    /** A title as every panel has it, for a second one inside a panel. */
    public static Label title(String key) {
        Label title = new Label();
        title.getStyleClass().add(Styles.PANEL_TITLE);
        StringBinding text = Texts.of(key);
        title.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> text.get().toUpperCase(Texts.language().get()), text));
        title.setMinWidth(0);
        return title;
    }
}
