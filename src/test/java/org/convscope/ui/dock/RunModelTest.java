package org.convscope.ui.dock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javafx.beans.binding.BooleanBinding;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.Notice;
import org.convscope.ui.kit.Notices;
import org.convscope.ui.kit.Pulse;
import org.convscope.workbench.FakeRun;
import org.convscope.workbench.FakeWorkbench;
import org.convscope.workbench.Watch;
import org.junit.jupiter.api.Test;

class RunModelTest {

    private final FakeWorkbench workbench = new FakeWorkbench();
    private final ExploreModel explore = new ExploreModel(workbench, Pulse.immediate());
    private final Notices notices = new Notices(report -> {});
    private final RunModel model = new RunModel(explore, notices, Pulse.immediate());

    @Test
    void nothingCanBeDrivenBeforeARunIsOpen() {
        assertEquals(List.of(), possible());
        model.trainOrPause();
        model.reset();
        assertEquals("–", model.place().get());
    }

    @Test
    void aNewRunCanLearnButHasNothingToStopOrReset() {
        explore.open("lenet-sigmoid");
        assertEquals(List.of("train", "learn"), possible());
        assertEquals("Not begun · 10 epochs of 4 batches", model.place().get());
    }

    @Test
    void anotherProgramsNetworkCannotBeDrivenAndThePlaceSaysWhy() {
        FakeRun run = open();
        workbench.lay(run.from(Path.of("cats.h5"), true));
        explore.open("cats.h5");
        assertEquals(List.of(), possible());
        model.trainOrPause();
        model.step();
        model.epoch();
        assertEquals(List.of("close"), run.asked(), "only what left it");
        assertEquals("To look at: it does not learn here", model.place().get());
        assertEquals("–", model.learningRate().get());
    }

    @Test
    void aWatchedRunSaysWhyItCannotBeDriven() {
        FakeRun run = open();
        workbench.lay(run.watched(new Watch(3, Instant.EPOCH, true)));
        explore.opening().watch("their-run");
        run.play();
        run.learn(3);
        assertEquals(List.of(), possible());
        assertEquals(
                "Learns elsewhere: epoch 1 / 10 · batch 3 / 4", model.place().get());
        model.trainOrPause();
        assertEquals(List.of("close", "play", "play"), run.asked(), "the run itself refuses, with a reason");
    }

    @Test
    void aRunningOneCanOnlyBePausedStoppedOrReset() {
        FakeRun run = open();
        model.trainOrPause();
        run.learn(3);
        assertTrue(model.running().get());
        assertEquals(List.of("train", "stop", "reset"), possible());
        model.step();
        model.epoch();
        assertEquals(List.of("play"), run.asked());
        model.trainOrPause();
        assertFalse(model.running().get());
        assertEquals(List.of("play", "pause"), run.asked());
    }

    @Test
    void aStepAndAnEpochEndPaused() {
        FakeRun run = open();
        model.step();
        assertEquals("Epoch 1 / 10 · batch 1 / 4", model.place().get());
        model.epoch();
        assertEquals("Epoch 1 / 10 · batch 4 / 4", model.place().get());
        assertEquals(1, model.doneOfEpoch().get());
        assertEquals(List.of("step", "epoch"), run.asked());
        assertEquals(List.of("train", "learn", "stop", "reset"), possible());
    }

    @Test
    void aStoppedOneCanOnlyBeginAgain() {
        FakeRun run = open();
        model.step();
        model.stop();
        assertEquals(List.of("train", "reset"), possible());
        assertEquals("–", model.timeLeft().get());
        assertEquals(List.of("step", "stop"), run.asked());
    }

    @Test
    void whatHasEndedBeginsAgainWithTheWayBack() {
        FakeRun run = open();
        model.step();
        model.stop();
        model.trainOrPause();
        assertEquals(List.of("step", "stop", "record", "reset", "play"), run.asked());
        assertTrue(model.running().get());
        assertEquals("undo-reset", notices.shown().get(0).actions().get(0).id());
    }

    @Test
    void aResetRecordsFirstAndOffersTheWayBack() {
        FakeRun run = open();
        model.trainOrPause();
        run.learn(5);
        model.reset();
        assertEquals(List.of("play", "pause", "record", "reset"), run.asked());
        Notice told = notices.shown().get(0);
        told.actions().get(0).deed().run();
        assertTrue(workbench.asked().contains("resume " + run.folder()));
    }

    @Test
    void itSaysHowFastAndAtWhichRate() {
        open();
        model.step();
        assertEquals("5,210 images/s", model.throughput().get());
        assertEquals("0.9000 (constant)", model.learningRate().get());
    }

    private FakeRun open() {
        explore.open("lenet-sigmoid");
        return workbench.run();
    }

    private List<String> possible() {
        return List.of(
                        named("train", model.canTrainOrPause()),
                        named("learn", model.canLearn()),
                        named("stop", model.canStop()),
                        named("reset", model.canReset()))
                .stream()
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static String named(String name, BooleanBinding possible) {
        return possible.get() ? name : "";
    }
}
