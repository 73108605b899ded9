package org.convscope.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.logging.Logger;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * The only door onto the FX thread: a thousand offers between two pictures of the screen are one visit with the next of
 * them, and one at once for whoever comes first.
 */
public final class FxPulse implements Pulse {

    // Held, or it would be collected with its filter.
    private static final Logger TOOLKIT = Logger.getLogger("javafx");

    private final Queue<Runnable> visits = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean awake = new AtomicBoolean();
    /** Whether somebody was let in since the last picture of the screen without waiting for the next. */
    private final AtomicBoolean early = new AtomicBoolean();

    private final AnimationTimer door = new AnimationTimer() {
        @Override
        public void handle(long now) {
            early.set(false);
            if (letIn() == 0) {
                close();
            }
        }
    };

    /** Starts the toolkit, then does {@code first} on its thread; to be called once, from any other. */
    public static void start(Runnable first) {
        // That its classes come from the class path is meant: DL4J is no module.
        TOOLKIT.setFilter(record -> !record.getMessage().startsWith("Unsupported JavaFX configuration"));
        // What is done within startup itself is not yet known to be on the toolkit's thread.
        Platform.startup(() -> Platform.runLater(first));
    }

    @Override
    public <T> Consumer<T> latest(Consumer<T> receiver) {
        AtomicReference<T> slot = new AtomicReference<>();
        return news -> {
            if (slot.getAndSet(news) == null) {
                visit(() -> receiver.accept(slot.getAndSet(null)));
            }
        };
    }

    @Override
    public <T> Consumer<T> every(Consumer<List<T>> receiver) {
        Queue<T> queue = new ConcurrentLinkedQueue<>();
        AtomicBoolean awaited = new AtomicBoolean();
        return news -> {
            queue.add(news);
            if (awaited.compareAndSet(false, true)) {
                visit(() -> {
                    awaited.set(false);
                    List<T> drained = drain(queue);
                    if (!drained.isEmpty()) {
                        receiver.accept(drained);
                    }
                });
            }
        };
    }

    @Override
    public Runnable repeat(int millis, Runnable tick) {
        AnimationTimer timer = new AnimationTimer() {
            private long due;

            @Override
            public void handle(long now) {
                if (now >= due) {
                    // Counted from when it was due, or every beat would be rounded up to whole pictures.
                    due = Math.max(due + millis * 1_000_000L, now);
                    tick.run();
                }
            }
        };
        timer.start();
        return timer::stop;
    }

    // What takes several ways over this thread, as a picture does that is asked for, then painted, then shown, would
    // otherwise wait for a picture of the screen on each of them.
    private void visit(Runnable visit) {
        visits.add(visit);
        if (awake.compareAndSet(false, true)) {
            early.set(true);
            Platform.runLater(() -> {
                door.start();
                letIn();
            });
        } else if (early.compareAndSet(false, true)) {
            Platform.runLater(this::letIn);
        }
    }

    /** Whoever is offered something meanwhile waits for the next time; how many were let in. */
    private int letIn() {
        int waiting = visits.size();
        for (int i = 0; i < waiting; i++) {
            visits.remove().run();
        }
        return waiting;
    }

    private void close() {
        door.stop();
        awake.set(false);
        if (!visits.isEmpty() && awake.compareAndSet(false, true)) {
            door.start();
        }
    }

    private static <T> List<T> drain(Queue<T> queue) {
        List<T> drained = new ArrayList<>();
        for (T next = queue.poll(); next != null; next = queue.poll()) {
            drained.add(next);
        }
        return drained;
    }
}
