package org.convscope.train;

import java.util.EnumSet;
import java.util.Set;

/** Where a training stands. */
public enum TrainState {
    /** No step taken since the beginning or the last reset. */
    READY,
    /** Steps follow each other. */
    RUNNING,
    /** Between two steps, until told otherwise. */
    PAUSED,
    /** All epochs of the plan are done. */
    FINISHED,
    /** Ended by a person before the plan was done. */
    STOPPED,
    /** Ended because the loss is no longer a number; the last good weights are back. */
    DIVERGED,
    /** Ended because nothing that goes in changes what comes out; the last good weights are back. */
    DEAD,
    /** Ended by a failure of ours. */
    FAILED;

    private static final Set<TrainState> ENDS = EnumSet.of(FINISHED, STOPPED, DIVERGED, DEAD, FAILED);

    /** Whether only a reset leads on. */
    public boolean isEnd() {
        return ENDS.contains(this);
    }

    /** Whether a training may go from here to {@code next} at once. */
    public boolean mayBecome(TrainState next) {
        return switch (this) {
            case READY, PAUSED -> next == RUNNING || next == STOPPED || next == READY || next.isEnd();
            case RUNNING -> next == PAUSED || next.isEnd();
            default -> next == READY;
        };
    }
}
