package org.convscope.ui.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerLight;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.convscope.blueprint.Zoo;
import org.convscope.net.TinyZoo;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.FxPulse;
import org.convscope.ui.map.geometry.NetworkMapLayout;
import org.convscope.ui.map.graph.BlockTree;
import org.convscope.ui.map.model.NetworkMapModel;
import org.convscope.workbench.FakeRun;
import org.convscope.workbench.FakeWorkbench;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A person opens and closes blocks of a small GoogLeNet, and finds the way back. */
@Tag("journey")
@ExtendWith(ApplicationExtension.class)
class FoldingJourneyTest {

    private static final String STAGE = "/inception3";

    private NetworkMapModel model;
    private NetworkMapView view;

    @Start
    void open(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        FxPulse pulse = new FxPulse();
        FakeRun run = new FakeRun(TinyZoo.draw(Zoo.byId("googlenet"), Map.of()));
        ExploreModel explore = new ExploreModel(new FakeWorkbench(run), pulse);
        model = new NetworkMapModel(explore, pulse);
        view = new NetworkMapView(explore, model, pulse);
        stage.setScene(new Scene(view, 1040, 690));
        stage.show();
        explore.begin(FakeWorkbench.SMALL);
    }

    @Test
    void aPersonOpensBlocksSearchesInClosedOnesAndGoesBack(FxRobot robot) throws TimeoutException {
        waitFor(() -> layout() != null);
        robot.interact(() -> {
            model.folding().show(Set.of());
            model.viewport().fit();
        });
        waitFor(() -> layout().cards().stream().noneMatch(card -> card.isOpen()));

        robot.moveTo(middle(layout().card(STAGE).orElseThrow().bounds())).doubleClickOn(MouseButton.PRIMARY);
        waitFor(() -> layout().card(STAGE).orElseThrow().isOpen());

        BlockTree tree = model.folding().tree();
        String hidden = tree.block("/inception4/inception4b").nodes().get(0);
        assertFalse(layout().shows(hidden));
        robot.interact(view::requestFocus);
        robot.write('/');
        waitFor(() -> robot.lookup("#map-search").query().isFocused());
        robot.write(hidden).type(KeyCode.ENTER);
        waitFor(() -> layout().shows(hidden) && model.selected() != null);
        assertEquals(hidden, model.selected().node());
        assertTrue(model.folding().openProperty().get().containsAll(tree.path(hidden)));

        robot.interact(() -> model.viewport().zoomMiddle(6));
        waitFor(() -> view.lookup("#map-overview").isVisible());
        Node overview = view.lookup("#map-overview");
        Point2D left = overview.localToScreen(12, overview.getLayoutBounds().getHeight() / 2);
        robot.moveTo(left).clickOn(MouseButton.PRIMARY);
        double seen = model.viewport().visible().getMinX();
        assertTrue(seen < layout().width() / 4, () -> "the beginning is shown, not what begins at " + seen);

        Hyperlink whole = robot.lookup(".map-trail .hyperlink").queryAllAs(Hyperlink.class).stream()
                .findFirst()
                .orElseThrow();
        robot.clickOn(whole);
        waitFor(() -> !model.viewport().hidesSome());
        assertNull(model.selected());
    }

    private NetworkMapLayout layout() {
        return model.viewport().layoutProperty().get();
    }

    private Point2D middle(Rectangle2D world) {
        Rectangle2D seen = model.viewport().cameraProperty().get().toScreen(world);
        return view.lookup("#network-map-stage")
                .localToScreen((seen.getMinX() + seen.getMaxX()) / 2, (seen.getMinY() + seen.getMaxY()) / 2);
    }

    private static void waitFor(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(5000, condition));
        WaitForAsyncUtils.waitForFxEvents();
    }
}
