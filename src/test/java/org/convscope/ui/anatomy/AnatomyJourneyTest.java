package org.convscope.ui.anatomy;

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
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
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

/** From the open network to two beside each other and back, by keys. */
@Tag("journey")
@ExtendWith(ApplicationExtension.class)
class AnatomyJourneyTest {

    @TempDir
    private Path folder;

    private ConvScopeWindow window;

    @Start
    void open(Stage stage) {
        System.setProperty(Remembered.FOLDER_PROPERTY, folder.toString());
        stage.setWidth(1280);
        stage.setHeight(720);
        Panels panels = new Panels(
                (explore, pulse) -> new Region(),
                (explore, pulse) -> new Region(),
                (explore, pulse) -> new Region(),
                (explore, pulse) -> new Region(),
                AnatomyView::new,
                List.of());
        window = new ConvScopeWindow(stage, new FakeWorkbench(), panels, Optional.empty(), name -> {});
        window.show();
    }

    @AfterEach
    void forget() {
        System.clearProperty(Remembered.FOLDER_PROPERTY);
    }

    @Test
    void aPersonCountsLaysTwoBesideEachOtherAndTakesTheTableAlong(FxRobot robot) throws TimeoutException {
        await(() -> window.explore().runProperty().get() != null);
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT3).release(KeyCode.DIGIT3, KeyCode.CONTROL);
        await(() -> robot.lookup("#anatomy-parameters").tryQuery().isPresent());
        await(() -> !says("#anatomy-parameters", robot).equals("–"));
        ListView<?> rows = robot.lookup("#anatomy-rows").query();
        await(rows::isFocused);
        int closed = rows.getItems().size();
        robot.type(KeyCode.DOWN).type(KeyCode.RIGHT);
        await(() -> rows.getItems().size() > closed);
        robot.type(KeyCode.DOWN);
        await(() -> window.explore().selectionProperty().get() != null);

        robot.clickOn("#anatomy-compare");
        await(() -> !says("#anatomy-parameters-b", robot).isEmpty());
        robot.clickOn("#anatomy-copy-csv");
        await(() -> says("#anatomy-news", robot).startsWith("Copied"));
        robot.interact(
                () -> assertTrue(Clipboard.getSystemClipboard().getString().startsWith("likeness,left_node")));

        Set<String> silent = new TreeSet<>();
        for (Node control : robot.lookup("#anatomy")
                .lookup(AnatomyJourneyTest::isForAPerson)
                .queryAll()) {
            if (!control.getProperties().containsKey(Tips.class)) {
                silent.add(control.getId());
            }
        }
        assertEquals(Set.of(), silent);
        robot.clickOn("#mode-explore");
        assertEquals(Mode.EXPLORE, window.explore().modeProperty().get());
    }

    private static boolean isForAPerson(Node node) {
        boolean control =
                node instanceof ButtonBase || node instanceof ComboBoxBase || node instanceof TextInputControl;
        return control && node.getId() != null && node.isVisible();
    }

    private static String says(String query, FxRobot robot) {
        return ((Labeled) robot.lookup(query).query()).getText();
    }

    private static void await(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition::getAsBoolean);
    }
}
