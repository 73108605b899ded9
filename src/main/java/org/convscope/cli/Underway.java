package org.convscope.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.convscope.train.Progress;
import org.convscope.train.TrainEvent;

/** What is said between the ends of two epochs, so that nobody waits for minutes without a word. */
final class Underway {

    /** An epoch of LeNet takes 5 s, and needs no words of its own; one of ResNet-18 in full size half an hour. */
    static final long EVERY_NANOS = 10_000_000_000L;

    private final LongSupplier nanos;
    private long told;
    private double loss = Double.NaN;

    /** Silent for the first {@value #EVERY_NANOS} ns by this clock. */
    Underway(LongSupplier nanos) {
        this.nanos = nanos;
        this.told = nanos.getAsLong();
    }

    /** Hears an event of a run that stands at {@code progress}; gives the line that is due, if one is. */
    Optional<String> hear(TrainEvent event, Progress progress) {
        long now = nanos.getAsLong();
        if (event instanceof TrainEvent.EpochDone) {
            told = now;
        } else if (event instanceof TrainEvent.StepDone done) {
            loss = done.loss();
            return line(now, progress, "");
        } else if (event instanceof TrainEvent.StepUnderWay part) {
            return line(now, progress, String.format(Locale.ROOT, " and %.0f %%", 100 * part.share()));
        }
        return Optional.empty();
    }

    private Optional<String> line(long now, Progress progress, String part) {
        if (now - told < EVERY_NANOS) {
            return Optional.empty();
        }
        told = now;
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "epoch %d/%d  step %,d of %,d%s",
                Math.max(1, progress.epoch()),
                progress.epochs(),
                progress.stepOfEpoch(),
                progress.stepsPerEpoch(),
                part));
        if (Double.isFinite(loss)) {
            line.append(String.format(Locale.ROOT, "  loss %.4f", loss));
        }
        if (Double.isFinite(progress.imagesPerSecond())) {
            line.append(String.format(Locale.ROOT, "  %,.0f images/s", progress.imagesPerSecond()));
        }
        if (Double.isFinite(progress.secondsLeft())) {
            line.append(", ").append(left(progress.secondsLeft())).append(" left");
        }
        return Optional.of(line.toString());
    }

    private static String left(double seconds) {
        return seconds < 120
                ? String.format(Locale.ROOT, "%.0f s", seconds)
                : seconds < 7200
                        ? String.format(Locale.ROOT, "%.0f min", seconds / 60)
                        : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
    }
}
