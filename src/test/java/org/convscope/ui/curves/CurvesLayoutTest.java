package org.convscope.ui.curves;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
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
        return IntStream.range(0, 200).mapToObj(i -> {
            double from = random.nextBoolean() ? 0 : random.nextInt(10_000);
            Axis across = new Axis(from, from + 1 + random.nextInt(100_000), false);
            double top = Math.pow(10, random.nextDouble() * 8 - 3);
            Axis up = random.nextBoolean() ? new Axis(0, top, false) : new Axis(top / 1000, top, true);
            return new CurvesLayout(
                    140 + random.nextInt(2_000), 60 + random.nextInt(900), random.nextInt(70), across, up);
        });
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void everyPlaceLiesInThePictureAndIsFoundAgain(CurvesLayout layout) {
        Axis across = layout.across();
        for (double share = 0; share <= 1; share += 0.02) {
            double place = across.value(share);
            double x = layout.x(place);
            assertTrue(x >= layout.left() - 1e-9 && x <= layout.right() + 1e-9, layout + " at " + place);
            assertEquals(place, layout.placeAt(x), 1e-6 * across.high());
        }
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void aLargerValueLiesHigherAndIsFoundAgain(CurvesLayout layout) {
        Axis up = layout.up();
        assertEquals(layout.bottom(), layout.y(up.low()), 1e-9);
        assertEquals(layout.top(), layout.y(up.high()), 1e-9);
        assertTrue(layout.y(up.value(0.6)) < layout.y(up.value(0.5)));
        assertEquals(up.value(0.3), layout.valueAt(layout.y(up.value(0.3))), 1e-9 * up.high());
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void everyMarkLiesOnItsAxisAndNoTwoLabelsTouch(CurvesLayout layout) {
        Ticks values = layout.valueTicks();
        for (int i = 1; i < values.values().size(); i++) {
            double apart = layout.y(values.values().get(i - 1))
                    - layout.y(values.values().get(i));
            assertTrue(apart >= 7 || values.values().size() == 2, layout + ": values " + apart + " apart");
        }
        Ticks steps = layout.placeTicks(true);
        for (int i = 1; i < steps.values().size(); i++) {
            assertEquals(Math.rint(steps.values().get(i)), steps.values().get(i), "a step is whole");
            double apart =
                    layout.x(steps.values().get(i)) - layout.x(steps.values().get(i - 1));
            assertTrue(apart >= 30 || steps.values().size() == 2, layout + ": steps " + apart + " apart");
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
    void theAxesStandStillWhileThereIsRoom() {
        long changes = IntStream.range(20, 2_350)
                .mapToLong(step -> CurvesLayout.lastStep(step, 2_350))
                .distinct()
                .count();
        assertTrue(changes <= 22, changes + " changes in a whole plan");
    }

    @Test
    void anAxisOfValuesIsRound() {
        assertEquals(new Axis(0, 2.5, false), Axis.fromZero(2.3));
        assertEquals(new Axis(0, 60, false), Axis.fromZero(51.2));
        assertEquals(new Axis(0, 1, false), Axis.fromZero(Double.NaN), "nothing is known");
        assertEquals(new Axis(1e-4, 0.1, true), Axis.decades(3e-4, 0.02));
        assertEquals(new Axis(0.01, 0.1, true), Axis.decades(0.01, 0.01));
        assertEquals(new Axis(0.1, 1, true), Axis.decades(Double.NaN, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new Axis(0, 1, true));
    }
}
