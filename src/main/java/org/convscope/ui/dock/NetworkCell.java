package org.convscope.ui.dock;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.convscope.blueprint.Architecture;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;

/** A network's line in the list of all; the first of each size stands below a heading. */
final class NetworkCell extends ListCell<Architecture> {

    private final Label heading = new Label();
    private final Label title = new Label();
    private final VBox both = new VBox(heading, title);

    NetworkCell() {
        heading.getStyleClass().addAll(Styles.MUTED, Styles.SMALL, "network-size");
        getStyleClass().add("network");
    }

    @Override
    protected void updateItem(Architecture architecture, boolean empty) {
        super.updateItem(architecture, empty);
        boolean isNone = empty || architecture == null;
        boolean isFirst = !isNone && NewRunModel.isFirstOfItsSize(architecture);
        String name = isNone ? null : architecture.title();
        setText(isFirst ? null : name);
        setAccessibleText(name);
        setGraphic(isFirst ? both : null);
        if (isFirst) {
            heading.setText(Texts.get("dock.size." + architecture.size().id()));
            title.setText(name);
        }
    }
}
