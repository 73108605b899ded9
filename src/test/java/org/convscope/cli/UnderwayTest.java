package org.convscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.convscope.train.Progress;
import org.convscope.train.TrainEvent;
import org.convscope.train.TrainState;
import org.junit.jupiter.api.Test;

class UnderwayTest {

    private static final Progress AT_120 =
            new Progress(TrainState.RUNNING, 590, 3, 10, 120, 235, 151_000, 0.1, 2_500, 180);

    private final AtomicLong clock = new AtomicLong();
    private final Underway underway = new Underway(clock::get);

    @Test
    void nothingIsSaidWithinTenSeconds() {
        clock.addAndGet(Underway.EVERY_NANOS - 1);
        assertEquals(Optional.empty(), underway.hear(step(), AT_120));
    }

    @Test
    void everyTenSecondsALineTellsHowFarItIsHowFastAndHowLongItWillTake() {
        clock.addAndGet(Underway.EVERY_NANOS);
        assertEquals(
                Optional.of("epoch 3/10  step 120 of 235  loss 0.4321  2,500 images/s, 3 min left"),
                underway.hear(step(), AT_120));
        assertEquals(Optional.empty(), underway.hear(step(), AT_120));
    }

    @Test
    void theFirstStepOfALargeNetworkIsToldInParts() {
        clock.addAndGet(Underway.EVERY_NANOS);
        Progress nothingYet = new Progress(TrainState.RUNNING, 0, 0, 10, 0, 469, 0, 0.1, Double.NaN, Double.NaN);
        assertEquals(
                Optional.of("epoch 1/10  step 0 of 469 and 40 %"),
                underway.hear(new TrainEvent.StepUnderWay(0, 0.4), nothingYet));
    }

    @Test
    void theEndOfAnEpochIsALineOfItsOwn() {
        clock.addAndGet(Underway.EVERY_NANOS);
        assertEquals(
                Optional.empty(),
                underway.hear(new TrainEvent.EpochDone(705, 3, 180_000, 0.4, 0.85, 0.5, 0.83, 5), AT_120));
        assertEquals(Optional.empty(), underway.hear(step(), AT_120));
    }

    private static TrainEvent step() {
        return new TrainEvent.StepDone(590, 3, 0.4321, 0.85, 0.1, 14, 151_000);
    }
}
