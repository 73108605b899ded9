package org.convscope.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.convscope.blueprint.Blueprint;
import org.convscope.spec.Optimizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class NetworkThreadTest {

    private static final Blueprint SMALL = FakeNetwork.smallBlueprint();

    @Test
    void lettersAreAnsweredInTheOrderOfTheirArrival() {
        NetworkThread thread = start();
        Queue<Integer> answered = new ConcurrentLinkedQueue<>();
        List<CompletableFuture<Boolean>> letters = IntStream.range(0, 100)
                .mapToObj(i -> thread.ask(network -> answered.add(i)))
                .toList();
        letters.forEach(CompletableFuture::join);
        assertEquals(IntStream.range(0, 100).boxed().toList(), List.copyOf(answered));
        thread.close().join();
    }

    @Test
    void whoLooksIsAnsweredOnceInTheMiddleOfLongWorkAndWhoAsksWaits() {
        NetworkThread thread = start();
        Queue<String> answered = new ConcurrentLinkedQueue<>();
        CompletableFuture<Void> asked = new CompletableFuture<>();
        var work = thread.ask(network -> {
            asked.join();
            thread.answerLooks();
            return answered.add("work");
        });
        var letter = thread.ask(network -> answered.add("letter"));
        var look = thread.look(network -> answered.add("look"))
                .thenCompose(first -> thread.look(network -> answered.add("look behind")));
        asked.complete(null);
        CompletableFuture.allOf(work, letter, look).join();
        assertEquals(List.of("look", "work", "letter", "look behind"), List.copyOf(answered));
        thread.close().join();
        assertInstanceOf(IllegalStateException.class, failureOf(thread.look(Network::step)));
    }

    @Test
    void aFailureReachesItsAskerAndNobodyElse() {
        NetworkThread thread = start();
        IllegalArgumentException mishap = new IllegalArgumentException("mishap");
        CompletableFuture<Object> failing = thread.ask(network -> {
            throw mishap;
        });
        CompletableFuture<Long> next = thread.ask(Network::step);
        assertSame(mishap, failureOf(failing));
        assertEquals(0, next.join());
        thread.close().join();
    }

    @Test
    void everyQuestionToANetworkThatWasNeverBornIsAnsweredWithTheReason() {
        IllegalStateException reason = new IllegalStateException("no memory for it");
        NetworkThread thread = NetworkThread.start("stillborn", () -> {
            throw reason;
        });
        assertSame(reason, failureOf(thread.ask(Network::step)));
        assertSame(reason, failureOf(thread.ask(Network::checkpoint)));
        assertSame(reason, failureOf(thread.close()));
    }

    @Test
    void lettersBeforeTheClosingAreAnsweredAndLettersAfterItRefused() {
        NetworkThread thread = start();
        CompletableFuture<StepResult> before = thread.ask(network -> network.learn(stripes(), 0.1));
        CompletableFuture<Void> closed = thread.close();
        CompletableFuture<Long> after = thread.ask(Network::step);
        assertTrue(before.join().loss() > 0);
        closed.join();
        assertInstanceOf(IllegalStateException.class, failureOf(after));
    }

    @Test
    void aStrangerIsRefusedAndBothThreadsAreNamed() {
        NetworkThread thread = start();
        Network network = thread.ask(owned -> owned).join();
        String message =
                assertThrows(IllegalStateException.class, network::step).getMessage();
        assertTrue(message.contains("network-test"), message);
        assertTrue(message.contains(Thread.currentThread().getName()), message);
        thread.close().join();
    }

    @Test
    void anOwnerOnTheCallingThreadAnswersAtOnce() {
        NetworkThread thread = NetworkThread.onCallingThread(new FakeNetwork(SMALL, new Optimizer.Sgd(), 1));
        assertTrue(thread.ask(network -> network.learn(stripes(), 0.1)).isDone());
        assertEquals(1, thread.ask(Network::step).join());
    }

    @Test
    void fourHundredQuestionsFromFourThreadsSeeWholeWeights() throws InterruptedException {
        int steps = 200;
        List<Checkpoint> history = history(steps);
        NetworkThread thread = start();
        List<CompletableFuture<StepResult>> learned = new ArrayList<>();
        Queue<CompletableFuture<Checkpoint>> seen = new ConcurrentLinkedQueue<>();
        CountDownLatch asked = new CountDownLatch(4);
        for (int asker = 0; asker < 4; asker++) {
            new Thread(() -> {
                        for (int i = 0; i < 100; i++) {
                            CompletableFuture<Checkpoint> answer = thread.ask(Network::checkpoint);
                            answer.join();
                            seen.add(answer);
                        }
                        asked.countDown();
                    })
                    .start();
        }
        for (int i = 0; i < steps; i++) {
            learned.add(thread.ask(network -> network.learn(stripes(), 0.1)));
        }
        learned.forEach(CompletableFuture::join);
        asked.await();
        assertEquals(400, seen.size());
        for (CompletableFuture<Checkpoint> answer : seen) {
            Checkpoint checkpoint = answer.join();
            assertEquals(history.get((int) checkpoint.step()), checkpoint);
        }
        thread.close().join();
    }

    /** What the same network is like before each step, learned without anybody asking. */
    private static List<Checkpoint> history(int steps) {
        FakeNetwork network = new FakeNetwork(SMALL, new Optimizer.Nesterov(0.9), 1);
        List<Checkpoint> history = new ArrayList<>(List.of(network.checkpoint()));
        for (int i = 0; i < steps; i++) {
            network.learn(stripes(), 0.1);
            history.add(network.checkpoint());
        }
        return history;
    }

    private static NetworkThread start() {
        return NetworkThread.start("network-test", () -> new FakeNetwork(SMALL, new Optimizer.Nesterov(0.9), 1));
    }

    private static Batch stripes() {
        return FakeNetwork.stripes(SMALL, 8, 3);
    }

    private static Throwable failureOf(CompletableFuture<?> future) {
        return assertThrows(CompletionException.class, future::join).getCause();
    }
}
