package org.convscope.ui.mistakes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.convscope.data.Loading;
import org.convscope.net.FakeNetwork;
import org.convscope.train.Examination;
import org.convscope.train.TrainEvent;
import org.convscope.ui.kit.Remembered;
import org.convscope.ui.shell.ConvScopeWindow;
import org.convscope.ui.shell.Panels;
import org.convscope.workbench.FakeRun;
import org.convscope.workbench.FakeWorkbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A person trains an epoch, asks what the network gets wrong, and looks at the surest mistake in the map. */
@Tag("journey")
@ExtendWith(ApplicationExtension.class)
class MistakesJourneyTest {

    @TempDir
    private Path folder;

    private FakeRun run;
    private Examination told;
    private ConvScopeWindow window;

    @Start
    void open(Stage stage) {
        run = new FakeRun(FakeNetwork.smallBlueprint());
        System.setProperty(Remembered.FOLDER_PROPERTY, folder.toString());
        stage.setWidth(1280);
        stage.setHeight(720);
        MistakesPanels mistakes = new MistakesPanels();
        Panels panels = new Panels(
                (explore, pulse) -> new Region(),
                mistakes.page(),
                (explore, pulse) -> new Region(),
                (explore, pulse) -> new Region(),
                (explore, pulse) -> new Region(),
                mistakes.beside(List.of((explore, pulse) -> new Region())));
        window = new ConvScopeWindow(
                stage,
                new FakeWorkbench(run),
                panels,
                Optional.of(explore -> explore.opening().enter("any")),
                name -> {});
        window.show();
    }

    @AfterEach
    void forget() {
        System.clearProperty(Remembered.FOLDER_PROPERTY);
    }

    @Test
    void aPersonLearnsWhatIsWrongAndLooksAtIt(FxRobot robot) throws TimeoutException {
        await(() -> robot.lookup("#tab-mistakes").tryQuery().isPresent());
        robot.clickOn("#tab-mistakes");
        await(() -> isSeen("#examine", robot));

        robot.clickOn("#epoch");
        robot.interact(() -> {
            told = run.examine(Loading.patient()).join();
            run.tell(new TrainEvent.Examined(run.progress().step(), told));
        });
        await(() -> !isSeen("#examine", robot));

        robot.press(KeyCode.M).release(KeyCode.M);
        await(() ->
                isSeen("#mistakes-page", robot) && says("#mistakes-heading", "All 320 test images · step 20", robot));
        await(() -> robot.lookup("#class-table").<ClassTable>query().getItems().size() == 3);
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        assertTrue(says("#mistakes-heading", "class 0 recognised: ", robot), "the first key points at the first cell");
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        await(() -> isSeen("#list-all", robot));
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        await(() -> !isSeen("#list-all", robot));
        assertTrue(isSeen("#mistakes-page", robot), "one level back");

        Bounds list = robot.lookup("#mistakes-list").query().localToScreen(new BoundingBox(0, 0, 1, 1));
        robot.clickOn(list.getMinX() + 20, list.getMinY() + 20);
        await(() -> !isSeen("#mistakes-page", robot));
        assertEquals(
                told.mistakes(1).get(0).index(),
                window.explore().testIndexProperty().get());

        robot.clickOn("#tab-watched");
        await(() -> isSeen("#watched", robot));
        robot.clickOn("#pin");
        await(() -> isSeen("#unpin", robot) && !isSeen("#pin", robot));
        assertFalse(Remembered.in(folder).get("watched.stripes").isEmpty());
    }

    private static boolean says(String query, String beginning, FxRobot robot) {
        return robot.lookup(query).<Label>query().getText().startsWith(beginning);
    }

    private static boolean isSeen(String query, FxRobot robot) {
        return robot.lookup(query)
                .tryQuery()
                .filter(MistakesJourneyTest::isSeen)
                .isPresent();
    }

    private static boolean isSeen(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static void await(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition::getAsBoolean);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
