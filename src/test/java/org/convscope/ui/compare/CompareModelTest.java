package org.convscope.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.convscope.frame.Mosaic;
import org.convscope.spec.Contrast;
import org.convscope.spec.Contrasts;
import org.convscope.train.TrainEvent;
import org.convscope.train.TrainState;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.explore.Mode;
import org.convscope.ui.kit.HandPulse;
import org.convscope.ui.kit.Texts;
import org.convscope.workbench.FakeRun;
import org.convscope.workbench.FakeWorkbench;
import org.convscope.workbench.OpenRun;
import org.junit.jupiter.api.Test;

/** What a comparison does, without a window. */
class CompareModelTest {

    private static final Contrast TWO = new Contrast(
            "activation",
            List.of(
                    new Contrast.Side("sigmoid", FakeWorkbench.lenet(Map.of("activation", "sigmoid"))),
                    new Contrast.Side("ReLU", FakeWorkbench.lenet(Map.of("activation", "relu")))));

    private final FakeWorkbench workbench = new FakeWorkbench();
    private final HandPulse pulse = new HandPulse();
    private final ExploreModel explore = new ExploreModel(workbench, pulse);
    private final CompareModel model = new CompareModel(explore, pulse, new Random(1));

    @Test
    void aClickBeginsAllRunsOfAContrastAndTrainsThem() {
        model.start(TWO);
        assertEquals(2, model.sidesProperty().get().size());
        assertEquals("sigmoid", side(0).name());
        assertEquals(List.of("play"), run(0).asked());
        assertEquals(List.of("play"), run(1).asked());
        assertTrue(model.learningProperty().get());
        assertNotNull(side(0).overviewProperty().get());
        assertFalse(model.openingProperty().get());
    }

    @Test
    void whileTheyLearnTheirPicturesFollow() {
        model.start(TWO);
        model.inSightProperty().set(Set.of(0, 3));
        run(0).learn(1);
        pulse.beat(5);
        assertEquals(1, side(0).overviewProperty().get().stamp().step());
        assertEquals(
                Set.of("conv1", "conv2", "softmax"),
                side(0).overviewProperty().get().mosaics().keySet());
        assertEquals(0, side(1).overviewProperty().get().stamp().step());
    }

    @Test
    void togetherNobodyIsAheadAndFreelyNobodyIsHeld() {
        model.start(TWO);
        assertEquals(1, run(0).bound());
        run(0).learn(1);
        assertEquals(1, run(0).bound(), "waits for the other");
        model.togetherProperty().set(false);
        assertEquals(Long.MAX_VALUE, run(0).bound());
    }

    @Test
    void oneImageAndOneSelectionForAll() {
        model.start(TWO);
        model.show(-1);
        assertEquals(199, model.imageProperty().get());
        assertEquals(input(0), input(1));
        model.walk(0, 0);
        assertEquals(new Spot(0, 0, null), model.selectionProperty().get());
        model.walk(3, 15);
        assertEquals(new Spot(3, 15, null), model.selectionProperty().get());
        model.walk(0, 1);
        assertEquals(new Spot(3, 0, null), model.selectionProperty().get());
        model.showClass(4);
        assertEquals(4, run(0).dataset().test().label(model.imageProperty().get()));
    }

    @Test
    void sharedScalesAreTheSameInAllRunsAndHoldBoth() {
        model.start(TWO);
        Scales own =
                Scales.of(model.sidesProperty().get(), model.slotsProperty().get(), false);
        Scales shared =
                Scales.of(model.sidesProperty().get(), model.slotsProperty().get(), true);
        for (int slot = 0; slot < model.slotsProperty().get().size(); slot++) {
            Mosaic a = shared.mosaic(0, slot).orElseThrow();
            Mosaic b = shared.mosaic(1, slot).orElseThrow();
            if (a.scale(0).map() == b.scale(0).map()) {
                assertEquals(a.scale(0), b.scale(0));
                assertEquals(
                        own.mosaic(0, slot)
                                .orElseThrow()
                                .scale(0)
                                .with(own.mosaic(1, slot).orElseThrow().scale(0)),
                        a.scale(0));
            }
        }
    }

    @Test
    void whatDiffersIsSaidInWords() {
        model.start(TWO);
        Sameness same = model.sameness().orElseThrow();
        assertEquals("differs in activation", Words.differs(same));
        assertEquals("same seed, same batches, same initial weights", Words.sameness(same));
    }

    @Test
    void aRunThatDivergesSaysSoAndTheOthersGoOn() {
        model.start(TWO);
        run(0).learn(20);
        run(0).diverge();
        assertEquals(TrainState.DIVERGED, side(0).progressProperty().get().state());
        assertEquals(20, side(0).scores().ended().step());
        assertTrue(model.learningProperty().get());
        assertEquals(1, run(1).bound(), "the other is not held by it");
    }

    @Test
    void closingRecordsAndClosesWhatWasOpenedForIt() {
        model.start(TWO);
        OpenRun first = side(0).run();
        model.clear();
        assertEquals(List.of(), model.sidesProperty().get());
        assertTrue(((FakeRun) first).asked().contains("close"));
        assertFalse(model.learningProperty().get());
    }

    @Test
    void whatComesAfterItWasClosedIsClosedAgain() {
        CompletableFuture<Void> gate = new CompletableFuture<>();
        workbench.openWith(gate);
        model.start(TWO);
        assertTrue(model.openingProperty().get());
        model.clear();
        gate.complete(null);
        assertEquals(List.of(), model.sidesProperty().get());
        assertTrue(workbench.run().asked().contains("close"));
    }

    @Test
    void theRunOfExploreIsComparedAsItIsAndLeftOpen() {
        explore.begin(FakeWorkbench.SMALL);
        FakeRun open = workbench.run();
        model.addOpen();
        model.addOpen();
        model.add("lenet-relu");
        assertEquals(2, model.sidesProperty().get().size(), "it is there once");
        model.clear();
        assertFalse(open.asked().contains("close"));
    }

    @Test
    void whatExploreLeavesIsComparedNoMore() {
        explore.begin(FakeWorkbench.SMALL);
        model.addOpen();
        model.add("lenet-relu");
        explore.begin(FakeWorkbench.SMALL);
        assertEquals(1, model.sidesProperty().get().size());
    }

    @Test
    void openingARunInExploreHandsItOver() {
        model.start(TWO);
        Side first = side(0);
        model.openInExplore(first);
        assertEquals(Mode.EXPLORE, explore.modeProperty().get());
        assertEquals(first.run(), explore.runProperty().get());
        model.clear();
        assertFalse(((FakeRun) first.run()).asked().contains("close"));
    }

    @Test
    void scoresAreFoundByTheImagesSeen() {
        Scores scores = new Scores(10);
        assertNull(scores.last());
        scores.add(new TrainEvent.StepDone(50, 1, 2, 0.2, 0.1, 5, 12_800));
        scores.add(new TrainEvent.SampleScored(50, 1, 2.1, 0.25));
        scores.add(new TrainEvent.StepDone(235, 1, 1, 0.5, 0.1, 5, 60_000));
        scores.add(new TrainEvent.SampleScored(100, 1, 1.1, 0.55));
        assertNull(scores.at(12_799));
        assertEquals(0.25, scores.at(12_800).accuracy());
        assertEquals(0.25, scores.at(59_999).accuracy());
        assertEquals(0.55, scores.last().accuracy());
        assertEquals(2.303, scores.guessing(), 0.001);
    }

    @Test
    void everyContrastHasATitleAndSaysWhatToWatchInBothLanguages() {
        for (Locale language : Texts.LANGUAGES) {
            Texts.language().set(language);
            for (Contrast contrast : Contrasts.ALL) {
                assertFalse(Texts.get("compare.title." + contrast.id()).isBlank());
                assertFalse(Texts.get("compare.watch." + contrast.id()).isBlank());
            }
        }
        Texts.language().set(Locale.ENGLISH);
    }

    private Object input(int side) {
        return side(side).overviewProperty().get().mosaics().get("input").values();
    }

    private Side side(int index) {
        return model.sidesProperty().get().get(index);
    }

    private FakeRun run(int index) {
        return (FakeRun) side(index).run();
    }
}
