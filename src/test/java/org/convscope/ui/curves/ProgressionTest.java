package org.convscope.ui.curves;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.convscope.train.TrainEvent.StepDone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProgressionTest {

    private final Progression progression = new Progression(45);

    /** 45 images in batches of 10: the fifth has 5; a step takes 20 ms, or 30 from the sixth on. */
    private void learn(long first) {
        for (long step = first; step < first + 10; step++) {
            long images = step / 5 * 45 + step % 5 * 10;
            progression.add(new StepDone(step, 1, 1, 1, 0.1, step > 5 ? 30 : 20, images));
        }
    }

    @Test
    void stepsLieWhereTheyWereReached() {
        learn(1);
        assertEquals(7, progression.place(Unit.STEPS, 7));
        assertEquals(45, progression.place(Unit.IMAGES, 5));
        assertEquals(1, progression.place(Unit.EPOCHS, 5));
        assertEquals(65, progression.place(Unit.IMAGES, 7));
        assertEquals(0.16, progression.place(Unit.SECONDS, 7), 1e-12);
        assertEquals(42.5, progression.place(Unit.IMAGES, 4.5), 1e-12, "between two steps");
        assertEquals(0, progression.place(Unit.SECONDS, 0));
        assertEquals(180, progression.place(Unit.IMAGES, 20), 1e-9, "it goes on at the same pace");
    }

    @ParameterizedTest
    @EnumSource(Unit.class)
    void everyStepIsFoundAgainAndLaterOnesLieFurther(Unit unit) {
        for (long first : new long[] {1, 101}) {
            learn(first);
            double before = -1;
            for (double step = first; step < first + 30; step += 0.5) {
                double place = progression.place(unit, step);
                assertTrue(place > before, unit + " at " + step);
                assertEquals(step, progression.step(unit, place), 1e-6, unit.toString());
                before = place;
            }
        }
    }

    @Test
    void aTrainingThatGoesBackForgetsWhatCameLater() {
        learn(1);
        progression.add(new StepDone(3, 1, 1, 1, 0.1, 100, 30));
        assertEquals(0.14, progression.place(Unit.SECONDS, 3), 1e-12);
    }
}
