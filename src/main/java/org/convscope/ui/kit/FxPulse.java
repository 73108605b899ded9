package org.convscope.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** The only door onto the FX thread: a thousand offers between two pictures of the screen are one visit. */
public final class FxPulse implements Pulse {

    @Override
    public <T> Consumer<T> latest(Consumer<T> receiver) {
        AtomicReference<T> slot = new AtomicReference<>();
        return news -> {
            if (slot.getAndSet(news) == null) {
                Platform.runLater(() -> receiver.accept(slot.getAndSet(null)));
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
                Platform.runLater(() -> {
                    awaited.set(false);
                    List<T> drained = new ArrayList<>();
                    for (T next = queue.poll(); next != null; next = queue.poll()) {
                        drained.add(next);
                    }
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
                    due = now + millis * 1_000_000L;
                    tick.run();
                }
            }
        };
        timer.start();
        return timer::stop;
    }
}
