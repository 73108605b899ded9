package org.convscope.train;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/** Images a second, over the last seconds in which a training ran. */
final class Speedometer {

    private static final long WINDOW_NANOS = 3_000_000_000L;
    private static final long BETWEEN_MARKS_NANOS = 100_000_000L;

    private record Mark(long nanos, long images) {}

    private final LongSupplier clock;
    private final Deque<Mark> marks = new ArrayDeque<>();
    private double imagesPerSecond = Double.NaN;

    /** Measures with a clock that counts nanoseconds. */
    Speedometer(LongSupplier clock) {
        this.clock = clock;
    }

    /** Begins to measure, after a pause for example. */
    void start(long images) {
        marks.clear();
        marks.add(new Mark(clock.getAsLong(), images));
    }

    /** So many images are learned now. */
    void pass(long images) {
        long now = clock.getAsLong();
        while (marks.size() > 1 && now - marks.getFirst().nanos > WINDOW_NANOS) {
            marks.removeFirst();
        }
        Mark oldest = marks.getFirst();
        if (now > oldest.nanos) {
            imagesPerSecond = (images - oldest.images) * 1e9 / (now - oldest.nanos);
        }
        if (now - marks.getLast().nanos >= BETWEEN_MARKS_NANOS) {
            marks.add(new Mark(now, images));
        }
    }

    /** The last measurement; NaN before the first. */
    double imagesPerSecond() {
        return imagesPerSecond;
    }
}
