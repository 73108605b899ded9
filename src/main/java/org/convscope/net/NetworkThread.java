package org.convscope.net;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Owner and mailbox of one network: letters are answered in the order of their arrival, one at a time.
 *
 * <p>Models of DL4J give two askers each other's answers, so nobody else ever touches the network. A
 * training step is a letter like any other; the trainer posts the next when one is done, and a question
 * waits for one step at the most.
 */
public final class NetworkThread {

    private final Executor mailbox;
    private final Runnable end;
    private final CompletableFuture<Network> network = new CompletableFuture<>();

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

    /** Takes no more letters, answers those that lie there, then closes the network. */
    public CompletableFuture<Void> close() {
        CompletableFuture<Void> closed = ask(owned -> {
            owned.close();
            return null;
        });
        end.run();
        return closed;
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
