package org.convscope.ui.runs;

import java.time.Instant;
import java.util.Optional;
import org.convscope.run.RunCard;
import org.convscope.run.RunEntry;
import org.convscope.run.Standing;
import org.convscope.train.TrainState;

/**
 * What is known of a run at one moment.
 *
 * @param entry what its files say
 * @param hand who writes into them
 */
record RunFacts(RunEntry entry, Hand hand) {

    /** Who writes into a run's folder. */
    enum Hand {
        NOBODY,
        /** It is the run that this window has open. */
        HERE,
        /** Another window or program. */
        OTHERS
    }

    /** Its name, or its id where it has none. */
    String title() {
        return entry.notes().name().isEmpty() ? entry.id() : entry.notes().name();
    }

    Optional<RunCard> card() {
        return entry.card();
    }

    /** How far it has come; empty if its card cannot be read. */
    Optional<Standing> standing() {
        return card().map(RunCard::standing);
    }

    /** Whether it was learning when its program was killed or its computer went off. */
    boolean isCutOff() {
        return hand == Hand.NOBODY
                && standing().filter(now -> now.state() == TrainState.RUNNING).isPresent();
    }

    /** Whether it can be opened to go on; a run in other hands can only be watched. */
    boolean canBeOpened() {
        return entry.problem().isEmpty() && hand != Hand.OTHERS;
    }

    /** Share of the test set that was right; NaN where it was never scored. */
    double testAccuracy() {
        return standing().map(Standing::testAccuracy).orElse(Double.NaN);
    }

    long step() {
        return standing().map(Standing::step).orElse(-1L);
    }

    /** When its first step was taken; the beginning of time where its card cannot be read. */
    Instant started() {
        return standing().map(Standing::started).orElse(Instant.EPOCH);
    }
}
