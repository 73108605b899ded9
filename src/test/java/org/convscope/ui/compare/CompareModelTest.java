package org.convscope.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.convscope.frame.Mosaic;
import org.convscope.lens.Pairing;
import org.convscope.spec.Contrast;
import org.convscope.spec.Contrasts;
import org.convscope.tensor.Tensor;
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
    private final CompareModel model = new CompareModel(explore, pulse, new Random(1), Runnable::run);

    @Test
    void aClickBeginsAllRunsOfAContrastAndTrainsThem() {
        model.start(TWO);
        assertEquals(2, model.sidesProperty().get().size());
        assertEquals("sigmoid", side(0).name());
        assertEquals(List.of("play"), run(0).asked());
        assertEquals(List.of("play"), run(1).asked());
        assertTrue(model.learningProperty().get());
        assertTrue(explore.comparingProperty().get(), "told wherever one looks");
        assertNotNull(side(0).overviewProperty().get());
        assertFalse(model.openingProperty().get());
    }

    @Test
    void whileTheyLearnTheirPicturesFollow() {
        model.start(TWO);
        model.gaze().inSightProperty().set(Set.of(0, 3));
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
        model.gaze().show(-1);
        assertEquals(199, model.gaze().imageProperty().get());
        assertEquals(input(0), input(1));
        model.gaze().walk(0, 0);
        assertEquals(new Spot(0, 0, null), model.gaze().selectionProperty().get());
        model.gaze().walk(3, 15);
        assertEquals(new Spot(3, 15, null), model.gaze().selectionProperty().get());
        model.gaze().walk(0, 1);
        assertEquals(new Spot(3, 0, null), model.gaze().selectionProperty().get());
        model.gaze().showClass(4);
        assertEquals(
                4, run(0).dataset().test().label(model.gaze().imageProperty().get()));
    }

    @Test
    void sharedScalesAreTheSameInAllRunsAndHoldBoth() {
        model.start(TWO);
        model.sharedScalesProperty().set(false);
        Scales own = model.scales();
        model.sharedScalesProperty().set(true);
        Scales shared = model.scales();
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
    void whatTheFirstHasMoreThanAnotherStandsInARowOfItsOwn() {
        model.start(TWO);
        model.differencesProperty().set(true);
        Scales shown = model.scales();
        Tensor first = shown.mosaic(0, 1).orElseThrow().values();
        Tensor second = shown.mosaic(1, 1).orElseThrow().values();
        Tensor difference = shown.mosaic(2, 1).orElseThrow().values();
        assertEquals(first.flat(100) - second.flat(100), difference.flat(100), 1e-6);
        model.differencesProperty().set(false);
        assertTrue(model.scales().mosaic(2, 1).isEmpty());
    }

    @Test
    void mapsAreMatchedByWhatTheyAreLikeAndOnlyIfWished() {
        model.start(TWO);
        model.matching().wishedProperty().set(true);
        Pairing pairing = model.matching().pairingsProperty().get().get(1).get(0);
        assertEquals(List.of(0, 1, 2, 3, 4, 5), pairing.partners(), "they begin with the same weights");
        pairing.correlations().forEach(correlation -> assertEquals(1, correlation, 1e-4));
        model.matching().wishedProperty().set(false);
        assertEquals(Map.of(), model.matching().pairingsProperty().get());
    }

    @Test
    void mapsAreMatchedAnewWithEachEpochAndWhenTheRunsRest() {
        model.start(TWO);
        model.matching().wishedProperty().set(true);
        int epoch = (int) run(0).progress().stepsPerEpoch();
        learn(epoch - 1);
        assertEquals(OptionalLong.of(0), matchedAt(), "not with each step");
        learn(1);
        assertEquals(OptionalLong.of(epoch), matchedAt(), "an epoch is over");
        learn(2);
        assertEquals(OptionalLong.of(epoch), matchedAt());
        model.playOrPause();
        assertEquals(OptionalLong.of(epoch + 2), matchedAt(), "at rest it is what is seen");
        model.matching().wishedProperty().set(false);
        assertEquals(OptionalLong.empty(), matchedAt());
        model.step();
        assertEquals(OptionalLong.empty(), matchedAt(), "only if wished");
    }

    private void learn(int steps) {
        run(0).learn(steps);
        run(1).learn(steps);
    }

    private OptionalLong matchedAt() {
        return model.matching().stepProperty().get();
    }

    @Test
    void repeatsComeFromOtherSeedsOneAfterTheOtherAndGiveTheRange() {
        model.start(TWO);
        Scores.Point own = score(run(0), 2.0);
        model.repeat();
        assertEquals(4, model.repeated());
        FakeRun repeat = workbench.run();
        assertEquals(1, repeat.scenario().plan().seed());
        assertEquals("sigmoid", repeat.scenario().options().get("activation"));
        score(repeat, 1.0);
        Band band = Band.of(side(0).scores(), side(0).repeats(), Scores.Point::loss);
        assertEquals(List.of(own.images()), band.images());
        assertEquals(List.of(1.0), band.low());
        assertEquals(List.of(2.0), band.high());
        repeat.endAs(TrainState.FINISHED, 5);
        assertTrue(repeat.asked().contains("close"));
        assertEquals(1, model.repeatedDone());
        assertEquals("relu", workbench.run().scenario().options().get("activation"));
        FakeRun running = workbench.run();
        model.clear();
        assertTrue(running.asked().contains("close"));
        assertEquals(0, model.repeated());
    }

    @Test
    void theAccuracyIsThatOfTheMomentThatIsLookedAt() {
        model.start(TWO);
        run(0).learn(5);
        run(0).tell(new TrainEvent.SampleScored(5, 1, 2, 0.3));
        run(0).learn(5);
        run(0).tell(new TrainEvent.SampleScored(10, 1, 1, 0.6));
        assertEquals(0.6, model.accuracy(side(0)));
        model.momentProperty().set(OptionalLong.of(60));
        assertEquals(0.3, model.accuracy(side(0)));
        assertEquals(5, side(0).scores().stepAt(59));
        assertEquals(50, side(0).scores().imagesAfter(5));
        model.momentProperty().set(OptionalLong.empty());
        assertEquals(0.6, model.accuracy(side(0)));
    }

    private static Scores.Point score(FakeRun run, double loss) {
        run.learn(5);
        run.tell(new TrainEvent.SampleScored(5, 1, loss, 0.3));
        return new Scores.Point(50, loss, 0.3, false);
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
    void aLineJoinsScoresOfOneSetOfImagesOnly() {
        Scores scores = new Scores(10);
        scores.add(new TrainEvent.StepDone(235, 1, 1, 0.5, 0.1, 5, 60_000));
        scores.add(new TrainEvent.EpochDone(235, 1, 60_000, 1, 0.5, 0.9, 0.6, 5));
        assertEquals(scores.tests(), scores.line());
        scores.add(new TrainEvent.StepDone(250, 2, 1, 0.5, 0.1, 5, 63_840));
        scores.add(new TrainEvent.SampleScored(250, 2, 0.8, 0.65));
        assertEquals(List.of(new Scores.Point(63_840, 0.8, 0.65, false)), scores.line());
        assertEquals(List.of(new Scores.Point(60_000, 0.9, 0.6, true)), scores.tests());
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
