package org.convscope.ui.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.convscope.data.Loading;
import org.convscope.frame.Scope;
import org.convscope.lens.Overview;
import org.convscope.train.TrainEvent;
import org.convscope.ui.kit.HandPulse;
import org.convscope.workbench.FakeRun;
import org.convscope.workbench.FakeWorkbench;
import org.junit.jupiter.api.Test;

class ExploreModelTest {

    private final FakeWorkbench workbench = new FakeWorkbench();
    private final HandPulse pulse = new HandPulse();
    private final ExploreModel model = new ExploreModel(workbench, pulse);

    @Test
    void aModelWithNothingOpenWaitsInPeace() {
        HandPulse idle = new HandPulse();
        ExploreModel empty = new ExploreModel(new FakeWorkbench(), idle);
        idle.beat(100);
        assertNull(empty.overviewProperty().get());
    }

    @Test
    void anOpenedRunShowsItsFirstTestImageAtOnce() {
        model.open("lenet-sigmoid");
        assertSame(workbench.run(), model.runProperty().get());
        assertEquals(0, model.testIndexProperty().get());
        assertEquals(0, model.subjectProperty().get().label());
        assertEquals(0, model.overviewProperty().get().stamp().step());
        assertEquals(0, model.pictures().healthProperty().get().stamp().step());
    }

    @Test
    void beforeAnythingIsOpenThereIsNothingToRenew() {
        pulse.beat(60);
        assertNull(model.overviewProperty().get());
    }

    @Test
    void aSubjectThatIsWishedWhileTheNextRunOpensIsShown() {
        model.open("lenet-sigmoid");
        CompletableFuture<Void> gate = new CompletableFuture<>();
        workbench.openWith(gate);
        model.begin(FakeWorkbench.SMALL);
        model.showTestImage(17);
        gate.complete(null);
        assertEquals(17, model.testIndexProperty().get());
        Overview shown = model.overviewProperty().get();
        model.refresh();
        assertEquals(model.overviewProperty().get(), shown);
    }

    @Test
    void itIsOpeningUntilTheRunIsThere() {
        CompletableFuture<Void> gate = new CompletableFuture<>();
        workbench.openWith(gate);
        model.open("lenet-sigmoid");
        assertTrue(model.opening().underWayProperty().get());
        gate.complete(null);
        assertFalse(model.opening().underWayProperty().get());
    }

    @Test
    void howFarItsDataAreReadIsSeenAndCanBeEnded() {
        CompletableFuture<Void> gate = new CompletableFuture<>();
        workbench.openWith(gate);
        model.begin(FakeWorkbench.SMALL);
        assertEquals(Optional.empty(), model.opening().readingProperty().get());
        workbench.loading().listener().accept(new Loading.Read(7, 90));
        assertEquals(
                Optional.of(new Loading.Read(7, 90)),
                model.opening().readingProperty().get());
        model.opening().stopReading();
        assertTrue(workbench.loading().cancellation().isCancelled());
        gate.completeExceptionally(new CancellationException());
        assertFalse(model.opening().underWayProperty().get());
        assertEquals(Optional.empty(), model.opening().readingProperty().get());
        assertNull(model.failureProperty().get(), "whoever ended it knows");
        workbench.loading().listener().accept(new Loading.Read(8, 90));
        assertEquals(Optional.empty(), model.opening().readingProperty().get(), "too late");
    }

    @Test
    void whatCannotBeOpenedIsToldAndNothingIsOpeningAnyMore() {
        IllegalStateException wrong = new IllegalStateException("no such file");
        workbench.openWith(CompletableFuture.failedFuture(wrong));
        model.open("lenet-sigmoid");
        assertFalse(model.opening().underWayProperty().get());
        assertNull(model.runProperty().get());
        assertSame(wrong, model.failureProperty().get(), "not what carried it here");
    }

    @Test
    void theRunBeforeIsClosedAndItsLastNewsAreNotHeard() {
        model.open("lenet-sigmoid");
        FakeRun before = workbench.run();
        List<TrainEvent> heard = new ArrayList<>();
        model.newsProperty().addListener((news, old, now) -> heard.addAll(now));
        model.begin(FakeWorkbench.SMALL);
        assertTrue(before.asked().contains("close"));
        before.learn(3);
        assertEquals(List.of(), heard);
        workbench.run().learn(2);
        assertEquals(2, heard.size());
        assertEquals(2, model.progressProperty().get().step());
    }

    @Test
    void anotherRunOnTheSameDataShowsTheSameImage() {
        model.open("lenet-sigmoid");
        model.showTestImage(17);
        model.begin(FakeWorkbench.SMALL);
        assertEquals(17, model.testIndexProperty().get());
        assertEquals(
                workbench.run().id(), model.overviewProperty().get().stamp().run());
    }

    @Test
    void aRunIsResumedOnlyWhenTheOneThatWasLeftIsRecorded() {
        CompletableFuture<Void> recording = new CompletableFuture<>();
        model.open("lenet-sigmoid");
        workbench.run().closeWith(recording);
        model.begin(FakeWorkbench.SMALL);
        model.opening().resume("runs/run-1");
        assertFalse(workbench.asked().contains("resume runs/run-1"));
        recording.complete(null);
        assertTrue(workbench.asked().contains("resume runs/run-1"));
    }

    @Test
    void theIndexOfATestImageWrapsAroundAtBothEnds() {
        model.open("lenet-sigmoid");
        model.showTestImage(-1);
        assertEquals(199, model.testIndexProperty().get());
        model.showTestImage(200);
        assertEquals(0, model.testIndexProperty().get());
    }

    @Test
    void whileItLearnsPicturesComeAsOftenAsWanted() {
        model.open("lenet-sigmoid");
        model.pictures().perSecondProperty().set(10);
        AtomicInteger pictures = new AtomicInteger();
        model.overviewProperty().addListener(changed -> pictures.incrementAndGet());
        for (int tick = 0; tick < 50; tick++) {
            workbench.run().learn(1);
            pulse.beat(1);
        }
        assertEquals(10, pictures.get());
    }

    @Test
    void aPictureOfTheNewestStepIsNotAskedForAgain() {
        model.open("lenet-sigmoid");
        workbench.run().learn(1);
        pulse.beat(50);
        Overview newest = model.overviewProperty().get();
        assertEquals(1, newest.stamp().step());
        pulse.beat(50);
        assertSame(newest, model.overviewProperty().get());
    }

    @Test
    void nothingIsAskedOfWhatIsBeingClosed() {
        model.open("lenet-sigmoid");
        Overview last = model.overviewProperty().get();
        workbench.run().learn(1);
        var unused = model.close();
        model.refresh();
        model.showTestImage(3);
        model.scopeProperty().set(Scope.MAP);
        assertSame(last, model.overviewProperty().get());
    }

    @Test
    void aSelectionThatTheNextNetworkDoesNotHaveIsDropped() {
        model.open("lenet-sigmoid");
        model.selectionProperty().set(Selection.of("conv2", 6));
        model.begin(FakeWorkbench.SMALL);
        assertNotEquals(null, model.selectionProperty().get());
        model.selectionProperty().set(Selection.of("bn1", 0));
        model.begin(FakeWorkbench.SMALL);
        assertNull(model.selectionProperty().get());
    }

    @Test
    void whileItLearnsOnlyWhatIsInSightIsAskedForAndWhatTheSelectedMapReads() {
        model.open("lenet-sigmoid");
        workbench.run().play();
        model.pictures().inSightProperty().set(Set.of("conv1"));
        model.selectionProperty().set(Selection.of("conv2", 3));
        // The next second's measurement of all layers goes with a picture of all.
        learnForMoreThanASecond();
        int before = workbench.run().pictured().size();
        workbench.run().learn(1);
        pulse.beat(6);
        List<Set<String>> pictured = workbench.run().pictured();
        assertTrue(pictured.size() > before);
        assertEquals(Set.of("conv1", "conv2", "pool1", "softmax"), pictured.get(pictured.size() - 1));
        assertEquals(
                Set.of("conv1", "conv2", "pool1", "softmax"),
                model.overviewProperty().get().mosaics().keySet());
    }

    @Test
    void whatComesIntoSightIsAskedForWithoutAnotherStep() {
        model.open("lenet-sigmoid");
        workbench.run().play();
        model.pictures().inSightProperty().set(Set.of("conv1"));
        learnForMoreThanASecond();
        assertFalse(model.overviewProperty().get().mosaics().containsKey("conv2"));
        model.pictures().inSightProperty().set(Set.of("conv1", "conv2"));
        pulse.beat(6);
        assertTrue(model.overviewProperty().get().mosaics().containsKey("conv2"));
    }

    @Test
    void atRestEveryNodeIsThere() {
        model.open("lenet-sigmoid");
        int nodes = workbench.run().blueprint().nodes().size();
        workbench.run().play();
        model.pictures().inSightProperty().set(Set.of("conv1"));
        learnForMoreThanASecond();
        assertTrue(model.overviewProperty().get().mosaics().size() < nodes);
        var unused = workbench.run().pause();
        pulse.beat(6);
        assertEquals(nodes, model.overviewProperty().get().mosaics().size());
    }

    private void learnForMoreThanASecond() {
        workbench.run().learn(1);
        pulse.beat(50);
        workbench.run().learn(1);
        pulse.beat(6);
        workbench.run().learn(1);
        pulse.beat(6);
    }
}
