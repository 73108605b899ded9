package org.convscope.ui.mistakes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.HandPulse;
import org.convscope.ui.kit.Remembered;
import org.convscope.workbench.FakeWorkbench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchModelTest {

    @TempDir
    private Path folder;

    private final FakeWorkbench workbench = new FakeWorkbench();
    private final HandPulse pulse = new HandPulse();
    private final ExploreModel explore = new ExploreModel(workbench, pulse);

    @Test
    void theFirstOfEachClassIsWatchedUntilAPersonWishesOthers() {
        WatchModel model = model();
        explore.open("lenet-sigmoid");
        assertEquals(
                List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), model.imagesProperty().get());
        assertFalse(model.isChanged());
        explore.showTestImage(42);
        assertTrue(model.mayPin());
        model.pin();
        assertFalse(model.mayPin(), "it is watched already");
        model.unpin(0);
        assertEquals(
                List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 42), model.imagesProperty().get());
        assertEquals(model.imagesProperty().get(), model.answersProperty().get().images());

        WatchModel nextDay = model();
        assertEquals(model.imagesProperty().get(), nextDay.imagesProperty().get());
        assertTrue(nextDay.isChanged());
        nextDay.watchFirst();
        assertFalse(nextDay.isChanged());
    }

    @Test
    void whatWasRememberedWrongIsForgotten() {
        Remembered.in(folder).put("watched.squares", "1 7 7 100000 x");
        WatchModel model = model();
        explore.open("lenet-sigmoid");
        assertFalse(model.isChanged());
        Remembered.in(folder).put("watched.squares", "1 7 7 100000");
        explore.open("lenet-sigmoid");
        assertEquals(List.of(1, 7), model().imagesProperty().get());
    }

    @Test
    void asMuchIsAskedAsTheNetworkCanBear() {
        WatchModel model = model();
        explore.open("lenet-sigmoid");
        int before = asked();
        model.seenProperty().set(true);
        for (int i = 0; i < WatchModel.TICKS_PER_SECOND; i++) {
            workbench.run().learn(1);
            pulse.beat();
        }
        int asked = asked() - before;
        assertTrue(asked >= 1 && asked <= WatchModel.TICKS_PER_SECOND, asked + " times a second");
        pulse.beat(20 * WatchModel.TICKS_PER_SECOND);
        int rested = asked();
        pulse.beat(20 * WatchModel.TICKS_PER_SECOND);
        assertEquals(rested, asked(), "a network that rests says the same");
    }

    @Test
    void theTrailSaysHowSureItHasBeenAndEndsWithAReset() {
        WatchModel model = model();
        explore.open("lenet-sigmoid");
        for (int i = 0; i < 3; i++) {
            workbench.run().learn(5);
            pulse.beat(60 * WatchModel.TICKS_PER_SECOND);
        }
        List<Long> steps = model.trail(3).stream().map(Trail.Point::step).toList();
        assertEquals(List.of(0L, 5L, 10L, 15L), steps);
        assertEquals(
                model.answersProperty().get().probability(3, 3),
                model.trail(3).get(3).value());
        workbench.run().reset();
        assertEquals(1, model.trail(3).size());
    }

    @Test
    void whoLooksAtThePastSeesWhatTheNetworkSaidThen() {
        WatchModel model = model();
        explore.open("lenet-sigmoid");
        workbench.run().learn(9);
        explore.momentProperty().set(OptionalLong.of(4));
        assertTrue(workbench.run().asked().contains("answers of 4"));
        int trail = model.trail(3).size();
        int asked = workbench.run().asked().size();
        pulse.beat(60 * WatchModel.TICKS_PER_SECOND);
        assertEquals(asked, workbench.run().asked().size(), "the past does not change");
        explore.momentProperty().set(OptionalLong.empty());
        assertEquals(trail + 1, model.trail(3).size(), "the trail goes on with the step of now");
    }

    private int asked() {
        return Collections.frequency(workbench.run().asked(), "answers");
    }

    private WatchModel model() {
        return new WatchModel(explore, pulse, Remembered.in(folder));
    }
}
