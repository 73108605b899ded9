package org.convscope.workbench;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * One place on screen that asks. The latest question wins: while one is being answered only the newest
 * of the others is kept, so a hundred moves of the mouse cost two answers.
 *
 * @param <Q> what is asked
 * @param <A> what is shown
 */
public final class Viewer<Q, A> {

    private final Function<Q, CompletableFuture<A>> ask;
    private final BiConsumer<A, Throwable> show;
    private final AtomicReference<Slot<Q>> slot = new AtomicReference<>(new Slot<>(false, null));

    /** What is on the way, and what waits behind it. */
    private record Slot<Q>(boolean busy, Q waiting) {}

    /**
     * A viewer.
     *
     * @param ask where questions go
     * @param show receives the answer or the failure, on the answering thread
     */
    public Viewer(Function<Q, CompletableFuture<A>> ask, BiConsumer<A, Throwable> show) {
        this.ask = ask;
        this.show = show;
    }

    /** Asks, now or as soon as the answer before is there. */
    public void ask(Q question) {
        Objects.requireNonNull(question, "question");
        Slot<Q> before = slot.getAndUpdate(now -> now.busy ? new Slot<>(true, question) : new Slot<>(true, null));
        if (!before.busy) {
            send(question);
        }
    }

    /** Whether an answer is awaited. */
    public boolean isBusy() {
        return slot.get().busy;
    }

    private void send(Q question) {
        var unused = ask.apply(question).whenComplete((answer, failure) -> {
            Slot<Q> before =
                    slot.getAndUpdate(now -> now.waiting == null ? new Slot<>(false, null) : new Slot<>(true, null));
            show.accept(answer, failure);
            if (before.waiting != null) {
                send(before.waiting);
            }
        });
    }
}
