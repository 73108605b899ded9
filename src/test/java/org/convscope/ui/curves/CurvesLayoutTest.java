package org.convscope.ui.curves;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.convscope.frame.Ticks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CurvesLayoutTest {

    static Stream<CurvesLayout> layouts() {
        Random random = new Random(2);
        return IntStream.range(0, 200)
                .mapToObj(i -> new CurvesLayout(
                        80 + random.nextInt(2_000),
                        60 + random.nextInt(900),
                        1 + random.nextInt(100_000),
                        Math.pow(10, random.nextDouble() * 8 - 3)));
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void everyStepLiesInThePictureAndIsFoundAgain(CurvesLayout layout) {
        for (long step = 0; step <= layout.lastStep(); step += 1 + layout.lastStep() / 50) {
            double x = layout.x(step);
            assertTrue(x >= layout.left() && x <= layout.right(), layout + " at " + step);
            assertEquals(step, layout.stepAt(x), layout.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void aLargerValueLiesHigherAndZeroAtTheBottom(CurvesLayout layout) {
        assertEquals(layout.bottom(), layout.y(0));
        assertEquals(layout.top(), layout.y(layout.topValue()), 1e-9);
        assertTrue(layout.y(layout.topValue() * 0.6) < layout.y(layout.topValue() * 0.5));
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void everyMarkLiesOnItsAxisAndNoTwoLabelsTouch(CurvesLayout layout) {
        Ticks values = layout.valueTicks();
        for (int i = 1; i < values.values().size(); i++) {
            double apart = layout.y(values.values().get(i - 1))
                    - layout.y(values.values().get(i));
            assertTrue(apart >= 12 || values.values().size() == 2, layout + ": values " + apart + " apart");
        }
        Ticks steps = layout.stepTicks();
        assertEquals(0, steps.values().get(0));
        for (int i = 1; i < steps.values().size(); i++) {
            assertEquals(Math.rint(steps.values().get(i)), steps.values().get(i), "a step is whole");
            double apart =
                    layout.x(steps.values().get(i)) - layout.x(steps.values().get(i - 1));
            assertTrue(apart >= 30 || steps.values().size() == 2, layout + ": steps " + apart + " apart");
        }
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void marksOfEpochsNeverCrowd(CurvesLayout layout) {
        for (long stepsPerEpoch : new long[] {1, 20, 235, 5_000}) {
            double apart = layout.x(stepsPerEpoch * layout.epochStride(stepsPerEpoch)) - layout.left();
            assertTrue(apart >= 24, layout + ": epochs " + apart + " apart");
        }
    }

    @Test
    void theAxisOfStepsEndsAtTheNextRoundNumberButNotBehindThePlan() {
        assertEquals(20, CurvesLayout.lastStep(0, 0));
        assertEquals(150, CurvesLayout.lastStep(141, 2_350));
        assertEquals(2_350, CurvesLayout.lastStep(2_100, 2_350));
        assertEquals(2_350, CurvesLayout.lastStep(2_350, 2_350));
        assertEquals(2_500, CurvesLayout.lastStep(2_351, 2_350), "a training may go on after its plan");
    }

    @Test
    void theLossOfChanceIsAlwaysInThePictureAndSoIsTheLargest() {
        assertEquals(2.5, CurvesLayout.topLoss(Double.NaN, 10));
        assertEquals(2.5, CurvesLayout.topLoss(0.3, 10));
        assertEquals(3, CurvesLayout.topLoss(2.51, 10));
        assertEquals(60, CurvesLayout.topLoss(51.2, 10));
        assertEquals(1, CurvesLayout.topLoss(Double.NaN, 0), "nothing open");
    }

    @Test
    void theAxesStandStillWhileThereIsRoom() {
        long changes = IntStream.range(20, 2_350)
                .mapToLong(step -> CurvesLayout.lastStep(step, 2_350))
                .distinct()
                .count();
        assertTrue(changes <= 22, changes + " changes in a whole plan");
    }
}
