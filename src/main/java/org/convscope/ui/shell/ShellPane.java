package org.convscope.ui.shell;

import static javafx.geometry.Orientation.HORIZONTAL;
import static javafx.geometry.Orientation.VERTICAL;

import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.convscope.ui.explore.Mode;
import org.kordamp.ikonli.feather.Feather;

/** Lays out the window: bar, four areas with borders to drag, status. */
final class ShellPane extends Region {

    private final ShellModel shell;
    private final Region bar;
    private final Region status;
    private final Region input;
    private final Region map;
    private final Region inspector;
    private final Region dock;
    private final Region instead;
    private final Divider inputEdge;
    private final Divider inspectorEdge;
    private final Divider dockEdge;

    /** What stands in the window's areas; {@code instead} of the four in the middle, unless networks are explored. */
    record Areas(Region bar, Region input, Region map, Region inspector, Region dock, Region instead, Region status) {}

    ShellPane(ShellModel shell, Areas areas) {
        this.shell = shell;
        this.bar = areas.bar;
        this.status = areas.status;
        this.input = areas.input;
        this.map = areas.map;
        this.inspector = areas.inspector;
        this.dock = areas.dock;
        this.instead = areas.instead;
        getStyleClass().add("shell");
        inputEdge = new Divider(
                shell.input(), VERTICAL, Feather.CHEVRON_LEFT, Feather.CHEVRON_RIGHT, x -> drag(shell.input(), x));
        inspectorEdge = new Divider(
                shell.inspector(),
                VERTICAL,
                Feather.CHEVRON_RIGHT,
                Feather.CHEVRON_LEFT,
                x -> drag(shell.inspector(), getWidth() - x));
        dockEdge = new Divider(
                shell.dock(),
                HORIZONTAL,
                Feather.CHEVRON_DOWN,
                Feather.CHEVRON_UP,
                y -> drag(shell.dock(), status.getLayoutY() - y));
        for (Region area : List.of(input, map, inspector, dock, instead)) {
            clip(area);
        }
        getChildren().addAll(bar, input, map, inspector, dock, instead, status, inputEdge, inspectorEdge, dockEdge);
        shell.modeProperty().addListener(changed -> requestLayout());
        for (Area area : List.of(shell.input(), shell.inspector(), shell.dock())) {
            area.openProperty().addListener(changed -> requestLayout());
            area.sizeProperty().addListener(changed -> requestLayout());
        }
    }

    private static void drag(Area area, double size) {
        area.sizeProperty().set(Math.max(1, size));
    }

    private static void clip(Region area) {
        Rectangle edge = new Rectangle();
        edge.widthProperty().bind(area.widthProperty());
        edge.heightProperty().bind(area.heightProperty());
        area.setClip(edge);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double barHeight = Math.ceil(bar.prefHeight(width));
        double statusHeight = Math.ceil(status.prefHeight(width));
        bar.resizeRelocate(0, 0, width, barHeight);
        status.resizeRelocate(0, getHeight() - statusHeight, width, statusHeight);
        ShellLayout.Box room =
                new ShellLayout.Box(0, barHeight, width, Math.max(0, getHeight() - barHeight - statusHeight));
        boolean isExploring = shell.modeProperty().get() == Mode.EXPLORE;
        List.of(inputEdge, inspectorEdge, dockEdge).forEach(edge -> edge.setVisible(isExploring));
        instead.setVisible(!isExploring);
        if (!isExploring) {
            List.of(input, map, inspector, dock).forEach(area -> area.setVisible(false));
            instead.resizeRelocate(room.x(), room.y(), room.width(), room.height());
            return;
        }
        ShellLayout layout = ShellLayout.of(
                room,
                shell.input().wish(),
                shell.inspector().wish(),
                shell.dock().wish());
        place(input, layout.input());
        place(map, layout.map());
        place(inspector, layout.inspector());
        place(dock, layout.dock());
        ShellLayout.Box middle = layout.map();
        upright(inputEdge, middle.x(), middle);
        upright(inspectorEdge, middle.x() + middle.width(), middle);
        double edge = Math.min(middle.y() + middle.height(), getHeight() - statusHeight - Divider.THICKNESS / 2);
        dockEdge.resizeRelocate(0, edge - Divider.THICKNESS / 2, width, Divider.THICKNESS);
    }

    private static void place(Region area, ShellLayout.Box box) {
        area.setVisible(!box.isFolded());
        area.resizeRelocate(box.x(), box.y(), box.width(), box.height());
    }

    private void upright(Divider edge, double x, ShellLayout.Box middle) {
        double half = Divider.THICKNESS / 2;
        double inside = Math.max(half, Math.min(getWidth() - half, x));
        edge.resizeRelocate(Math.round(inside - half), middle.y(), Divider.THICKNESS, middle.height());
    }
}
