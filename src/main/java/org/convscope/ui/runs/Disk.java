package org.convscope.ui.runs;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.convscope.ui.kit.Pulse;

/** Does what may take long, one after the other, off the screen's thread, and brings back what came of it. */
final class Disk {

    private final Executor threads;
    private final Consumer<Runnable> back;
    private final Consumer<Throwable> wrong;
    private CompletableFuture<?> last = CompletableFuture.completedFuture(null);

    /** Nothing to do yet; {@code wrong} hears on the screen's thread what went wrong. */
    Disk(Executor threads, Pulse pulse, Consumer<Throwable> wrong) {
        this.threads = threads;
        this.back = pulse.every(news -> news.forEach(Runnable::run));
        this.wrong = wrong;
    }

    /** Asks something, and hands its answer to the screen's thread. */
    <T> void ask(Supplier<T> question, Consumer<T> answered) {
        ask(question, answered, wrong);
    }

    /** The same for whoever wants to hear what goes wrong. */
    <T> void ask(Supplier<T> question, Consumer<T> answered, Consumer<Throwable> failed) {
        CompletableFuture<T> next =
                last.handle((done, failure) -> done).thenApplyAsync(before -> question.get(), threads);
        last = next;
        var unused = next.whenComplete((answer, failure) -> back.accept(() -> {
            if (failure == null) {
                answered.accept(answer);
            } else {
                failed.accept(failure);
            }
        }));
    }

    /** Brings news of what is being done to the screen's thread, from any. */
    void tell(Runnable news) {
        back.accept(news);
    }
}
