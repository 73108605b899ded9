package org.convscope.app;

import static org.convscope.app.WholeWindow.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.convscope.train.TrainState;
import org.convscope.ui.compare.CompareModel;
import org.convscope.ui.compare.CompareView;
import org.convscope.ui.compare.Side;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.explore.Mode;
import org.convscope.ui.kit.Tips;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Sigmoid against ReLU, from one click to the recorded runs: real window, real engine, real images. */
@Tag("journey")
@ExtendWith(ApplicationExtension.class)
class CompareJourneyTest {

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
    void aPersonSeesTwoNetworksLearnSideBySidePointsIntoBothAndStopsThem(FxRobot robot) throws TimeoutException {
        await(() -> explore.overviewProperty().get() != null);
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT2).release(KeyCode.DIGIT2, KeyCode.CONTROL);
        await(() -> robot.lookup("#compare-card-activation").tryQuery().isPresent());
        robot.clickOn("#compare-card-activation");
        CompareModel model = ((CompareView) robot.lookup("#compare").query()).model();
        await(() -> model.sidesProperty().get().size() == 2);
        List<Side> sides = model.sidesProperty().get();
        for (Side side : sides) {
            await(() -> side.overviewProperty().get() != null
                    && side.overviewProperty().get().stamp().step() > 3);
        }

        pointAtAMap(robot, model);
        robot.clickOn();
        await(() -> model.gaze().selectionProperty().get() != null);
        int image = model.gaze().imageProperty().get();
        robot.type(KeyCode.CLOSE_BRACKET);
        await(() -> model.gaze().imageProperty().get() == image + 1);

        robot.type(KeyCode.SPACE);
        await(() -> !model.learningProperty().get());
        assertEquals(
                sides.get(0).run().progress().images(),
                sides.get(1).run().progress().images());
        assertEquals(TrainState.PAUSED, sides.get(1).run().progress().state());

        Set<String> silent = new TreeSet<>();
        robot.lookup("#compare").lookup(CompareJourneyTest::isForAPerson).queryAll().stream()
                .filter(node -> !node.getProperties().containsKey(Tips.class))
                .forEach(node -> silent.add(node.getId()));
        silent.removeIf(id -> id.startsWith("compare-card-"));
        assertEquals(Set.of(), silent, "buttons that do not say what they do");

        robot.clickOn("#mode-explore");
        assertEquals(Mode.EXPLORE, explore.modeProperty().get());
        robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        await(() -> !stage.isShowing());
        for (Side side : sides) {
            assertTrue(Files.exists(side.run().folder().resolve("model.zip")), "nothing is lost");
        }
    }

    private static boolean isForAPerson(Node node) {
        return node instanceof ButtonBase && node.getId() != null && node.isVisible();
    }

    private static void pointAtAMap(FxRobot robot, CompareModel model) {
        Node rows = robot.lookup("#compare-rows").query();
        Bounds bounds = rows.localToScreen(rows.getBoundsInLocal());
        for (double x = bounds.getMinX() + 180; x < bounds.getMaxX(); x += 12) {
            robot.moveTo(x, bounds.getMinY() + 50);
            WaitForAsyncUtils.waitForFxEvents();
            if (model.gaze().hoveredProperty().get() != null) {
                return;
            }
        }
        throw new AssertionError("The mouse found no map");
    }
}
