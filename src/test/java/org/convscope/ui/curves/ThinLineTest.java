package org.convscope.ui.curves;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.convscope.frame.Curve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ThinLineTest {

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
            assertSame(new ThinLine().of(series, lastStep, columns), grown.of(series, lastStep, columns), seed);
        }
    }

    @Test
    void aSpikeOfOneStepIsNeverLost() {
        Series series = new Series();
        for (int step = 1; step <= 10_000; step++) {
            series.add(step, step == 4_321 ? 50 : step == 4_322 ? -50 : 1);
        }
        Curve thin = new ThinLine().of(series, 10_000, 300);
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
        line.of(first, 1_000, 50);
        assertSame(new ThinLine().of(first, 2_000, 50), line.of(first, 2_000, 50), 0);
        assertSame(new ThinLine().of(second, 2_000, 50), line.of(second, 2_000, 50), 0);
    }

    private static void assertSame(Curve expected, Curve seen, long seed) {
        assertEquals(expected.size(), seen.size(), "seed " + seed);
        IntStream.range(0, expected.size()).forEach(i -> {
            assertEquals(expected.x(i), seen.x(i), "seed " + seed);
            assertEquals(expected.y(i), seen.y(i), "seed " + seed);
        });
    }
}
