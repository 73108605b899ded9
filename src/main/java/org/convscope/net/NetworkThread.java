package org.convscope.net;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Owner and mailbox of one network: letters are answered in the order of their arrival, one at a time.
 *
 * <p>Models of DL4J give two askers each other's answers, so nobody else ever touches the network. A
 * training step is a letter like any other; the trainer posts the next when one is done, and a question
 * waits for one step at the most. Who only looks need not wait so long: a step that takes its time answers looks
 * between its parts.
 */
public final class NetworkThread {

    private final Executor mailbox;
    private final Runnable end;
    private final CompletableFuture<Network> network = new CompletableFuture<>();
    private final Queue<Look> looks = new ConcurrentLinkedQueue<>();

    private NetworkThread(Executor mailbox, Runnable end) {
        this.mailbox = mailbox;
        this.end = end;
    }

    /**
     * Starts a thread called {@code name}; the network is born on it, as the first letter. If the birth
     * fails, every question is answered with that failure.
     */
    public static NetworkThread start(String name, Supplier<Network> birth) {
        ExecutorService executor = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        NetworkThread owner = new NetworkThread(executor, executor::shutdown);
        executor.execute(() -> answer(owner.network, birth));
        return owner;
    }

    /** An owner that answers at once on the asking thread, so that tests need not wait. */
    public static NetworkThread onCallingThread(Network network) {
        NetworkThread owner = new NetworkThread(Runnable::run, () -> {});
        owner.network.complete(network);
        return owner;
    }

    /** Posts a question; the future completes on the network's thread, so what follows it must be brief. */
    public <R> CompletableFuture<R> ask(Function<Network, R> question) {
        CompletableFuture<R> future = new CompletableFuture<>();
        try {
            mailbox.execute(() -> answer(future, () -> question.apply(network.join())));
        } catch (RejectedExecutionException closing) {
            future.completeExceptionally(new IllegalStateException("The network is closed", closing));
        }
        return future;
    }

    /**
     * Posts a question that leaves the network as it is; it may be answered in the middle of a step, and then tells of
     * the network before it.
     */
    public <R> CompletableFuture<R> look(Function<Network, R> question) {
        CompletableFuture<R> future = new CompletableFuture<>();
        Look look = new Look(() -> answer(future, () -> question.apply(network.join())));
        looks.add(look);
        try {
            mailbox.execute(() -> {
                looks.remove(look);
                look.answer();
            });
        } catch (RejectedExecutionException closing) {
            looks.remove(look);
            future.completeExceptionally(new IllegalStateException("The network is closed", closing));
        }
        return future;
    }

    /**
     * Answers the looks that wait, between two parts of a step, on the network's thread. Those that are asked meanwhile
     * wait for the next time, or the step would never end.
     */
    public void answerLooks() {
        for (Look look : List.copyOf(looks)) {
            looks.remove(look);
            look.answer();
        }
    }

    /** Takes no more letters, answers those that lie there, then closes the network. */
    public CompletableFuture<Void> close() {
        CompletableFuture<Void> closed = ask(owned -> {
            owned.close();
            return null;
        });
        end.run();
        return closed;
    }

    /** A question that lies in two places, and is answered in the one that comes first. */
    private static final class Look {

        // Taken out, since the letter lies there until the step is over, and would keep all maps that were seen.
        private final AtomicReference<Runnable> answer;

        Look(Runnable answer) {
            this.answer = new AtomicReference<>(answer);
        }

        void answer() {
            Runnable first = answer.getAndSet(null);
            if (first != null) {
                first.run();
            }
        }
    }

    // One of the house's three boundaries: whatever happens is told to the asker, and the thread lives on.
    private static <R> void answer(CompletableFuture<R> future, Supplier<R> work) {
        try {
            future.complete(work.get());
        } catch (CompletionException stillborn) {
            future.completeExceptionally(stillborn.getCause());
        } catch (Throwable failure) {
            future.completeExceptionally(failure);
        }
    }
}
