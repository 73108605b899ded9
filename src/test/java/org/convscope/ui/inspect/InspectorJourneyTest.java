package org.convscope.ui.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.convscope.frame.Numbers;
import org.convscope.frame.Sum;
import org.convscope.net.FakeNetwork;
import org.convscope.tensor.Cell;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.explore.Selection;
import org.convscope.ui.kit.FxPulse;
import org.convscope.ui.kit.Theme;
import org.convscope.workbench.FakeRun;
import org.convscope.workbench.FakeWorkbench;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A person opens a map, reads how a cell is computed, lets the kernel walk, and takes the sum along. */
@Tag("journey")
@ExtendWith(ApplicationExtension.class)
class InspectorJourneyTest {

    private ExploreModel explore;
    private InspectorView view;

    @Start
    void open(Stage stage) {
        FakeRun run = new FakeRun(FakeNetwork.smallBlueprint());
        explore = new ExploreModel(new FakeWorkbench(run), new FxPulse());
        view = new InspectorView(explore, new FxPulse());
        Theme.LIGHT.apply();
        Scene scene = new Scene(view, 360, 690);
        Theme.dress(scene);
        stage.setScene(scene);
        stage.show();
        explore.open("");
    }

    @Test
    void aPersonReadsASumAndTakesItAlong(FxRobot robot) throws TimeoutException {
        await(() -> explore.overviewProperty().get() != null);
        robot.clickOn("#inspect-example");
        await(() -> text("#inspector-title", robot).equals("conv1 · map 0 of 2") && sum() != null);

        robot.clickOn(robot.point(middle(robot, 2, 1)));
        await(() -> sum().cell().equals(new Cell(2, 1)));
        assertEquals(
                new Selection("conv1", 0, new Cell(2, 1)),
                explore.selectionProperty().get());
        assertEquals("(2, 1) = " + Numbers.text(value(2, 1)), text("#inspector-readout", robot));

        robot.moveTo(robot.point(middle(robot, 0, 3)));
        await(() -> text("#inspector-readout", robot).startsWith("(0, 3) = "));
        assertEquals(
                new Selection("conv1", 0, new Cell(0, 3)),
                explore.hoveredProperty().get());
        assertEquals(new Cell(2, 1), sum().cell(), "pointing picks nothing");
        robot.moveTo("#inspector-title");
        await(() -> explore.hoveredProperty().get() == null);

        robot.clickOn(robot.point(middle(robot, 2, 1))).type(KeyCode.DOWN);
        await(() -> sum().cell().equals(new Cell(3, 1)));

        robot.clickOn("#copy-sum");
        String copied = WaitForAsyncUtils.waitForAsyncFx(5_000, Clipboard.getSystemClipboard()::getString);
        assertTrue(copied.contains("z = " + Numbers.text(sum().sum())), copied);
        assertEquals(9, copied.lines().filter(line -> line.startsWith("0\t")).count());

        robot.clickOn("#slide");
        await(() -> sum().cell().equals(new Cell(0, 0)));
        assertTrue(view.model().slidingProperty().get());
        robot.clickOn("#aspect-kernel");
        assertFalse(view.model().slidingProperty().get());
        await(() -> view.model().findingsProperty().get().frames().containsKey("kernel"));

        robot.clickOn("#aspect-kernel");
        assertEquals(Aspect.KERNEL, view.model().aspectProperty().get(), "one aspect is always open");
    }

    @Test
    void pointingAtASquareOfAKernelShowsWhereItReads(FxRobot robot) throws TimeoutException {
        await(() -> explore.overviewProperty().get() != null);
        robot.interact(() -> explore.selectionProperty().set(new Selection("conv1", 1, new Cell(1, 2))));
        await(() -> sum() != null);
        Node tiles = robot.lookup("#sum-tiles").query();
        await(() -> tiles.getLayoutBounds().getHeight() > 100);
        Set<Selection> pointedAt = new HashSet<>();
        robot.interact(() -> sweep(tiles, pointedAt));
        assertTrue(
                pointedAt.contains(new Selection("input", 0, new Cell(2, 3))),
                "the middle of the window that begins at (1, 2) is among " + pointedAt);
        assertFalse(pointedAt.contains(new Selection("input", 0, new Cell(8, 8))), "far outside of the window");
        assertNull(explore.hoveredProperty().get(), "the mouse has left");
    }

    /** Moves the mouse over every few pixels of a node, then away; the robot's own way would lead over the map. */
    private void sweep(Node node, Set<Selection> pointedAt) {
        Bounds bounds = node.getLayoutBounds();
        for (double y = 1; y < bounds.getHeight(); y += 3) {
            for (double x = 1; x < bounds.getWidth(); x += 3) {
                node.fireEvent(mouse(MouseEvent.MOUSE_MOVED, node.localToScene(x, y)));
                pointedAt.add(explore.hoveredProperty().get());
            }
        }
        node.fireEvent(mouse(MouseEvent.MOUSE_EXITED, node.localToScene(-1, -1)));
    }

    private static MouseEvent mouse(EventType<MouseEvent> kind, Point2D scene) {
        double x = scene.getX();
        double y = scene.getY();
        return new MouseEvent(
                kind,
                x,
                y,
                x,
                y,
                MouseButton.NONE,
                0,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                true,
                null);
    }

    @Test
    void escapeLeavesTheCellAndThenTheMap(FxRobot robot) throws TimeoutException {
        await(() -> explore.overviewProperty().get() != null);
        robot.clickOn("#inspect-example");
        await(() -> sum() != null);
        robot.clickOn(robot.point(middle(robot, 0, 0)));
        assertNotEquals(null, explore.selectionProperty().get().cell());
        robot.type(KeyCode.ESCAPE);
        assertNull(explore.selectionProperty().get().cell());
    }

    private Sum sum() {
        return view.model()
                .findingsProperty()
                .get()
                .frame("cell-sum", Sum.class)
                .filter(found -> view.model().selectedProperty().get())
                .orElse(null);
    }

    private float value(int row, int column) {
        return view.model().inspectedProperty().get().grid().orElseThrow().value(row, column);
    }

    /** The middle of a square of the enlarged 4×4 map, on the screen. */
    private static Point2D middle(FxRobot robot, int row, int column) {
        Node map = robot.lookup("#inspector-map").query();
        Bounds bounds = map.localToScreen(map.getBoundsInLocal());
        return new Point2D(
                bounds.getMinX() + (column + 0.5) / 4 * bounds.getWidth(),
                bounds.getMinY() + (row + 0.5) / 4 * bounds.getHeight());
    }

    private static String text(String id, FxRobot robot) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    private static void await(BooleanSupplier isSo) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(isSo::getAsBoolean)
                .get());
    }
}
