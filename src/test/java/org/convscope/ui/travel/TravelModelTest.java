package org.convscope.ui.travel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.convscope.blueprint.Zoo;
import org.convscope.tensor.Shape;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.HandPulse;
import org.convscope.ui.kit.Texts;
import org.convscope.workbench.FakeRun;
import org.convscope.workbench.FakeWorkbench;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TravelModelTest {

    private final FakeRun run = new FakeRun(Zoo.byId("lenet").draw(Shape.of(1, 12, 12), 10, Map.of()));
    private final FakeWorkbench workbench = new FakeWorkbench(run);
    private final HandPulse pulse = new HandPulse();
    private final ExploreModel explore = new ExploreModel(workbench, pulse);
    private final TravelModel model = new TravelModel(explore, pulse);

    @BeforeEach
    void open() {
        Texts.language().set(Locale.ENGLISH);
        explore.open("any");
    }

    @Test
    void beforeTheFirstStepThereIsNowhereToGo() {
        assertFalse(model.canTravel().get());
        assertEquals("", model.place().get());
        assertTrue(
                model.emptiness().get().contains("recorded here"),
                model.emptiness().get());
        model.previous();
        model.playForward();
        model.playBackward();
        model.now();
        assertEquals(OptionalLong.empty(), explore.momentProperty().get());
        assertEquals(0, model.directionProperty().get());
    }

    @Test
    void aNetworkThatIsOnlyLookedAtSaysSo() {
        run.from(Path.of("other.h5"), true);
        explore.open("other");
        assertTrue(
                model.emptiness().get().contains("only looked at"),
                model.emptiness().get());
    }

    @Test
    void aStepIsLookedAtWhileTheTrainingGoesOn() {
        run.learn(5);
        run.learn(1);
        assertEquals(List.of(0L, 5L, 6L), model.stepsProperty().get());
        assertEquals(3, model.positionProperty().get(), "now");
        assertEquals("now · step 6 · epoch 1", model.place().get());
        model.positionProperty().set(1);
        assertEquals(OptionalLong.of(5), explore.momentProperty().get());
        assertEquals(5, explore.overviewProperty().get().stamp().step());
        assertEquals("step 5 · epoch 1 · recorded", model.place().get());
        run.learn(2);
        assertEquals(5, explore.overviewProperty().get().stamp().step());
        pulse.beat(60);
        assertEquals(5, explore.overviewProperty().get().stamp().step(), "no picture of now comes between");
        assertEquals(1, model.positionProperty().get());
        model.now();
        assertEquals(8, explore.overviewProperty().get().stamp().step());
        assertEquals(4, model.positionProperty().get());
    }

    @Test
    void theLayersFareAsThoseOfTheStepThatIsLookedAt() {
        run.learn(5);
        run.learn(1);
        pulse.beat(60);
        assertEquals(6, explore.pictures().healthProperty().get().stamp().step());
        model.positionProperty().set(1);
        pulse.beat();
        assertEquals(
                6, explore.pictures().healthProperty().get().stamp().step(), "whoever travels on need not wait for it");
        pulse.beat(60);
        assertEquals(5, explore.pictures().healthProperty().get().stamp().step());
    }

    @Test
    void oneStepBackAndForth() {
        run.learn(5);
        run.learn(1);
        model.previous();
        assertEquals(OptionalLong.of(6), explore.momentProperty().get());
        model.previous();
        model.previous();
        model.previous();
        assertEquals(OptionalLong.of(0), explore.momentProperty().get(), "and no further");
        assertEquals("step 0 · recorded", model.place().get());
        model.next();
        assertEquals(OptionalLong.of(5), explore.momentProperty().get());
        model.next();
        model.next();
        assertEquals(OptionalLong.empty(), explore.momentProperty().get());
    }

    @Test
    void itPlaysOnWhenAStepIsPaintedAndRestsAtTheEnd() {
        run.learn(5);
        run.learn(1);
        model.playForward();
        assertEquals(OptionalLong.of(0), explore.momentProperty().get(), "from now it begins with the first");
        pulse.beat();
        assertEquals(OptionalLong.of(0), explore.momentProperty().get(), "not painted yet");
        explore.pictures().paint(explore.overviewProperty().get());
        pulse.beat();
        assertEquals(OptionalLong.of(5), explore.momentProperty().get());
        for (int i = 0; i < 2; i++) {
            explore.pictures().paint(explore.overviewProperty().get());
            pulse.beat();
        }
        assertEquals(OptionalLong.empty(), explore.momentProperty().get());
        assertEquals(0, model.directionProperty().get());
        model.playBackward();
        pulse.beat();
        assertEquals(OptionalLong.of(6), explore.momentProperty().get());
        model.playForward();
        assertEquals(0, model.directionProperty().get(), "whatever plays, either button rests");
    }

    @Test
    void whatIsThinnedOutMovesNobody() {
        run.learn(5);
        run.learn(1);
        run.learn(1);
        model.positionProperty().set(2);
        run.letGo(5);
        run.learn(1);
        assertEquals(List.of(0L, 6L, 7L, 8L), model.stepsProperty().get());
        assertEquals(OptionalLong.of(6), explore.momentProperty().get());
        assertEquals(1, model.positionProperty().get());
        run.letGo(6);
        run.learn(1);
        assertEquals(OptionalLong.of(6), explore.momentProperty().get(), "it stands on the screen");
        explore.showTestImage(2);
        assertEquals(OptionalLong.of(7), explore.momentProperty().get(), "another image is that of the nearest step");
    }

    @Test
    void epochsHaveMarksAtTheirEnds() {
        run.learn(20);
        run.learn(3);
        run.learn(17);
        run.learn(1);
        assertEquals(List.of(0L, 20L, 23L, 40L, 41L), model.stepsProperty().get());
        assertEquals(List.of(1, 3), model.marksProperty().get());
        model.positionProperty().set(3);
        assertEquals("step 40 · epoch 2 · recorded", model.place().get());
    }

    @Test
    void aResetLeadsBackToNow() {
        run.learn(5);
        model.positionProperty().set(0);
        run.reset();
        assertEquals(OptionalLong.empty(), explore.momentProperty().get());
        assertEquals(List.of(), model.stepsProperty().get());
        assertEquals(0, model.positionProperty().get());
    }
}
