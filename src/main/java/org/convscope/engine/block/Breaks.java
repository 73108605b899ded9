package org.convscope.engine.block;

import java.util.concurrent.atomic.AtomicLong;
import org.convscope.net.Interlude;

/** Counts what is done of a step that several threads may share, and gives the one that owns the network its interludes. */
final class Breaks {

    private final Interlude interlude;
    private final long parts;
    private final Thread owner = Thread.currentThread();
    private final AtomicLong done = new AtomicLong();
    private volatile boolean ended;

    /** Breaks of work in so many parts, which the calling thread's network does. */
    Breaks(Interlude interlude, long parts) {
        this.interlude = interlude;
        this.parts = parts;
    }

    /** One more part is done; whether another one may begin. Every thread hears of an end after its part. */
    boolean goOn() {
        long now = done.incrementAndGet();
        if (!ended && Thread.currentThread().equals(owner)) {
            ended = !interlude.goOn(Math.min(1, (double) now / parts));
        }
        return !ended;
    }

    /** Whether the work was ended before it was done. */
    boolean isEnded() {
        return ended;
    }
}
