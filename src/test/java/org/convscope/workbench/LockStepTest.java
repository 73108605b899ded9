package org.convscope.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.convscope.engine.Dl4jNetworkFactory;
import org.convscope.frame.Scope;
import org.convscope.lens.Overview;
import org.convscope.net.FakeNetwork;
import org.convscope.run.ModelShelf;
import org.convscope.run.RunStore;
import org.convscope.spec.EngineSettings;
import org.convscope.spec.Optimizer;
import org.convscope.spec.Scenario;
import org.convscope.spec.Schedule;
import org.convscope.spec.TrainingPlan;
import org.convscope.train.TrainEvent;
import org.convscope.train.TrainState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several runs that learn at their own pace, kept together, on the real engine. */
@Timeout(120)
class LockStepTest {

    private static final int IMAGES = 1300;

    @TempDir
    private Path folder;

    private final List<OpenRun> runs = new ArrayList<>();
    private final AtomicLong farthest = new AtomicLong();
    private Workbench workbench;

    @AfterEach
    void close() {
        if (workbench != null) {
            workbench.close().join();
        }
    }

    @Test
    void noRunIsEverMoreThanTheLargestBatchAheadOfTheOthers() {
        List<OpenRun> three = List.of(begin("sigmoid", 64), begin("relu", 256), begin("tanh", 100));
        LockStep lockStep = new LockStep(three);
        List<CompletableFuture<TrainEvent>> ends = three.stream()
                .map(run -> when(run, change -> change.to().isEnd()))
                .toList();
        lockStep.play();
        ends.forEach(CompletableFuture::join);
        for (OpenRun run : three) {
            assertEquals(TrainState.FINISHED, run.progress().state());
            assertEquals(2L * IMAGES, run.progress().images());
        }
        assertTrue(farthest.get() > 0 && farthest.get() <= 256, "one was " + farthest.get() + " images ahead");
    }

    @Test
    void aPauseOfAllEndsWithTheSameNumberOfImages() {
        List<OpenRun> two = List.of(begin("sigmoid", 64), begin("relu", 64));
        LockStep lockStep = new LockStep(two);
        List<CompletableFuture<TrainEvent>> rests = paused(two);
        two.get(0).listen(event -> {
            if (event instanceof TrainEvent.StepDone && event.step() == 5) {
                lockStep.pause();
            }
        });
        lockStep.play();
        rests.forEach(CompletableFuture::join);
        assertEquals(two.get(0).progress().images(), two.get(1).progress().images());
        assertTrue(two.get(0).progress().step() <= 6);
    }

    @Test
    void aStepOfAllIsOneOfTheLargestBatchAndAsManyImagesOfTheOthers() {
        List<OpenRun> two = List.of(begin("sigmoid", 64), begin("relu", 256));
        LockStep lockStep = new LockStep(two);
        for (int step = 1; step <= 6; step++) {
            List<CompletableFuture<TrainEvent>> rests = paused(two);
            lockStep.step();
            rests.forEach(CompletableFuture::join);
            assertEquals(step, two.get(1).progress().step());
            assertEquals(two.get(1).progress().images(), two.get(0).progress().images());
        }
    }

    @Test
    void whoIsPausedAloneHoldsNobodyBackAndIsWaitedForWhenItGoesOn() {
        List<OpenRun> two = List.of(begin("sigmoid", 64), begin("relu", 64));
        LockStep lockStep = new LockStep(two);
        CompletableFuture<TrainEvent> ahead = new CompletableFuture<>();
        two.get(0).listen(event -> {
            if (event instanceof TrainEvent.StepDone && event.step() == 3) {
                var unused = two.get(0).pause();
            }
        });
        two.get(1).listen(event -> {
            if (event instanceof TrainEvent.StepDone && event.step() == 12) {
                var unused = two.get(1).pause().thenAccept(step -> ahead.complete(event));
            }
        });
        lockStep.play();
        ahead.join();
        assertEquals(3, two.get(0).progress().step());
        List<CompletableFuture<TrainEvent>> ends = two.stream()
                .map(run -> when(run, change -> change.to().isEnd()))
                .toList();
        lockStep.play();
        ends.forEach(CompletableFuture::join);
        assertEquals(2L * IMAGES, two.get(0).progress().images());
    }

    @Test
    void whoGoesOnAloneAfterAllHaveRestedIsNotHeld() {
        FakeRun first = new FakeRun(FakeNetwork.smallBlueprint());
        FakeRun second = new FakeRun(FakeNetwork.smallBlueprint());
        LockStep lockStep = new LockStep(List.of(first, second));
        lockStep.play();
        first.learn(1);
        second.learn(1);
        lockStep.pause();
        assertEquals(List.of("play", "pause"), first.asked());
        first.play();
        assertEquals(17, first.bound(), "level with the last that goes, which is itself");
        first.learn(1);
        assertEquals(33, first.bound());
        assertEquals(List.of("play", "pause", "play"), first.asked());
    }

    @Test
    void whoIsSentOnAloneWhileTheOthersComeToRestGoesOn() {
        FakeRun first = new FakeRun(FakeNetwork.smallBlueprint());
        FakeRun second = new FakeRun(FakeNetwork.smallBlueprint());
        LockStep lockStep = new LockStep(List.of(first, second));
        lockStep.step();
        first.learn(1);
        var unused = first.pause();
        first.play();
        second.learn(1);
        assertEquals(List.of("play", "pause", "play"), first.asked());
        assertEquals(List.of("play"), second.asked());
        lockStep.close();
    }

    @Test
    void whoIsReleasedLearnsAtItsOwnPace() {
        FakeRun first = new FakeRun(FakeNetwork.smallBlueprint());
        FakeRun second = new FakeRun(FakeNetwork.smallBlueprint());
        LockStep lockStep = new LockStep(List.of(first, second));
        assertEquals(Long.MAX_VALUE, first.bound(), "who rests is not held");
        lockStep.play();
        assertEquals(1, first.bound(), "who is level with the last may make one step");
        first.learn(1);
        assertEquals(1, first.bound());
        second.learn(1);
        assertEquals(17, first.bound());
        second.diverge();
        assertEquals(17, first.bound(), "alone, level with itself");
        lockStep.close();
        assertEquals(Long.MAX_VALUE, first.bound());
        assertEquals(Long.MAX_VALUE, second.bound());
    }

    /** What Compare says of a contrast in words. */
    @Test
    void lenetsOfOneSeedBeginWithTheSameWeightsWhateverTheirActivation() {
        OpenRun sigmoid = begin("sigmoid", 64);
        OpenRun relu = begin("relu", 256);
        assertEquals(conv1(sigmoid), conv1(relu));
        assertNotEquals(act1(sigmoid), act1(relu));
    }

    private static Object conv1(OpenRun run) {
        return first(run).mosaics().get("conv1").values();
    }

    private static Object act1(OpenRun run) {
        return first(run).mosaics().get("act1").values();
    }

    private static Overview first(OpenRun run) {
        return run.see(run.testImage(0), Scope.LAYER, Optional.empty()).join().overview();
    }

    private OpenRun begin(String activation, int batch) {
        if (workbench == null) {
            workbench = new LiveWorkbench(
                    new Dl4jNetworkFactory(),
                    EngineSettings.STANDARD,
                    new ModelShelf(folder.resolve("models")),
                    new RunStore(folder.resolve("runs")));
        }
        OpenRun run = workbench
                .begin(new Scenario(
                        "fashion-mnist",
                        "lenet",
                        Map.of("activation", activation),
                        new TrainingPlan(new Optimizer.Sgd(), 0.1, new Schedule.Constant(), batch, 2, 0, IMAGES)))
                .join();
        runs.add(run);
        run.listen(event -> {
            if (event instanceof TrainEvent.StepDone) {
                runs.forEach(other -> farthest.accumulateAndGet(
                        run.progress().images() - other.progress().images(), Math::max));
            }
        });
        return run;
    }

    private static List<CompletableFuture<TrainEvent>> paused(List<OpenRun> runs) {
        return runs.stream()
                .map(run -> when(run, change -> change.to() == TrainState.PAUSED))
                .toList();
    }

    private static CompletableFuture<TrainEvent> when(OpenRun run, Predicate<TrainEvent.StateChanged> wanted) {
        CompletableFuture<TrainEvent> came = new CompletableFuture<>();
        run.listen(event -> {
            if (event instanceof TrainEvent.StateChanged change && wanted.test(change)) {
                came.complete(event);
            }
        });
        return came.orTimeout(60, TimeUnit.SECONDS);
    }
}
