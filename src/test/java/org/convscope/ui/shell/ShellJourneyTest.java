package org.convscope.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.convscope.ui.kit.Remembered;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Tips;
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

/** One walk through the frame, as a person takes it, over a fake run. */
@Tag("journey")
@ExtendWith(ApplicationExtension.class)
class ShellJourneyTest {

    @TempDir
    private Path folder;

    private final FakeWorkbench workbench = new FakeWorkbench();
    private final List<String> besides = new ArrayList<>();
    private final Region map = new Region();
    private Stage stage;

    @Start
    void open(Stage shown) {
        System.setProperty(Remembered.FOLDER_PROPERTY, folder.toString());
        stage = shown;
        stage.setWidth(1280);
        stage.setHeight(720);
        Panels panels = new Panels(
                (explore, pulse) -> map,
                (explore, pulse) -> new Region(),
                (explore, pulse) -> new Region(),
                (explore, pulse) -> new Region(),
                (explore, pulse) -> new Region(),
                List.of((explore, pulse) -> new Region()));
        new ConvScopeWindow(stage, workbench, panels, Optional.empty(), besides::add).show();
    }

    @AfterEach
    void forget(FxRobot robot) {
        System.clearProperty(Remembered.FOLDER_PROPERTY);
        robot.interact(() -> Texts.language().set(Locale.ENGLISH));
    }

    @Test
    void aPersonTrainsPicksImagesAndClosesWithNothingLost(FxRobot robot) throws TimeoutException {
        await(() -> isWhole(robot));
        await(() -> says("#state-chip", "ready", robot));

        robot.clickOn("#step");
        await(() -> says("#place", "Epoch 1 / 10 · batch 1 / 4", robot));
        robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
        await(() -> says("#state-chip", "training · epoch 1 / 10", robot));
        assertTrue(node("#step", robot).isDisabled());
        robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
        await(() -> says("#state-chip", "paused · epoch 1 / 10 · step 1", robot));

        robot.press(KeyCode.PAGE_DOWN).release(KeyCode.PAGE_DOWN);
        robot.clickOn("#next-image");
        await(() -> says("#subject-name", "test image 2 · 1×28×28", robot));
        robot.doubleClickOn("#image-index").write("500");
        assertTrue(node("#image-index-problem", robot).isVisible());
        robot.doubleClickOn("#image-index").write("41").type(KeyCode.ENTER);
        await(() -> says("#subject-label", "square 1", robot));
        assertFalse(node("#image-index-problem", robot).isVisible());

        robot.clickOn("#theme");
        robot.clickOn("#fold-input");
        await(() -> !node("#input", robot).getParent().isVisible());
        robot.press(KeyCode.F6).release(KeyCode.F6);
        await(() -> node("#input", robot).getParent().isVisible());
        robot.press(KeyCode.F1).release(KeyCode.F1);
        robot.clickOn("#close-shortcuts");

        robot.clickOn("#network-chip");
        robot.clickOn("#beside-lenet-sigmoid");
        assertEquals(List.of("lenet-sigmoid"), besides);
        robot.clickOn("#network-chip");
        await(() -> says("#open-20261124-120000-lenet-000001", "20261124-120000-lenet-000001 · damaged", robot));
        robot.doubleClickOn("#new-rate").write("fast");
        await(() -> node("#begin", robot).isDisabled());
        robot.doubleClickOn("#new-rate").write("0.5");
        robot.clickOn("#begin");
        await(() -> says("#state-chip", "ready", robot));
        assertEquals(0.5, workbench.run().scenario().plan().learningRate());
        robot.clickOn("#go-back");
        await(() -> workbench.asked().contains("resume " + Path.of("runs", "run-1")));

        CompletableFuture<Void> recording = new CompletableFuture<>();
        workbench.closeWith(recording);
        robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        await(() -> node("#saving", robot).isVisible());
        assertTrue(stage.isShowing());
        recording.complete(null);
        await(() -> !stage.isShowing());
    }

    @Test
    void everythingSaysWhatItIsInTheLanguageOfNowAndEscapeClearsNotices(FxRobot robot) throws TimeoutException {
        await(() -> isWhole(robot));
        await(() -> says("#state-chip", "ready", robot));
        robot.clickOn("#language");
        await(() -> "全部类别".equals(chosen("#class-filter", robot)));
        robot.clickOn("#language");
        await(() -> "all classes".equals(chosen("#class-filter", robot)));

        robot.interact(() -> {
            press(KeyEvent.KEY_PRESSED);
            press(KeyEvent.KEY_PRESSED);
            press(KeyEvent.KEY_RELEASED);
        });
        assertEquals(Locale.SIMPLIFIED_CHINESE, Texts.language().get(), "a key that is held changes it once");
        robot.clickOn("#language");

        robot.press(KeyCode.F1).release(KeyCode.F1);
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        await(() -> map.isFocused());

        robot.clickOn("#network-chip");
        Set<String> silent = new TreeSet<>();
        for (Node control : robot.lookup(ShellJourneyTest::isForAPerson).queryAll()) {
            if (!control.getProperties().containsKey(Tips.class)) {
                silent.add(control.getId() + " " + control);
            }
        }
        assertEquals(Set.of(), silent);

        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        robot.interact(() -> workbench.run().diverge());
        await(() -> robot.lookup("#gentler").tryQuery().isPresent());
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        await(() -> robot.lookup("#gentler").tryQuery().isEmpty());
    }

    private void press(EventType<KeyEvent> event) {
        Event.fireEvent(map, new KeyEvent(event, "l", "l", KeyCode.L, false, false, false, false));
    }

    private static boolean isForAPerson(Node node) {
        boolean control = node instanceof ButtonBase
                || node instanceof ComboBoxBase
                || node instanceof Slider
                || node instanceof TextInputControl;
        return control && node.getId() != null && node.isVisible() && node.getScene() != null;
    }

    private static String chosen(String chooser, FxRobot robot) {
        return ((ComboBox<?>) node(chooser, robot)).getButtonCell().getText();
    }

    private static Node node(String query, FxRobot robot) {
        return robot.lookup(query).query();
    }

    private static boolean says(String query, String text, FxRobot robot) {
        return text.equals(((Labeled) node(query, robot)).getText());
    }

    /** What stands around the map comes a moment after it. */
    private static boolean isWhole(FxRobot robot) {
        return List.of("#state-chip", "#step", "#next-image").stream()
                .allMatch(id -> robot.lookup(id).tryQuery().isPresent());
    }

    private static void await(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition::getAsBoolean);
    }
}
