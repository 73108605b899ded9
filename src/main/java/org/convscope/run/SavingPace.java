package org.convscope.run;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * When a network is saved in the middle of an epoch: once {@link #SHORTEST} have passed since it was last
 * saved, and only if saving then takes no more than {@link #MOST_SHARE} of the time. A LeNet is saved every
 * minute; a network whose saving takes 3 seconds, every two and a half.
 */
final class SavingPace {

    /** What a kill costs at the most, where saving takes no longer than 1.2 s. */
    static final Duration SHORTEST = Duration.ofMinutes(1);

    /** Of the time between two saves, the share that saving may take. */
    static final double MOST_SHARE = 0.02;

    private final long shortestNanos;
    private final double mostShare;
    private final LongSupplier nanos;
    private long lastNanos;
    private long costNanos;

    /** A pace that counts from now on. */
    SavingPace(Duration shortest, double mostShare, LongSupplier nanos) {
        this.shortestNanos = shortest.toNanos();
        this.mostShare = mostShare;
        this.nanos = nanos;
        this.lastNanos = nanos.getAsLong();
    }

    static SavingPace standard() {
        return new SavingPace(SHORTEST, MOST_SHARE, System::nanoTime);
    }

    /** Whether it is time to save. */
    boolean isDue() {
        return nanos.getAsLong() - lastNanos >= Math.max(shortestNanos, costNanos / mostShare);
    }

    /** Makes it time to save. */
    void hurry() {
        lastNanos = nanos.getAsLong() - shortestNanos;
        costNanos = 0;
    }

    /** A moment to be handed to {@link #saved}. */
    long now() {
        return nanos.getAsLong();
    }

    /** It was saved, or the disk refused it, which may have taken as long; since {@code start}. */
    void saved(long start) {
        lastNanos = nanos.getAsLong();
        costNanos = lastNanos - start;
    }
}
