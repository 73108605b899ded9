package org.convscope.ui.kit;

import java.util.List;
import java.util.function.Consumer;

/**
 * How news from other threads reach a screen: at most once per picture of the screen. A model takes a
 * pulse, so that its test needs no toolkit.
 */
public interface Pulse {

    /** A way in for news of which only the newest counts. May be called from any thread. */
    <T> Consumer<T> latest(Consumer<T> receiver);

    /** A way in for news of which each counts; they arrive together, in order. May be called from any thread. */
    <T> Consumer<T> every(Consumer<List<T>> receiver);

    /** Calls {@code tick} again and again, about every {@code millis}, until the answer is run. */
    Runnable repeat(int millis, Runnable tick);

    /** A pulse that passes everything on at once on the calling thread, and never repeats: for tests. */
    static Pulse immediate() {
        return new Pulse() {
            @Override
            public <T> Consumer<T> latest(Consumer<T> receiver) {
                return receiver;
            }

            @Override
            public <T> Consumer<T> every(Consumer<List<T>> receiver) {
                return news -> receiver.accept(List.of(news));
            }

            @Override
            public Runnable repeat(int millis, Runnable tick) {
                return () -> {};
            }
        };
    }
}
