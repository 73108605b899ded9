package org.convscope.data;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A person's wish that long work end early. Whoever works asks for it; whoever waits wishes it, from any thread. */
public final class Cancellation {

    private final CompletableFuture<Void> wished = new CompletableFuture<>();

    /** Ends the work soon. */
    public void cancel() {
        wished.complete(null);
    }

    /** Whether the work shall end. */
    public boolean isCancelled() {
        return wished.isDone();
    }

    /** Ends the work here, with a {@link CancellationException}, if that was wished. */
    public void check() {
        if (isCancelled()) {
            throw new CancellationException();
        }
    }

    /** Runs {@code last} once, when the wish comes, on the thread it comes from; at once if it came already. */
    public void onCancel(Runnable last) {
        var unused = wished.thenRun(last);
    }

    /** Waits, but not longer than until the wish comes. */
    public void await(Duration longest) {
        try {
            wished.get(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException passed) {
            return;
        } catch (InterruptedException wakened) {
            Thread.currentThread().interrupt();
            cancel();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
