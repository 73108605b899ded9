package org.convscope.ui.curves;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.LongToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.convscope.frame.Curve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ThinLineTest {

    private static final LongToDoubleFunction PLACE = step -> step;

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aLineThinnedAsItGrewIsTheLineThinnedAtOnce(long seed) {
        Random random = new Random(seed);
        int columns = 1 + random.nextInt(300);
        long lastStep = 1L + random.nextInt(5_000);
        Series series = new Series();
        ThinLine grown = new ThinLine();
        long step = 0;
        while (step < lastStep) {
            for (int i = random.nextInt(120); i >= 0 && step < lastStep; i--) {
                step += 1 + random.nextInt(3);
                series.add(step, random.nextInt(40) == 0 ? Double.NaN : random.nextGaussian());
            }
            if (random.nextInt(9) == 0) {
                step = Math.max(0, step - random.nextInt(50));
                series.add(step, 9);
            }
            assertSame(
                    new ThinLine().of(series, upTo(lastStep), columns, PLACE),
                    grown.of(series, upTo(lastStep), columns, PLACE),
                    seed);
        }
    }

    @Test
    void aSpikeOfOneStepIsNeverLost() {
        Series series = new Series();
        for (int step = 1; step <= 10_000; step++) {
            series.add(step, step == 4_321 ? 50 : step == 4_322 ? -50 : 1);
        }
        Curve thin = new ThinLine().of(series, upTo(10_000), 300, PLACE);
        assertEquals(50, thin.high());
        assertEquals(-50, thin.low());
        assertTrue(thin.size() <= 4 * 301, thin.size() + " points on 300 columns");
    }

    @Test
    void anAxisThatGrewOrAnotherSeriesIsThinnedFromItsBeginning() {
        Series first = new Series();
        Series second = new Series();
        for (int step = 1; step <= 900; step++) {
            first.add(step, step % 7);
            second.add(step, step % 5);
        }
        ThinLine line = new ThinLine();
        line.of(first, upTo(1_000), 50, PLACE);
        assertSame(new ThinLine().of(first, upTo(2_000), 50, PLACE), line.of(first, upTo(2_000), 50, PLACE), 0);
        assertSame(new ThinLine().of(second, upTo(2_000), 50, PLACE), line.of(second, upTo(2_000), 50, PLACE), 0);
    }

    private static Axis upTo(double end) {
        return new Axis(0, end, false);
    }

    private static void assertSame(Curve expected, Curve seen, long seed) {
        assertEquals(expected.size(), seen.size(), "seed " + seed);
        IntStream.range(0, expected.size()).forEach(i -> {
            assertEquals(expected.x(i), seen.x(i), "seed " + seed);
            assertEquals(expected.y(i), seen.y(i), "seed " + seed);
        });
    }
}
