package org.convscope.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.convscope.data.LabelledImages;
import org.convscope.net.FakeNetwork;
import org.convscope.net.Network;
import org.convscope.net.NetworkThread;
import org.convscope.spec.Optimizer;
import org.convscope.spec.Schedule;
import org.convscope.spec.TrainingPlan;
import org.convscope.train.TrainEvent.StepDone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A trainer on a thread of its own: nothing here waits for a time, only for something to have happened. */
@Timeout(60)
class TrainerThreadTest {

    private static final LabelledImages TEST = Stripes.images(3 * Scorer.CHUNK, 2);

    private final NetworkThread thread = NetworkThread.start(
            "network-test", () -> new FakeNetwork(FakeNetwork.smallBlueprint(), new Optimizer.Sgd(), 5));
    private final Trainer trainer = trainer(thread, 1000);

    @AfterEach
    void close() {
        thread.close().join();
    }

    @Test
    void aPauseDuringAStepCompletesWithThatStep() {
        Gate gate = new Gate(7);
        trainer.listen(gate::pass);
        trainer.play();
        gate.awaitArrival();
        CompletableFuture<Long> paused = trainer.pause();
        gate.open();
        assertEquals(7, paused.join());
        assertEquals(TrainState.PAUSED, trainer.state());
        assertEquals(7, thread.ask(Network::step).join());
    }

    @Test
    void aPauseOvertakesTheQuestionsThatWait() {
        Gate gate = new Gate(7);
        trainer.listen(gate::pass);
        trainer.play();
        gate.awaitArrival();
        List<CompletableFuture<Long>> questions =
                IntStream.range(0, 100).mapToObj(i -> thread.ask(Network::step)).toList();
        CompletableFuture<Long> paused = trainer.pause();
        gate.open();
        assertEquals(7, paused.join());
        questions.forEach(question -> assertEquals(7, question.join()));
    }

    @Test
    void aQuestionDuringTrainingWaitsForOneStepAtTheMost() {
        Gate gate = new Gate(7);
        trainer.listen(gate::pass);
        trainer.play();
        gate.awaitArrival();
        CompletableFuture<Long> answer = thread.ask(Network::step);
        gate.open();
        assertTrue(answer.join() <= 8, "answered after step " + answer.join());
        trainer.pause().join();
    }

    @Test
    void aTestOfManyImagesIsInterruptedByQuestionsAndByAPause() {
        Gate gate = new Gate(9);
        trainer.listen(gate::pass);
        List<TrainEvent> tests = new CopyOnWriteArrayList<>();
        trainer.listen(event -> {
            if (event instanceof TrainEvent.EpochDone) {
                tests.add(event);
            }
        });
        trainer.epoch();
        gate.awaitArrival();
        // The first question stands before the first of three chunks, the one it asks stands behind it.
        CompletableFuture<Long> paused = new CompletableFuture<>();
        var unused = thread.ask(first -> {
            var inner = thread.ask(second -> {
                var pause = trainer.pause().thenAccept(paused::complete);
                return pause.isDone();
            });
            return inner.isDone();
        });
        gate.open();
        assertEquals(9, paused.join());
        assertEquals(TrainState.PAUSED, trainer.state());
        assertTrue(tests.isEmpty(), "the test is not over");

        CompletableFuture<TrainEvent> over = new CompletableFuture<>();
        trainer.listen(event -> {
            if (event instanceof TrainEvent.StateChanged change && change.to() == TrainState.PAUSED) {
                over.complete(event);
            }
        });
        trainer.epoch();
        assertEquals(9, over.join().step());
        TrainEvent.EpochDone test = (TrainEvent.EpochDone) tests.get(0);
        Score score = thread.ask(network -> Scorer.score(network, TEST)).join();
        assertEquals(score.loss(), test.testLoss());
        assertEquals(score.accuracy(), test.testAccuracy());
    }

    @Test
    void neitherQuestionsNorTrainingStarveTheOther() {
        CountDownLatch trained = new CountDownLatch(50);
        trainer.listen(event -> {
            if (event instanceof StepDone) {
                trained.countDown();
            }
        });
        AtomicLong answers = new AtomicLong();
        trainer.play();
        askForEver(answers);
        Gate.await(trained);
        trainer.pause().join();
        assertTrue(answers.get() >= 50, "answers: " + answers.get());
    }

    /** Keeps a hundred questions in the mailbox. */
    private void askForEver(AtomicLong answers) {
        for (int i = 0; i < 100; i++) {
            askAgain(answers);
        }
    }

    private void askAgain(AtomicLong answers) {
        var unused = thread.ask(network -> {
            answers.incrementAndGet();
            if (trainer.state() != TrainState.PAUSED) {
                askAgain(answers);
            }
            return null;
        });
    }

    @Test
    void callsFromManyThreadsLeaveAWholeTraining() {
        Queue<Long> steps = new ConcurrentLinkedQueue<>();
        trainer.listen(event -> {
            if (event instanceof StepDone) {
                steps.add(event.step());
            }
        });
        CompletableFuture<?>[] callers = IntStream.range(0, 4)
                .mapToObj(caller -> CompletableFuture.runAsync(() -> {
                    for (int i = 0; i < 50; i++) {
                        trainer.play();
                        trainer.step();
                        trainer.pause().join();
                    }
                }))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(callers).join();
        long done = trainer.pause().join();
        assertEquals(TrainState.PAUSED, trainer.state());
        assertEquals(
                IntStream.rangeClosed(1, (int) done).mapToObj(i -> (long) i).toList(), List.copyOf(steps));
    }

    @Test
    void whoAsksATrainerOfAClosedNetworkIsToldSo() {
        NetworkThread closing = NetworkThread.start(
                "closing", () -> new FakeNetwork(FakeNetwork.smallBlueprint(), new Optimizer.Sgd(), 5));
        Trainer orphan = trainer(closing, 3);
        closing.close().join();
        orphan.play();
        CompletionException refused =
                assertThrows(CompletionException.class, () -> orphan.pause().join());
        assertInstanceOf(IllegalStateException.class, refused.getCause());
        assertEquals(TrainState.READY, orphan.state());
    }

    @Test
    void closingTheNetworkInTheMiddleOfATrainingEndsBoth() {
        NetworkThread closing = NetworkThread.start(
                "closing", () -> new FakeNetwork(FakeNetwork.smallBlueprint(), new Optimizer.Sgd(), 5));
        Trainer busy = trainer(closing, 1000);
        Gate gate = new Gate(3);
        busy.listen(gate::pass);
        busy.play();
        gate.awaitArrival();
        CompletableFuture<Long> paused = busy.close();
        CompletableFuture<Void> closed = closing.close();
        gate.open();
        assertEquals(3, paused.join());
        closed.join();
    }

    private static Trainer trainer(NetworkThread thread, int epochs) {
        return new Trainer(
                thread,
                Stripes.images(45, 1),
                TEST,
                new TrainingPlan(new Optimizer.Sgd(), 0.1, new Schedule.Constant(), 5, epochs, 11, 0),
                new Sampling(100, 4));
    }

    /** Holds the network's thread in a step's event until the test has done what it wants to do meanwhile. */
    private static final class Gate {

        private final long step;
        private final CountDownLatch arrived = new CountDownLatch(1);
        private final CountDownLatch opened = new CountDownLatch(1);

        Gate(long step) {
            this.step = step;
        }

        void pass(TrainEvent event) {
            if (event instanceof StepDone && event.step() == step) {
                arrived.countDown();
                await(opened);
            }
        }

        void awaitArrival() {
            await(arrived);
        }

        void open() {
            opened.countDown();
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
    }
}
