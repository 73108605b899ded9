package org.convscope.app;

import static org.convscope.app.WholeWindow.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.convscope.frame.Sum;
import org.convscope.spec.Optimizer;
import org.convscope.spec.Scenario;
import org.convscope.spec.Schedule;
import org.convscope.spec.TrainingPlan;
import org.convscope.tensor.Cell;
import org.convscope.train.TrainState;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.explore.Selection;
import org.convscope.workbench.OpenRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Networks with branches in the whole program: they open, learn a step, and every kind of node answers. */
@Tag("journey")
@ExtendWith(ApplicationExtension.class)
class ZooJourneyTest {

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

    static Stream<Arguments> networks() {
        return Stream.of(
                Arguments.of("googlenet", Map.of("width", "eighth")),
                Arguments.of("resnet18", Map.of("width", "eighth")));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void aPersonOpensItLetsItLearnAStepAndAsksEveryKindOfNode(
            String network, Map<String, String> options, FxRobot robot) throws TimeoutException {
        await(() -> explore.overviewProperty().get() != null);
        await(() -> robot.lookup("#step").tryQuery().isPresent());
        TrainingPlan plan = new TrainingPlan(new Optimizer.Sgd(), 0.01, new Schedule.Constant(), 16, 1, 0, 160);
        robot.interact(() -> explore.begin(new Scenario("fashion-mnist", network, options, plan)));
        await(() -> run() != null && run().blueprint().network().equals(network) && isDrawn());

        robot.clickOn("#step");
        await(() -> run().progress().step() == 1 && run().progress().state() == TrainState.PAUSED);

        Map<String, String> nodeOfKind = new LinkedHashMap<>();
        run().blueprint().nodes().stream()
                .skip(1)
                .forEach(node -> nodeOfKind.put(node.op().name(), node.id()));
        for (String node : nodeOfKind.values()) {
            robot.interact(() -> explore.selectionProperty().set(new Selection(node, 0, new Cell(0, 0))));
            await(() -> sum(node) != null);
        }
        Selection pointed = pointAtAnything(robot);
        robot.clickOn();
        await(() -> pointed.isSameMap(explore.selectionProperty().get()));
        assertNull(explore.failureProperty().get());

        OpenRun open = run();
        robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        await(() -> !stage.isShowing());
        assertEquals(1, open.progress().step());
    }

    private boolean isDrawn() {
        return explore.overviewProperty().get() != null
                && explore.overviewProperty().get().mosaics().keySet().stream().allMatch(run().blueprint()::has);
    }

    private Sum sum(String node) {
        return explore.pictures()
                .findingsProperty()
                .get()
                .flatMap(found -> found.frame("cell-sum", Sum.class))
                .filter(sum -> sum.node().equals(node))
                .orElse(null);
    }

    /** Moves the mouse along the middle of the map until it points at something. */
    private Selection pointAtAnything(FxRobot robot) {
        Node map = robot.lookup("#network-map").query();
        Bounds bounds = map.localToScreen(map.getBoundsInLocal());
        for (double x = bounds.getMinX() + 5; x < bounds.getMaxX(); x += 12) {
            robot.moveTo(x, bounds.getMinY() + bounds.getHeight() / 2);
            WaitForAsyncUtils.waitForFxEvents();
            if (explore.hoveredProperty().get() != null) {
                return explore.hoveredProperty().get();
            }
        }
        throw new AssertionError("The mouse found nothing");
    }

    private OpenRun run() {
        return explore.runProperty().get();
    }
}
