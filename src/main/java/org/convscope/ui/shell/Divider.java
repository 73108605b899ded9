package org.convscope.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Tips;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The border of an area: drag it to resize, press its button to fold or unfold. */
final class Divider extends Region {

    /** Room for the mouse; the line that is seen is thinner. */
    static final double THICKNESS = 9;

    private static final double BUTTON_LENGTH = 40;

    private final Orientation orientation;
    private final Button fold = new Button();
    private final Region line = new Region();

    /** Told where a drag has come to, in the parent's coordinates. */
    interface Drag {
        void to(double position);
    }

    /**
     * A border.
     *
     * @param orientation of the line
     * @param toFold which way the arrow points while the area is open
     * @param toUnfold and while it is folded
     */
    Divider(Area area, Orientation orientation, Feather toFold, Feather toUnfold, Drag drag) {
        this.orientation = orientation;
        boolean upright = orientation == Orientation.VERTICAL;
        getStyleClass().addAll("divider", upright ? "upright" : "level");
        line.getStyleClass().add("line");
        line.setMouseTransparent(true);
        fold.setId("fold-" + area.name());
        fold.getStyleClass().add("fold");
        fold.graphicProperty()
                .bind(Bindings.createObjectBinding(
                        () -> new FontIcon(area.openProperty().get() ? toFold : toUnfold), area.openProperty()));
        fold.accessibleTextProperty().bind(Texts.of("shell.fold." + area.name()));
        Tips.install(fold, "shell.fold." + area.name());
        fold.setOnAction(pressed -> area.toggle());
        getChildren().addAll(line, fold);
        setCursor(upright ? Cursor.H_RESIZE : Cursor.V_RESIZE);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
            if (area.openProperty().get()) {
                drag.to(upright ? getLayoutX() + event.getX() : getLayoutY() + event.getY());
            }
        });
        addEventHandler(MouseEvent.MOUSE_RELEASED, event -> area.rememberSize());
    }

    @Override
    protected void layoutChildren() {
        double middleX = getWidth() / 2;
        double middleY = getHeight() / 2;
        if (orientation == Orientation.VERTICAL) {
            line.resizeRelocate(Math.floor(middleX), 0, 1, getHeight());
            fold.resizeRelocate(0, Math.round(middleY - BUTTON_LENGTH / 2), getWidth(), BUTTON_LENGTH);
        } else {
            line.resizeRelocate(0, Math.floor(middleY), getWidth(), 1);
            fold.resizeRelocate(Math.round(middleX - BUTTON_LENGTH / 2), 0, BUTTON_LENGTH, getHeight());
        }
    }
}
