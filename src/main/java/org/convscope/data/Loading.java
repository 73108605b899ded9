package org.convscope.data;

import java.util.function.Consumer;

/**
 * What binds whoever loads a dataset to whoever waits for it.
 *
 * @param listener hears, on any thread, how far the reading has come
 * @param cancellation ends it with a {@link java.util.concurrent.CancellationException}
 */
public record Loading(Consumer<Read> listener, Cancellation cancellation) {

    /**
     * How far the reading has come.
     *
     * @param images that are read
     * @param total images that there are
     */
    public record Read(int images, int total) {}

    /** For whoever waits whatever it takes. */
    public static Loading patient() {
        return new Loading(read -> {}, new Cancellation());
    }
}
