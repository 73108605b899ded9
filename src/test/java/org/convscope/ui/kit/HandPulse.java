package org.convscope.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A pulse whose beats a test gives by hand. */
public final class HandPulse implements Pulse {

    private final Pulse immediate = Pulse.immediate();
    private final List<Runnable> ticks = new ArrayList<>();

    /** One picture of the screen. */
    public void beat() {
        ticks.forEach(Runnable::run);
    }

    /** So many pictures of the screen. */
    public void beat(int times) {
        for (int i = 0; i < times; i++) {
            beat();
        }
    }

    @Override
    public <T> Consumer<T> latest(Consumer<T> receiver) {
        return immediate.latest(receiver);
    }

    @Override
    public <T> Consumer<T> every(Consumer<List<T>> receiver) {
        return immediate.every(receiver);
    }

    @Override
    public Runnable repeat(int millis, Runnable tick) {
        ticks.add(tick);
        return () -> ticks.remove(tick);
    }
}
