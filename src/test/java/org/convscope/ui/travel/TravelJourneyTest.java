package org.convscope.ui.travel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerLight;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.convscope.blueprint.Zoo;
import org.convscope.tensor.Shape;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.FxPulse;
import org.convscope.ui.map.NetworkMapView;
import org.convscope.workbench.FakeRun;
import org.convscope.workbench.FakeWorkbench;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A person goes back to the first weights, sees what has changed since, and plays on to now. */
@Tag("journey")
@ExtendWith(ApplicationExtension.class)
class TravelJourneyTest {

    private FakeRun run;
    private ExploreModel explore;

    @Start
    void open(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        FxPulse pulse = new FxPulse();
        run = new FakeRun(Zoo.byId("lenet").draw(Shape.of(1, 12, 12), 10, Map.of()));
        explore = new ExploreModel(new FakeWorkbench(run), pulse);
        NetworkMapView map = new NetworkMapView(explore, pulse);
        VBox.setVgrow(map, Priority.ALWAYS);
        stage.setScene(
                new Scene(new VBox(map, new TravelView(new TravelModel(explore, pulse), explore.pin())), 1040, 690));
        stage.show();
        explore.begin(FakeWorkbench.SMALL);
    }

    @Test
    void aPersonGoesBackComparesAndPlaysOn(FxRobot robot) throws TimeoutException {
        waitFor(() -> explore.pictures().paintedProperty().get() != null);
        assertTrue(robot.lookup("#travel-forward").queryButton().isDisabled());
        robot.interact(() -> {
            run.learn(20);
            run.learn(1);
            run.learn(4);
        });
        waitFor(() -> painted(25));

        Slider slider = robot.lookup("#travel-slider").queryAs(Slider.class);
        robot.interact(slider::requestFocus);
        robot.type(KeyCode.HOME);
        waitFor(() -> painted(0));
        assertEquals("step 0, recorded", text(robot, "#map-stale"));

        robot.clickOn("#travel-pin").clickOn("#travel-next").clickOn("#travel-difference");
        waitFor(() -> explore.pin().isDifference() && painted(20));
        assertEquals("step 20 less step 0", text(robot, "#map-stale"));

        robot.clickOn("#travel-pin");
        waitFor(() -> !explore.pin().isDifference());
        robot.clickOn("#travel-forward");
        waitFor(() -> explore.momentProperty().get().equals(OptionalLong.empty()) && painted(25));
        assertEquals("", text(robot, "#map-stale"));
        assertEquals(slider.getMax(), slider.getValue());
    }

    private boolean painted(long step) {
        return explore.pictures().paintedProperty().get() != null
                && explore.pictures().paintedProperty().get().stamp().step() == step;
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    private static void waitFor(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
