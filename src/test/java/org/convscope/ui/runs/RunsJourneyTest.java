package org.convscope.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.convscope.run.RunStore;
import org.convscope.ui.explore.Mode;
import org.convscope.ui.kit.Remembered;
import org.convscope.ui.kit.Tips;
import org.convscope.ui.shell.ConvScopeWindow;
import org.convscope.ui.shell.Panels;
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

/** From the network to a run of yesterday, by keys. */
@Tag("journey")
@ExtendWith(ApplicationExtension.class)
class RunsJourneyTest {

    @TempDir
    private Path folder;

    private final FakeWorkbench workbench = new FakeWorkbench();
    private ConvScopeWindow window;

    @Start
    void open(Stage stage) {
        System.setProperty(Remembered.FOLDER_PROPERTY, folder.toString());
        workbench.keepRunsIn(folder.resolve("runs"));
        Recorded.run(workbench.runs(), "relu", 4);
        Recorded.run(workbench.runs(), "tanh", 1);
        stage.setWidth(1280);
        stage.setHeight(720);
        Panels panels = new Panels(
                (explore, pulse) -> new Region(),
                (explore, pulse) -> new Region(),
                (explore, pulse) -> new Region(),
                (explore, pulse) -> new Region(),
                (explore, pulse) -> new Region(),
                List.of());
        window = new ConvScopeWindow(stage, workbench, panels, Optional.empty(), name -> {});
        window.show();
    }

    @AfterEach
    void forget() {
        System.clearProperty(Remembered.FOLDER_PROPERTY);
    }

    @Test
    void aPersonFindsNamesStarsDeletesAndOpensARunByKeys(FxRobot robot) throws TimeoutException {
        await(() -> window.explore().runProperty().get() != null);
        robot.press(KeyCode.CONTROL, KeyCode.R).release(KeyCode.R, KeyCode.CONTROL);
        await(() -> rows(robot) == 2);
        TableView<?> table = robot.lookup("#runs-table").query();
        await(table::isFocused);

        robot.write("/");
        robot.write("relu").type(KeyCode.ENTER);
        await(() -> rows(robot) == 1);
        robot.type(KeyCode.F2).write("Yesterday").type(KeyCode.ENTER);
        await(() -> says("#runs-title", robot).equals("Yesterday"));
        await(table::isFocused);
        robot.type(KeyCode.S);
        await(() -> says("#runs-starIt", robot).equals("Unstar"));

        robot.clickOn("#runs-note").write("Steep at first.");
        robot.type(KeyCode.TAB);
        await(() -> note().equals("Steep at first."));

        robot.clickOn(table).type(KeyCode.DELETE);
        await(() -> rows(robot) == 0);
        robot.clickOn("#undo-delete");
        await(() -> rows(robot) == 1);
        robot.clickOn("#runs-trash");
        await(() -> says("#runs-empty", robot).equals("The trash is empty."));
        assertEquals(Set.of(), silent(robot));
        robot.type(KeyCode.ESCAPE);
        await(() -> rows(robot) == 1);

        robot.clickOn(table).type(KeyCode.ENTER);
        await(() -> window.explore().modeProperty().get() == Mode.EXPLORE);
        assertTrue(workbench.asked().get(workbench.asked().size() - 1).startsWith("resume "));
    }

    private String note() {
        RunStore store = workbench.runs();
        return store.list().stream()
                .filter(run -> run.notes().name().equals("Yesterday"))
                .map(run -> run.notes().note())
                .findFirst()
                .orElse("");
    }

    private static int rows(FxRobot robot) {
        return robot.lookup("#runs-table")
                .tryQuery()
                .map(table -> ((TableView<?>) table).getItems().size())
                .orElse(-1);
    }

    private static Set<String> silent(FxRobot robot) {
        Set<String> silent = new TreeSet<>();
        for (Node control :
                robot.lookup("#runs").lookup(RunsJourneyTest::isForAPerson).queryAll()) {
            if (!control.getProperties().containsKey(Tips.class)) {
                silent.add(control.getId());
            }
        }
        return silent;
    }

    private static boolean isForAPerson(Node node) {
        boolean control = node instanceof ButtonBase || node instanceof TextInputControl;
        return control && node.getId() != null && node.isVisible();
    }

    private static String says(String query, FxRobot robot) {
        return ((Labeled) robot.lookup(query).query()).getText();
    }

    private static void await(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition::getAsBoolean);
    }
}
