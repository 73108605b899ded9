package org.convscope.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.convscope.data.LabelledImages;
import org.convscope.net.Checkpoint;
import org.convscope.net.FakeNetwork;
import org.convscope.net.Network;
import org.convscope.net.NetworkThread;
import org.convscope.problem.Problem;
import org.convscope.problem.ProblemException;
import org.convscope.spec.Optimizer;
import org.convscope.spec.Schedule;
import org.convscope.spec.TrainingPlan;
import org.convscope.tensor.Shape;
import org.convscope.train.TrainEvent.EpochDone;
import org.convscope.train.TrainEvent.SampleScored;
import org.convscope.train.TrainEvent.StateChanged;
import org.convscope.train.TrainEvent.StepDone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a trainer does, on a mailbox that answers at once; 45 images, so 5 steps of 10 in an epoch. */
@Timeout(30)
class TrainerTest {

    private static final int EPOCH = 5;
    private static final LabelledImages TRAIN = Stripes.images(45, 1);
    private static final LabelledImages TEST = Stripes.images(Scorer.CHUNK + 200, 2);
    private static final Sampling SAMPLING = new Sampling(600, 4);

    private final Network network = network(new Optimizer.Nesterov(0.9));
    private final Trainer trainer = trainer(network, 3, SAMPLING);
    private final List<TrainEvent> news = listen(trainer);

    @Test
    void aStepLearnsOneBatchAndPauses() {
        trainer.step();
        assertEquals(TrainState.PAUSED, trainer.state());
        assertEquals(1, network.step());
        assertEquals(
                List.of("READY RUNNING", "step 1 of epoch 1, 10 images", "studied at 1", "RUNNING PAUSED"),
                news.stream().map(TrainerTest::told).toList());
    }

    @Test
    void anEpochEndsWithItsTestAndPauses() {
        trainer.epoch();
        assertEquals(TrainState.PAUSED, trainer.state());
        assertEquals(
                List.of(
                        "READY RUNNING",
                        "step 1 of epoch 1, 10 images",
                        "step 2 of epoch 1, 20 images",
                        "step 3 of epoch 1, 30 images",
                        "step 4 of epoch 1, 40 images",
                        "sample at 4",
                        "600 examined",
                        "step 5 of epoch 1, 45 images",
                        "epoch 1 at 5, 45 images",
                        "700 examined",
                        "RUNNING PAUSED"),
                news.stream().map(TrainerTest::told).toList());
        trainer.epoch();
        assertEquals(2 * EPOCH, network.step());
    }

    @Test
    void anEpochFromItsMiddleEndsWithTheSameEpoch() {
        trainer.step();
        trainer.step();
        trainer.epoch();
        assertEquals(EPOCH, network.step());
        assertEquals(1, only(EpochDone.class, news).size());
    }

    @Test
    void theEpochsMeansAreTheMeansOfItsBatchesBySize() {
        trainer.epoch();
        List<StepDone> steps = only(StepDone.class, news);
        EpochDone epoch = only(EpochDone.class, news).get(0);
        double loss = 0;
        double accuracy = 0;
        for (StepDone step : steps) {
            int size = step.step() == EPOCH ? 5 : 10;
            loss += step.loss() * size / 45;
            accuracy += step.accuracy() * size / 45;
        }
        assertEquals(loss, epoch.trainLoss(), 1e-12);
        assertEquals(accuracy, epoch.trainAccuracy(), 1e-12);
        assertEquals(steps.stream().mapToDouble(StepDone::millis).sum() / 1000, epoch.seconds(), 1e-12);
        Score score = Scorer.score(network, TEST);
        assertEquals(score.loss(), epoch.testLoss());
        assertEquals(score.accuracy(), epoch.testAccuracy());
        List<TrainEvent.Examined> examined = only(TrainEvent.Examined.class, news);
        assertEquals(score.examination(), examined.get(examined.size() - 1).examination());
    }

    @Test
    void playLearnsUntilThePlanIsDone() {
        trainer.play();
        assertEquals(TrainState.FINISHED, trainer.state());
        assertEquals(3L * EPOCH, network.step());
        assertEquals(3, only(EpochDone.class, news).size());
        assertEquals(
                List.of(4L, 8L, 12L),
                only(SampleScored.class, news).stream().map(SampleScored::step).toList());
        double first = only(StepDone.class, news).get(0).loss();
        assertTrue(only(EpochDone.class, news).get(2).testLoss() < first, "it learns");
    }

    @Test
    void aPauseInTheMiddleOfAStepIsObeyedWhenThatStepIsOver() {
        List<Long> answers = new ArrayList<>();
        trainer.listen(event -> {
            if (event instanceof StepDone && event.step() == 7) {
                var unused = trainer.pause().thenAccept(answers::add);
                assertEquals(TrainState.RUNNING, trainer.state(), "the step is not over");
            }
        });
        trainer.play();
        assertEquals(TrainState.PAUSED, trainer.state());
        assertEquals(7, network.step());
        assertEquals(List.of(7L), answers);
        trainer.play();
        assertEquals(TrainState.FINISHED, trainer.state());
    }

    @Test
    void pausingAfterEveryStepChangesNothing() {
        Trainer twin = trainer(network(new Optimizer.Nesterov(0.9)), 3, SAMPLING);
        List<TrainEvent> undisturbed = listen(twin);
        twin.play();
        trainer.listen(event -> {
            if (event instanceof StepDone) {
                assertFalse(trainer.pause().isDone());
            }
        });
        while (trainer.state() != TrainState.FINISHED) {
            trainer.play();
        }
        assertEquals(values(undisturbed), values(news));
    }

    @Test
    void aPauseWithinAStepGivesItUpAndItIsLearnedLater() {
        Trainer twin = trainer(network(new Optimizer.Nesterov(0.9)), 3, SAMPLING);
        List<TrainEvent> undisturbed = listen(twin);
        twin.play();
        List<CompletableFuture<Long>> answers = new ArrayList<>();
        AtomicReference<Trainer> pausing = new AtomicReference<>();
        pausing.set(trainer(beforeItsSeventhStep(() -> answers.add(pausing.get().pause())), 3, SAMPLING));
        List<TrainEvent> told = listen(pausing.get());
        pausing.get().play();
        assertEquals(TrainState.PAUSED, pausing.get().state());
        assertEquals(6, network.step());
        assertEquals(6, answers.get(0).join());
        for (int again = 0; again < 3; again++) {
            pausing.get().play();
            assertEquals(6, network.step());
        }
        pausing.get().play();
        assertEquals(TrainState.FINISHED, pausing.get().state());
        assertEquals(values(undisturbed), values(told));
    }

    @Test
    void playingOnWithinAStepDoesNotGiveItUp() {
        AtomicReference<Trainer> playing = new AtomicReference<>();
        playing.set(trainer(beforeItsSeventhStep(() -> playing.get().play()), 3, SAMPLING));
        playing.get().play();
        assertEquals(TrainState.FINISHED, playing.get().state());
    }

    @Test
    void firstWeightsThatCanBeDrawnAgainAreDrawnWhenTheyAreWanted() {
        Checkpoint first = network.checkpoint();
        List<String> drawn = new ArrayList<>();
        Trainer large = new Trainer(
                NetworkThread.onCallingThread(network),
                TRAIN,
                TEST,
                plan(new Optimizer.Nesterov(0.9), 3),
                SAMPLING,
                new Beginning(0, List.of(), 0, Optional.of(() -> {
                    drawn.add("again");
                    return network(new Optimizer.Nesterov(0.9)).checkpoint();
                })));
        large.play();
        assertEquals(List.of(), drawn);
        large.reset();
        assertEquals(List.of("again"), drawn);
        assertEquals(first, network.checkpoint());
    }

    @Test
    void aStopEndsTheTrainingAndOnlyAResetLeadsOn() {
        trainer.step();
        assertEquals(1, trainer.stop().join());
        trainer.play();
        trainer.step();
        trainer.epoch();
        assertEquals(1, trainer.pause().join());
        assertEquals(1, trainer.stop().join());
        assertEquals(TrainState.STOPPED, trainer.state());
        assertEquals(1, network.step());
        trainer.reset();
        assertEquals(TrainState.READY, trainer.state());
        trainer.play();
        assertEquals(TrainState.FINISHED, trainer.state());
    }

    @Test
    void aResetBringsTheFirstWeightsBackToTheLastBitFromAnyState() {
        Checkpoint first = network.checkpoint();
        trainer.play();
        List<Object> once = values(news);
        news.clear();
        trainer.reset();
        assertEquals(first, network.checkpoint());
        assertEquals(new Progress(TrainState.READY, 0, 0, 3, 0, 5, 0, 0.1, speed(), 135 / speed()), trainer.progress());
        assertEquals(
                List.of("reset", "FINISHED READY"),
                news.stream().map(TrainerTest::told).toList());
        trainer.step();
        trainer.reset();
        assertEquals(first, network.checkpoint());
        trainer.reset();
        assertEquals(first, network.checkpoint());
        news.clear();
        trainer.play();
        assertEquals(once, values(news));
    }

    @Test
    void aResetWhileItRunsComesBetweenTwoSteps() {
        Checkpoint first = network.checkpoint();
        trainer.listen(event -> {
            if (event instanceof StepDone && event.step() == 7) {
                trainer.reset();
            }
        });
        trainer.play();
        assertEquals(TrainState.READY, trainer.state());
        assertEquals(first, network.checkpoint());
        List<String> told = news.stream().map(TrainerTest::told).toList();
        assertEquals(
                List.of("step 7 of epoch 2, 65 images", "RUNNING PAUSED", "reset", "PAUSED READY"),
                told.subList(told.size() - 4, told.size()));
    }

    @Test
    void aTrainerThatIsClosedStaysWhereItIs() {
        trainer.step();
        assertEquals(1, trainer.close().join());
        trainer.play();
        trainer.reset();
        assertEquals(1, trainer.stop().join());
        assertEquals(TrainState.PAUSED, trainer.state());
        assertEquals(1, network.step());
    }

    @Test
    void whatIsAskedForByAListenerIsDoneInTheOrderOfAsking() {
        trainer.listen(event -> {
            if (event instanceof StateChanged change && change.to() == TrainState.PAUSED && change.step() < 4) {
                trainer.step();
            }
        });
        trainer.step();
        assertEquals(4, network.step());
        assertEquals(TrainState.PAUSED, trainer.state());
    }

    @Test
    void theSameSeedGivesTheSameEventsToTheLastBit() {
        trainer.play();
        Trainer second = trainer(network(new Optimizer.Nesterov(0.9)), 3, SAMPLING);
        List<TrainEvent> again = listen(second);
        second.play();
        assertEquals(values(news), values(again));
    }

    @Test
    void aLongTrainingNeedsNoDeeperStackThanAShortOne() {
        List<Long> depths = new ArrayList<>();
        Trainer patient = trainer(network, 200, SAMPLING);
        patient.listen(event -> {
            if (event instanceof StepDone) {
                depths.add(StackWalker.getInstance().walk(Stream::count));
            }
        });
        patient.play();
        assertEquals(1000, depths.size());
        assertEquals(1, depths.stream().distinct().count());
    }

    static Stream<Optimizer> optimizers() {
        return Optimizer.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void aTrainingThatBeginsInTheMiddleGoesOnAsIfItHadNeverStopped(Optimizer optimizer) {
        for (int stop : new int[] {1, 4, EPOCH, 7, 2 * EPOCH, 12, 3 * EPOCH}) {
            Trainer whole = trainer(network(optimizer), 3, SAMPLING);
            List<TrainEvent> undisturbed = listen(whole);
            whole.play();

            Network firstHalf = network(optimizer);
            Trainer interrupted = trainer(firstHalf, 3, SAMPLING);
            List<TrainEvent> told = listen(interrupted);
            stopAt(stop, interrupted);
            interrupted.play();
            Network secondHalf = network(optimizer);
            secondHalf.restore(firstHalf.checkpoint());
            Trainer resumed = new Trainer(
                    NetworkThread.onCallingThread(secondHalf),
                    TRAIN,
                    TEST,
                    plan(optimizer, 3),
                    SAMPLING,
                    standing(told));
            assertEquals(TrainState.PAUSED, resumed.state());
            listen(resumed, told);
            resumed.play();
            assertEquals(values(undisturbed), values(told), "stopped at " + stop);
        }
    }

    @Test
    void aResumedTrainingAsksForTheFirstWeightsWhenItIsReset() {
        Checkpoint first = network.checkpoint();
        trainer.epoch();
        Trainer resumed = new Trainer(
                NetworkThread.onCallingThread(network),
                TRAIN,
                TEST,
                plan(new Optimizer.Nesterov(0.9), 3),
                SAMPLING,
                new Beginning(EPOCH, List.of(), 4, Optional.of(() -> first)));
        resumed.reset();
        assertEquals(first, network.checkpoint());
        assertEquals(TrainState.READY, resumed.state());
    }

    @Test
    void aPlanThatIsDoneAlreadyIsFinishedFromTheBeginning() {
        trainer.play();
        for (int everySteps : new int[] {4, 5}) {
            Trainer resumed = new Trainer(
                    NetworkThread.onCallingThread(network),
                    TRAIN,
                    TEST,
                    plan(new Optimizer.Nesterov(0.9), 3),
                    new Sampling(600, everySteps),
                    new Beginning(3 * EPOCH, List.of(), 0, Optional.empty()));
            assertEquals(TrainState.FINISHED, resumed.state());
        }
    }

    @Test
    void progressSaysHowFarItIs() {
        assertEquals(new Progress(TrainState.READY, 0, 0, 3, 0, 5, 0, 0.1, Double.NaN, Double.NaN), trainer.progress());
        trainer.epoch();
        trainer.step();
        assertEquals(
                new Progress(TrainState.PAUSED, 6, 2, 3, 1, 5, 55, 0.1, speed(), 80 / speed()), trainer.progress());
        assertTrue(speed() > 0);
        trainer.epoch();
        assertEquals(5, trainer.progress().stepOfEpoch());
        trainer.play();
        assertEquals(0, trainer.progress().secondsLeft());
    }

    @Test
    void theScheduleIsFollowed() {
        TrainingPlan plan = new TrainingPlan(new Optimizer.Sgd(), 0.1, new Schedule.Step(1, 0.5), 10, 3, 0, 0);
        Trainer halving = new Trainer(NetworkThread.onCallingThread(network), TRAIN, TEST, plan, SAMPLING);
        List<TrainEvent> told = listen(halving);
        halving.play();
        List<StepDone> steps = only(StepDone.class, told);
        assertEquals(0.1, steps.get(0).learningRate());
        assertEquals(0.1, steps.get(4).learningRate());
        assertEquals(0.05, steps.get(5).learningRate());
        assertEquals(0.025, steps.get(14).learningRate());
    }

    @Test
    void aListenerThatFailsIsNotTheTrainingsFailure() {
        trainer.listen(event -> {
            throw new Planted();
        });
        List<TrainEvent> behind = listen(trainer);
        trainer.play();
        assertEquals(TrainState.FINISHED, trainer.state());
        assertEquals(news, behind);
    }

    @Test
    void whoUnlistensHearsNoMore() {
        trainer.step();
        int heard = news.size();
        List<TrainEvent> other = new ArrayList<>();
        Consumer<TrainEvent> listener = other::add;
        trainer.listen(listener);
        trainer.unlisten(listener);
        trainer.step();
        assertTrue(news.size() > heard);
        assertTrue(other.isEmpty());
    }

    @Test
    void aNetworkThatFailsIsToldAndCanBeReset() {
        Trainer failing = trainer(failingAtItsThirdStep(network), 3, SAMPLING);
        List<TrainEvent> told = listen(failing);
        failing.play();
        assertEquals(TrainState.FAILED, failing.state());
        assertEquals(
                List.of("RUNNING FAILED"),
                told.stream().map(TrainerTest::told).skip(told.size() - 1).toList());
        List<TrainEvent.Failed> failures = only(TrainEvent.Failed.class, told);
        assertEquals(1, failures.size());
        assertInstanceOf(Planted.class, failures.get(0).failure());
        failing.play();
        assertEquals(TrainState.FAILED, failing.state());
        failing.reset();
        assertEquals(TrainState.READY, failing.state());
        assertEquals(0, network.step());
    }

    @Test
    void imagesOfAnotherShapeAreAProblemBeforeTheFirstStep() {
        LabelledImages flat = LabelledImages.of(Shape.of(1, 2, 2), new byte[8], new byte[2]);
        assertEquals(Problem.of("train.shape", "1×2×2", "1×6×6"), problemWith(flat));
    }

    @Test
    void imagesOfMoreClassesAreAProblemBeforeTheFirstStep() {
        LabelledImages fourth = LabelledImages.of(TRAIN.shape(), new byte[36], new byte[] {3});
        assertEquals(Problem.of("train.classes", 3, 2), problemWith(fourth));
    }

    private Problem problemWith(LabelledImages images) {
        Trainer stranger = new Trainer(
                NetworkThread.onCallingThread(network), images, images, plan(new Optimizer.Sgd(), 3), SAMPLING);
        List<TrainEvent> told = listen(stranger);
        stranger.play();
        assertEquals(TrainState.FAILED, stranger.state());
        assertEquals(List.of(), only(StepDone.class, told));
        return assertInstanceOf(
                        ProblemException.class,
                        only(TrainEvent.Failed.class, told).get(0).failure())
                .problem();
    }

    private double speed() {
        return trainer.progress().imagesPerSecond();
    }

    private static void stopAt(int step, Trainer trainer) {
        trainer.listen(event -> {
            if (event instanceof StepDone && event.step() == step) {
                assertFalse(trainer.pause().isDone());
            }
        });
    }

    /** What a record of the events would say about where they end. */
    private static Beginning standing(List<TrainEvent> told) {
        long closed = only(EpochDone.class, told).stream()
                .mapToLong(TrainEvent::step)
                .max()
                .orElse(0);
        List<StepDone> steps = only(StepDone.class, told);
        return new Beginning(
                steps.get(steps.size() - 1).step(),
                steps.stream().filter(step -> step.step() > closed).toList(),
                only(SampleScored.class, told).stream()
                        .mapToLong(TrainEvent::step)
                        .max()
                        .orElse(0),
                Optional.empty());
    }

    private static Network network(Optimizer optimizer) {
        return new FakeNetwork(FakeNetwork.smallBlueprint(), optimizer, 5);
    }

    private static Trainer trainer(Network network, int epochs, Sampling sampling) {
        return new Trainer(
                NetworkThread.onCallingThread(network),
                TRAIN,
                TEST,
                plan(new Optimizer.Nesterov(0.9), epochs),
                sampling);
    }

    private static TrainingPlan plan(Optimizer optimizer, int epochs) {
        return new TrainingPlan(optimizer, 0.1, new Schedule.Constant(), 10, epochs, 11, 0);
    }

    private static List<TrainEvent> listen(Trainer trainer) {
        List<TrainEvent> news = new ArrayList<>();
        listen(trainer, news);
        return news;
    }

    /** To everything but what the clock decides. */
    private static void listen(Trainer trainer, List<TrainEvent> news) {
        trainer.listen(event -> {
            if (!(event instanceof TrainEvent.StepUnderWay)) {
                news.add(event);
            }
        });
    }

    private static <T extends TrainEvent> List<T> only(Class<T> kind, List<TrainEvent> news) {
        return news.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Everything but times and states. */
    private static List<Object> values(List<TrainEvent> news) {
        return news.stream()
                .filter(event -> !(event instanceof StateChanged))
                .<Object>map(event -> {
                    if (event instanceof StepDone s) {
                        return List.of(s.step(), s.epoch(), s.loss(), s.accuracy(), s.learningRate(), s.images());
                    } else if (event instanceof EpochDone e) {
                        return List.of(
                                e.step(), e.images(), e.trainLoss(), e.trainAccuracy(), e.testLoss(), e.testAccuracy());
                    }
                    return event;
                })
                .toList();
    }

    private static String told(TrainEvent event) {
        if (event instanceof TrainEvent.StepStudied studied) {
            return "studied at " + studied.step();
        }
        if (event instanceof StepDone step) {
            return "step " + step.step() + " of epoch " + step.epoch() + ", " + step.images() + " images";
        } else if (event instanceof EpochDone epoch) {
            return "epoch " + epoch.epoch() + " at " + epoch.step() + ", " + epoch.images() + " images";
        } else if (event instanceof SampleScored sample) {
            return "sample at " + sample.step();
        } else if (event instanceof TrainEvent.Examined examined) {
            return examined.examination().images() + " examined";
        } else if (event instanceof StateChanged change) {
            return change.from() + " " + change.to();
        } else if (event instanceof TrainEvent.Reset) {
            return "reset";
        }
        return event.toString();
    }

    /** This test's network, before whose seventh step something happens, up to four times. */
    private Network beforeItsSeventhStep(Runnable happens) {
        AtomicInteger times = new AtomicInteger();
        return (Network) Proxy.newProxyInstance(
                Network.class.getClassLoader(), new Class<?>[] {Network.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("learn") && network.step() == 6 && times.incrementAndGet() <= 4) {
                        happens.run();
                    }
                    return method.invoke(network, arguments);
                });
    }

    private static Network failingAtItsThirdStep(Network network) {
        return (Network) Proxy.newProxyInstance(
                Network.class.getClassLoader(), new Class<?>[] {Network.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("learn") && network.step() == 2) {
                        throw new Planted();
                    }
                    return method.invoke(network, arguments);
                });
    }

    /** A failure without a trace, so that the tests' output stays short. */
    private static final class Planted extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Planted() {
            super("planted by TrainerTest", null, false, false);
        }
    }
}
