package org.convscope.ui.dock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.convscope.train.StepStudy;
import org.convscope.train.TrainEvent;
import org.convscope.ui.dock.steer.SteerModel;
import org.convscope.ui.dock.study.StudyModel;
import org.convscope.ui.dock.study.StudyView;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.FxPulse;
import org.convscope.ui.kit.Notices;
import org.convscope.ui.kit.Pulse;
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

/** A teacher turns a knob, mistypes, freezes a layer, and has one step shown. */
@Tag("journey")
@ExtendWith(ApplicationExtension.class)
class SteerJourneyTest {

    private ExploreModel explore;

    @Start
    void open(Stage stage) {
        Theme.LIGHT.apply();
        Pulse pulse = new FxPulse();
        explore = new ExploreModel(new FakeWorkbench(), pulse);
        StudyModel study = new StudyModel(explore, pulse);
        RunModel run = new RunModel(explore, new Notices(report -> {}), pulse);
        DockView dock = new DockView(
                new RunView(run, new SteerModel(explore, pulse), study),
                new StudyView(study, explore.surfaceProperty()),
                study.shownProperty(),
                List.of(new Region()));
        Scene scene = new Scene(dock, 1280, 240);
        Theme.dress(scene);
        stage.setScene(scene);
        stage.show();
        explore.open("lenet-sigmoid");
    }

    @Test
    void aTeacherSteersAndShowsOneStep(FxRobot robot) throws TimeoutException {
        await(() -> explore.runProperty().get() != null);
        FakeRun run = (FakeRun) explore.runProperty().get();
        robot.clickOn("#tab-steer");
        type("#steer-learning-rate", "0.05", robot);
        await(() -> run.steering().learningRate() == 0.05);
        await(() -> !node("#steer-back", robot).isDisabled());
        type("#steer-learning-rate", "fast", robot);
        await(() -> text("#steer-message", robot).startsWith("The learning rate cannot be that."));
        assertEquals(0.05, run.steering().learningRate());
        assertEquals("fast", ((TextField) node("#steer-learning-rate", robot)).getText(), "nothing is lost");
        assertTrue(node("#steer-momentum", robot).isDisabled());
        robot.interact(() -> ((CheckBox) node("#steer-freeze-conv1", robot)).fire());
        await(() -> run.steering().frozen().equals(Set.of("conv1")));
        robot.interact(() -> ((Button) node("#steer-back", robot)).fire());
        await(() -> run.steering().frozen().isEmpty());
        await(() -> !((CheckBox) node("#steer-freeze-conv1", robot)).isSelected());

        robot.clickOn("#study-toggle");
        await(() -> node("#study-instead", robot).isVisible());
        robot.interact(() -> {
            run.learn(1);
            run.tell(new TrainEvent.StepStudied(study(run)));
        });
        await(() -> !robot.lookup("#study-after").queryAll().isEmpty());
        assertEquals("2.250", text("#study-after", robot));
        robot.interact(() -> ((Hyperlink) node("#study-layer-conv2", robot)).fire());
        await(() -> explore.selectionProperty().get().node().equals("conv2"));
        robot.clickOn("#study-toggle");
        await(() -> !node("#study", robot).isVisible());
    }

    private static StepStudy study(FakeRun run) {
        StepStudy.Guess guess = new StepStudy.Guess(1, 0.1);
        return new StepStudy(
                run.progress().step(),
                16,
                0.1,
                2.3,
                new StepStudy.Look(2.3, 0.1),
                new StepStudy.Look(2.25, 0.2),
                List.of(new StepStudy.Example(0, 1, 2, guess, guess)),
                List.of(new StepStudy.Layer("conv1", 1, 0.1, 1), new StepStudy.Layer("conv2", 1, 0.1, 0)));
    }

    private static void type(String query, String text, FxRobot robot) {
        robot.clickOn(query);
        robot.interact(((TextField) node(query, robot))::selectAll);
        robot.write(text).type(KeyCode.ENTER);
    }

    private static Node node(String query, FxRobot robot) {
        return robot.lookup(query).query();
    }

    private static String text(String query, FxRobot robot) {
        return ((Labeled) node(query, robot)).getText();
    }

    private static void await(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition::getAsBoolean);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
