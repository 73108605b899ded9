package org.convscope.ui.dock;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import org.convscope.blueprint.Architecture;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;

/** A network's line in the list of all; the first of each size stands below a heading. */
final class NetworkCell extends ListCell<Architecture> {

    private final Label heading = new Label();

    NetworkCell() {
        heading.getStyleClass().addAll(Styles.MUTED, Styles.SMALL, "network-size");
        setContentDisplay(ContentDisplay.TOP);
        getStyleClass().add("network");
    }

    @Override
    protected void updateItem(Architecture architecture, boolean empty) {
        super.updateItem(architecture, empty);
        boolean isNone = empty || architecture == null;
        setText(isNone ? null : architecture.title());
        boolean isFirst = !isNone && NewRunModel.isFirstOfItsSize(architecture);
        setGraphic(isFirst ? heading : null);
        if (isFirst) {
            heading.setText(Texts.get("dock.size." + architecture.size().id()));
        }
    }
}
