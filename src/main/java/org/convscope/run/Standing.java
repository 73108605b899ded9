package org.convscope.run;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.convscope.train.TrainState;

/**
 * How far a run has come. Losses are mean cross-entropies, accuracies shares from 0 to 1; NaN where
 * nothing is known yet.
 *
 * @param state where its training stands
 * @param step mini-batches learned
 * @param epoch epochs begun, from 1; 0 before the first step
 * @param trainLoss of the last whole epoch
 * @param trainAccuracy of the last whole epoch
 * @param testLoss when the whole test set was last scored
 * @param testAccuracy when the whole test set was last scored
 * @param started when its first step was taken
 * @param ended when it ended or was closed; empty while it runs
 */
public record Standing(
        TrainState state,
        long step,
        int epoch,
        double trainLoss,
        double trainAccuracy,
        double testLoss,
        double testAccuracy,
        Instant started,
        Optional<Instant> ended) {

    public Standing {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(started, "started");
        Objects.requireNonNull(ended, "ended");
    }

    /** A run that has not begun. */
    public static Standing beginning(Instant now) {
        return new Standing(
                TrainState.READY, 0, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, now, Optional.empty());
    }

    /** The same standing with so many mini-batches learned. */
    Standing at(long steps) {
        return new Standing(state, steps, epoch, trainLoss, trainAccuracy, testLoss, testAccuracy, started, ended);
    }
}
