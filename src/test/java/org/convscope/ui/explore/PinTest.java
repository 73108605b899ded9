package org.convscope.ui.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.convscope.blueprint.Zoo;
import org.convscope.frame.ColorMap;
import org.convscope.lens.Differences;
import org.convscope.lens.Overview;
import org.convscope.tensor.Shape;
import org.convscope.ui.kit.HandPulse;
import org.convscope.workbench.FakeRun;
import org.convscope.workbench.FakeWorkbench;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PinTest {

    private final FakeRun run = new FakeRun(Zoo.byId("lenet").draw(Shape.of(1, 12, 12), 10, Map.of()));
    private final FakeWorkbench workbench = new FakeWorkbench(run);
    private final ExploreModel explore = new ExploreModel(workbench, new HandPulse());
    private final Pin pin = explore.pin();

    @BeforeEach
    void open() {
        explore.open("any");
    }

    @Test
    void beforeTheFirstStepThereIsNothingToPin() {
        pin.toggle();
        assertEquals(OptionalLong.empty(), pin.stepProperty().get());
        pin.toggleDifference();
        assertFalse(pin.differenceProperty().get());
        assertSame(explore.overviewProperty().get(), pin.pictureProperty().get());
    }

    @Test
    void aPinnedStepIsComparedWithWhatIsLookedAt() {
        pinStepFive();
        explore.momentProperty().set(OptionalLong.empty());
        Pin.Comparison comparison = pin.comparisonProperty().get().orElseThrow();
        assertEquals(5, comparison.pinned().stamp().step());
        assertSame(explore.overviewProperty().get(), comparison.shown());
        assertSame(comparison.shown(), pin.pictureProperty().get(), "the map shows what is until it is asked");
        assertFalse(pin.isDifference());
        assertNotEquals(
                comparison.pinned().prediction().bars(),
                comparison.shown().prediction().bars());
        assertEquals(
                Differences.of(
                                comparison.shown().mosaics().get("conv1"),
                                comparison.pinned().mosaics().get("conv1"))
                        .values(),
                comparison.difference().mosaics().get("conv1").values());
    }

    @Test
    void theMapShowsTheDifferenceButForTheImage() {
        pinStepFive();
        explore.momentProperty().set(OptionalLong.empty());
        pin.toggleDifference();
        assertTrue(pin.isDifference());
        Overview picture = pin.pictureProperty().get();
        assertEquals(8, picture.stamp().step());
        assertEquals(ColorMap.DIVERGING, picture.mosaics().get("pool1").scale(0).map());
        assertEquals(
                explore.overviewProperty().get().mosaics().get("input"),
                picture.mosaics().get("input"));
        assertEquals(explore.overviewProperty().get().prediction(), picture.prediction());
        run.learn(1);
        explore.refresh();
        assertEquals(9, pin.pictureProperty().get().stamp().step(), "it follows what is learned");
        assertTrue(pin.isDifference());
        pin.toggleDifference();
        assertSame(explore.overviewProperty().get(), pin.pictureProperty().get());
        assertEquals(OptionalLong.of(5), pin.stepProperty().get(), "it stays in hand");
    }

    @Test
    void anotherImageIsComparedWithItself() {
        pinStepFive();
        pin.toggleDifference();
        assertEquals(
                0,
                pin.pictureProperty()
                        .get()
                        .mosaics()
                        .get("conv1")
                        .values()
                        .stats()
                        .max(),
                "5 less 5");
        explore.showTestImage(3);
        Pin.Comparison comparison = pin.comparisonProperty().get().orElseThrow();
        assertEquals(
                comparison.shown().mosaics().get("input").values(),
                comparison.pinned().mosaics().get("input").values());
        assertEquals(explore.overviewProperty().get(), comparison.shown());
    }

    @Test
    void aDifferenceWithoutAPinPinsWhatIsLookedAt() {
        learn();
        pin.toggleDifference();
        assertEquals(OptionalLong.of(8), pin.stepProperty().get(), "the nearest recorded step");
        assertTrue(pin.differenceProperty().get());
        pin.toggle();
        assertEquals(OptionalLong.empty(), pin.stepProperty().get());
        assertFalse(pin.differenceProperty().get());
        assertEquals(Optional.empty(), pin.comparisonProperty().get());
        assertSame(explore.overviewProperty().get(), pin.pictureProperty().get());
    }

    @Test
    void anotherRunOrAResetLetsItGo() {
        pinStepFive();
        run.reset();
        assertEquals(OptionalLong.empty(), pin.stepProperty().get());
        pinStepFive();
        workbench.lay(new FakeRun(Zoo.byId("lenet").draw(Shape.of(1, 12, 12), 10, Map.of())));
        explore.open("another");
        assertEquals(OptionalLong.empty(), pin.stepProperty().get());
        assertSame(explore.overviewProperty().get(), pin.pictureProperty().get());
    }

    private void learn() {
        run.learn(5);
        run.learn(3);
        explore.refresh();
    }

    private void pinStepFive() {
        learn();
        explore.momentProperty().set(OptionalLong.of(5));
        pin.toggle();
        assertEquals(OptionalLong.of(5), pin.stepProperty().get());
    }
}
