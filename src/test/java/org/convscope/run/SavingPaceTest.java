package org.convscope.run;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SavingPaceTest {

    private long now = Long.MAX_VALUE - 5;
    private final SavingPace pace = new SavingPace(Duration.ofNanos(60), 0.02, () -> now);

    @Test
    void savingThatTakesNoTimeIsDueEveryMinute() {
        now += 59;
        assertFalse(pace.isDue());
        now += 1;
        assertTrue(pace.isDue());
        pace.saved(pace.now());
        assertFalse(pace.isDue());
        now += 60;
        assertTrue(pace.isDue());
    }

    @Test
    void savingThatTakesLongIsDueWhenItTakesAFiftiethAtTheMost() {
        long start = pace.now();
        now += 3;
        pace.saved(start);
        now += 149;
        assertFalse(pace.isDue());
        now += 1;
        assertTrue(pace.isDue());
    }

    @Test
    void whatCannotBeGivenBackIsDueAtOnce() {
        assertFalse(pace.isDue());
        pace.hurry();
        assertTrue(pace.isDue());
        pace.saved(pace.now());
        assertFalse(pace.isDue());
    }
}
