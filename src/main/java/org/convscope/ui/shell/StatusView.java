package org.convscope.ui.shell;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Tips;

/** The strip at the bottom. */
final class StatusView extends HBox {

    StatusView(StatusModel model) {
        getStyleClass().add("status");
        Label engine = label("engine", model.engine());
        Tips.install(engine, model.engineName());
        Label kept = label("kept", model.kept());
        Tips.install(kept, model.folder());
        kept.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren()
                .addAll(
                        label("parameters", model.parameters()),
                        label("macs", model.macs()),
                        engine,
                        space,
                        kept,
                        label("key-hints", Texts.of("shell.keyHints")));
    }

    private static Label label(String id, ObservableValue<String> text) {
        Label label = new Label();
        label.setId(id);
        label.textProperty().bind(text);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
