package org.convscope.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A breath by a clock that the test moves. */
class BreathTest {

    private static final long MILLI = 1_000_000;

    private final List<Double> progress = new ArrayList<>();
    private long clock;
    private long lookMillis;
    private int looks;
    private boolean wanted = true;
    private final Breath breath = new Breath(() -> clock, () -> wanted, this::look, progress::add);

    @Test
    void aShortStepIsNotInterrupted() {
        breath.begin();
        after(60);
        breath.begin();
        after(60);
        assertEquals(0, looks);
        assertEquals(List.of(), progress);
    }

    @Test
    void aLongStepSaysHowFarItIsAndLetsOthersLook() {
        breath.begin();
        after(99);
        assertEquals(0, looks);
        after(1);
        assertEquals(1, looks);
        assertEquals(List.of(0.5), progress);
        after(99);
        assertEquals(1, looks);
        after(1);
        assertEquals(2, looks);
    }

    @Test
    void looksTakeHalfOfTheTimeAtTheMost() {
        lookMillis = 400;
        breath.begin();
        after(100);
        after(399);
        assertEquals(1, looks);
        after(1);
        assertEquals(2, looks);
    }

    @Test
    void whatIsNotWantedAnyMoreEndsAtOnceAndWithoutLooks() {
        breath.begin();
        wanted = false;
        clock += 500 * MILLI;
        assertFalse(breath.goOn(0.5));
        assertEquals(0, looks);
    }

    private void after(long millis) {
        clock += millis * MILLI;
        assertTrue(breath.goOn(0.5));
    }

    private void look() {
        looks++;
        clock += lookMillis * MILLI;
    }
}
