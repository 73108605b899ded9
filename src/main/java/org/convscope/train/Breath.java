package org.convscope.train;

import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.function.LongSupplier;
import org.convscope.net.Interlude;

/**
 * What a trainer does between the parts of a long step: it gives the step up if it is wanted no more, says how far it
 * is, and lets those look who wait, for half of the time at the most. A step that is shorter than {@value #EVERY_NANOS}
 * ns is never interrupted for a look.
 */
final class Breath implements Interlude {

    static final long EVERY_NANOS = 100_000_000;

    private final LongSupplier clock;
    private final BooleanSupplier wanted;
    private final Runnable looks;
    private final DoubleConsumer progress;
    private long last;
    private long pause = EVERY_NANOS;

    /**
     * Nothing has begun.
     *
     * @param clock nanoseconds
     * @param wanted whether the step is to go on
     * @param looks answers who waits
     * @param progress hears the share of the step that is done
     */
    Breath(LongSupplier clock, BooleanSupplier wanted, Runnable looks, DoubleConsumer progress) {
        this.clock = clock;
        this.wanted = wanted;
        this.looks = looks;
        this.progress = progress;
    }

    /** A step begins. */
    void begin() {
        last = clock.getAsLong();
        pause = EVERY_NANOS;
    }

    @Override
    public boolean goOn(double share) {
        if (!wanted.getAsBoolean()) {
            return false;
        }
        long now = clock.getAsLong();
        if (now - last >= pause) {
            progress.accept(share);
            looks.run();
            last = clock.getAsLong();
            // As long as the looks have taken.
            pause = Math.max(EVERY_NANOS, last - now);
        }
        return wanted.getAsBoolean();
    }
}
