package org.convscope.app;

import static org.convscope.app.WholeWindow.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.convscope.frame.Sum;
import org.convscope.frame.Surface;
import org.convscope.lens.Lenses;
import org.convscope.run.RecordedRun;
import org.convscope.run.RunStore;
import org.convscope.tensor.Tensor;
import org.convscope.train.Progress;
import org.convscope.train.TrainState;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.explore.Selection;
import org.convscope.workbench.OpenRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A person's first five minutes, on the whole program: real window, real engine, real images. */
@Tag("journey")
@ExtendWith(ApplicationExtension.class)
class JourneyTest {

    @TempDir
    private static Path folder;

    private Stage stage;
    private ExploreModel explore;

    @Start
    void open(Stage shown) {
        stage = shown;
        explore = WholeWindow.show(shown, folder);
    }

    @AfterEach
    void forget() {
        WholeWindow.forget();
    }

    @Test
    void aPersonSeesLeNetLearnAndAsksWhyAValueIsWhatItIs(FxRobot robot) throws TimeoutException {
        await(() -> explore.overviewProperty().get() != null);
        await(() -> robot.lookup("#next-image").tryQuery().isPresent());
        assertTrue(Files.isDirectory(Path.of("models")), "there is a trained network to open on");
        assertEquals("lenet", run().blueprint().network());

        robot.clickOn("#next-image");
        await(() -> explore.overviewProperty().get() != null
                && values("input")
                        .equals(run().testImage(1)
                                .image()
                                .reshaped(values("input").shape())));

        trainAnew(robot);
        Tensor before = values("conv1");
        long step = progress().step();
        await(() -> progress().step() > step + 5);
        await(() -> !values("conv1").equals(before));
        assertTrue(Double.isFinite(progress().imagesPerSecond()));

        robot.clickOn("#train");
        await(() -> progress().state() == TrainState.PAUSED
                && !robot.lookup("#step").query().isDisabled());
        long paused = progress().step();
        robot.clickOn("#step");
        await(() -> progress().step() == paused + 1);
        await(() -> explore.overviewProperty().get().stamp().step() == paused + 1);

        Selection map = pointAt("conv2", robot);
        robot.clickOn();
        await(() -> map.isSameMap(explore.selectionProperty().get()));
        robot.clickOn("#inspector-map");
        await(() -> explore.selectionProperty().get().hasCell());
        assertTheSumIsTheValue();

        Surface surface = explore.surfaceProperty().get();
        robot.clickOn("#theme");
        assertNotEquals(surface, explore.surfaceProperty().get());

        robot.push(KeyCode.SPACE);
        await(() -> progress().step() > paused + 3);
        OpenRun learning = run();
        robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        await(() -> !stage.isShowing());
        assertNothingIsLost(learning);
    }

    /** The window opens on a trained network; Train begins again from the first weights. */
    private void trainAnew(FxRobot robot) throws TimeoutException {
        await(() -> !robot.lookup("#train").query().isDisabled());
        robot.clickOn("#train");
        await(() -> progress().state() == TrainState.RUNNING);
        assertTrue(progress().step() < 2350, "from the beginning, not from the trained end");
    }

    private void assertTheSumIsTheValue() {
        Selection selection = explore.selectionProperty().get();
        Sum sum = (Sum) explore.look(Lenses.byId("cell-sum"), selection).join();
        double added = sum.bias();
        for (Sum.Term term : sum.terms()) {
            added += term.product();
        }
        assertEquals(
                values(selection.node())
                        .at(
                                selection.channel(),
                                selection.cell().row(),
                                selection.cell().column()),
                added,
                1e-5);
    }

    private void assertNothingIsLost(OpenRun closed) {
        RecordedRun recorded =
                new RunStore(folder.resolve("runs")).open(closed.folder().toString());
        long steps = closed.progress().step();
        assertEquals(steps, recorded.card().standing().step());
        assertEquals(steps, recorded.steps().size());
        assertTrue(recorded.model().isPresent(), "the last weights are saved");
    }

    /** Moves the mouse over the map, row by row, until it points at a map of this node. */
    private Selection pointAt(String node, FxRobot robot) {
        Node map = robot.lookup("#network-map").query();
        Bounds bounds = map.localToScreen(map.getBoundsInLocal());
        for (double row : new double[] {0.5, 0.4, 0.3, 0.6}) {
            for (double x = bounds.getMinX() + 5; x < bounds.getMaxX(); x += 12) {
                robot.moveTo(x, bounds.getMinY() + bounds.getHeight() * row);
                WaitForAsyncUtils.waitForFxEvents();
                Selection hovered = explore.hoveredProperty().get();
                if (hovered != null && hovered.node().equals(node)) {
                    return hovered;
                }
            }
        }
        throw new AssertionError("The mouse found no map of " + node);
    }

    private OpenRun run() {
        return explore.runProperty().get();
    }

    private Progress progress() {
        return explore.runProperty().get().progress();
    }

    private Tensor values(String node) {
        assertNotNull(explore.overviewProperty().get());
        return explore.overviewProperty().get().mosaics().get(node).values();
    }
}
