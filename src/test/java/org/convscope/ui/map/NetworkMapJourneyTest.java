package org.convscope.ui.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.convscope.frame.Scope;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.explore.Selection;
import org.convscope.ui.kit.FxPulse;
import org.convscope.ui.map.geometry.Camera;
import org.convscope.ui.map.model.NetworkMapModel;
import org.convscope.workbench.FakeWorkbench;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A person explores LeNet with mouse and keys, in a real window that holds the map alone. */
@Tag("journey")
@ExtendWith(ApplicationExtension.class)
class NetworkMapJourneyTest {

    private final FakeWorkbench workbench = new FakeWorkbench();
    private ExploreModel explore;
    private NetworkMapModel model;
    private NetworkMapView view;

    @Start
    void open(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        FxPulse pulse = new FxPulse();
        explore = new ExploreModel(workbench, pulse);
        model = new NetworkMapModel(explore, pulse);
        view = new NetworkMapView(explore, model, pulse);
        stage.setScene(new Scene(view, 1040, 690));
        stage.show();
        explore.begin(FakeWorkbench.lenet(Map.of("activation", "relu", "pool", "max")));
    }

    @Test
    void aPersonPointsClicksWalksSearchesAndZooms(FxRobot robot) throws TimeoutException {
        waitFor(() -> pictures().count() >= 12 + 12);

        robot.moveTo(onScreen("act2", 7));
        waitFor(() -> "act2".equals(node(explore.hoveredProperty().get())));
        assertTrue(
                saidUnderMouse(robot).contains("act2 · map 7 of 16"),
                saidUnderMouse(robot).toString());

        robot.moveTo(onScreen("conv2", 7)).clickOn(MouseButton.PRIMARY);
        waitFor(() -> model.selectedKernelsProperty().get() != null);
        assertTrue(model.selected().isSameMap(Selection.of("conv2", 7)));
        assertTrue(model.selected().hasCell());
        assertTrue(view.getAccessibleText().startsWith("conv2 · map 7 of 16, ("), view.getAccessibleText());
        waitFor(() -> pictures().count() >= 12 + 12 + 1);

        robot.type(KeyCode.ENTER);
        assertEquals(model.selected(), model.openedProperty().get());

        robot.type(KeyCode.ESCAPE);
        assertEquals(Selection.of("conv2", 7), model.selected());
        robot.type(KeyCode.RIGHT, KeyCode.DOWN);
        assertEquals(Selection.of("act2", 8), model.selected());
        robot.type(KeyCode.ESCAPE);
        assertNull(model.selected());

        Camera home = model.viewport().cameraProperty().get();
        robot.moveTo(onScreen("pool1", 3));
        robot.interact(() -> wheel(view.lookup("#network-map-stage"), onScreen("pool1", 3), 200));
        assertTrue(model.viewport().zoom() > 2);
        assertTrue(model.hovered().isSameMap(Selection.of("pool1", 3)), "what is under the mouse stays there");
        robot.drag(MouseButton.PRIMARY).moveBy(-120, 40).drop();
        assertNull(model.selected(), "a drag is no click");
        assertNotEquals(home, model.viewport().cameraProperty().get());
        robot.type(KeyCode.F);
        assertEquals(home, model.viewport().cameraProperty().get());

        robot.write('/');
        waitFor(() -> robot.lookup("#map-search").query().isFocused());
        robot.write("conv2").type(KeyCode.ENTER);
        assertEquals(Selection.of("conv2", 0), model.selected());
        assertTrue(view.isFocused());

        robot.clickOn("#map-scope-map");
        assertEquals(Scope.MAP, explore.scopeProperty().get());
        waitFor(() -> legends(robot).contains("map 0"));
    }

    @Test
    void picturesAndLegendsFollowTheTraining(FxRobot robot) throws TimeoutException {
        waitFor(() -> shown("conv1") != null);
        Object before = shown("conv1");
        robot.interact(() -> workbench.run().learn(40));
        assertFalse(WaitForAsyncUtils.waitForAsyncFx(1000, () -> legends(robot)).isEmpty());
        waitFor(() -> !before.equals(shown("conv1")));
        waitFor(() -> !robot.lookup("#map-stale").query().isVisible());
    }

    private static void waitFor(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(5000, condition));
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** By hand, since a display in memory has no wheel. */
    private static void wheel(Node stage, Point2D onScreen, double up) {
        Point2D place = stage.screenToLocal(onScreen);
        Point2D inScene = stage.localToScene(place);
        stage.fireEvent(new ScrollEvent(
                ScrollEvent.SCROLL,
                inScene.getX(),
                inScene.getY(),
                onScreen.getX(),
                onScreen.getY(),
                false,
                false,
                false,
                false,
                false,
                false,
                0,
                up,
                0,
                up,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null));
    }

    private Point2D onScreen(String node, int map) {
        Rectangle2D tile = model.viewport()
                .cameraProperty()
                .get()
                .toScreen(model.viewport().layoutProperty().get().column(node).tile(map));
        Node stage = view.lookup("#network-map-stage");
        return stage.localToScreen(tile.getMinX() + tile.getWidth() * 0.45, tile.getMinY() + tile.getHeight() * 0.45);
    }

    private Stream<PictureView> pictures() {
        return view.lookupAll(".map-picture").stream()
                .map(PictureView.class::cast)
                .filter(Node::isVisible);
    }

    private Object shown(String key) {
        return pictures()
                .map(PictureView::picture)
                .filter(picture -> picture.sheet().key().equals(key))
                .findFirst()
                .orElse(null);
    }

    private static List<String> saidUnderMouse(FxRobot robot) {
        return robot.lookup(".map-readout .label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }

    private static List<String> legends(FxRobot robot) {
        return robot.lookup(".map-legend-number").queryAllAs(Label.class).stream()
                .filter(Node::isVisible)
                .map(Label::getText)
                .toList();
    }

    private static String node(Selection selection) {
        return selection == null ? "" : selection.node();
    }
}
