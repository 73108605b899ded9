package org.convscope.ui.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.convscope.ui.kit.Pulse;

/** A pulse whose beats a test gives by hand. */
final class HandPulse implements Pulse {

    private final Pulse immediate = Pulse.immediate();
    private final List<Runnable> ticks = new ArrayList<>();

    void beat() {
        ticks.forEach(Runnable::run);
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
