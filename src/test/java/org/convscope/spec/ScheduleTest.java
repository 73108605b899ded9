package org.convscope.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.convscope.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

    @Test
    void constantNeverMoves() {
        Schedule constant = new Schedule.Constant();
        assertEquals(1, constant.factor(0, 10, 100));
        assertEquals(1, constant.factor(99, 10, 100));
    }

    @Test
    void stepFallsAfterEveryFewEpochsAndNotBefore() {
        Schedule step = new Schedule.Step(2, 0.5);
        assertEquals(1, step.factor(0, 10, 100));
        assertEquals(1, step.factor(19, 10, 100));
        assertEquals(0.5, step.factor(20, 10, 100));
        assertEquals(0.5, step.factor(39, 10, 100));
        assertEquals(0.25, step.factor(40, 10, 100));
    }

    @Test
    void cosineBeginsAtOneIsHalfInTheMiddleAndEndsAtZero() {
        Schedule cosine = new Schedule.Cosine();
        assertEquals(1, cosine.factor(0, 10, 100));
        assertEquals(0.5, cosine.factor(50, 10, 100), 1e-12);
        assertEquals(0, cosine.factor(100, 10, 100), 1e-12);
        assertEquals(0, cosine.factor(150, 10, 100), 1e-12);
        for (int step = 1; step < 100; step++) {
            assertTrue(cosine.factor(step, 10, 100) < cosine.factor(step - 1, 10, 100));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"constant", "cosine", "step:4:0.5", "step:1:1.0", "step:30:0.125"})
    void whatIsWrittenIsReadAgain(String text) {
        assertEquals(text, Schedule.parse(text).text());
    }

    @Test
    void stepAloneIsEveryFourEpochsByHalf() {
        assertEquals(new Schedule.Step(4, 0.5), Schedule.parse("step"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Cosine", "step:", "step:4", "step:0:0.5", "step:4:0", "step:4:1.5", "step:4:1.2.3"})
    void whatIsNotASchedule(String text) {
        ProblemException refused = assertThrows(ProblemException.class, () -> Schedule.parse(text));
        assertEquals("spec.schedule", refused.problem().code());
    }
}
