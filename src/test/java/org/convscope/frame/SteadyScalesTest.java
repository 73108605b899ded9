package org.convscope.frame;

import static org.convscope.frame.ColorMap.DIVERGING;
import static org.convscope.frame.ColorMap.LOGIT;
import static org.convscope.frame.ColorMap.SEQUENTIAL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SteadyScalesTest {

    private final SteadyScales scales = new SteadyScales(5);

    static Random[] seeds() {
        return Seeds.of(200);
    }

    @ParameterizedTest
    @CsvSource({"0.71, 0.8", "1, 1", "1.01, 1.2", "0.0021, 0.0025", "98, 100", "3e-7, 3e-7", "0, 0"})
    void endsAreRoundNumbers(float value, float end) {
        assertEquals(new ColorScale(SEQUENTIAL, 0, end), SteadyScales.rounded(new ColorScale(SEQUENTIAL, 0, value)));
        assertEquals(
                new ColorScale(DIVERGING, -end, end), SteadyScales.rounded(new ColorScale(DIVERGING, -value, value)));
    }

    @Test
    void endsOfOneSignAreRoundedOutwardsToo() {
        assertEquals(new ColorScale(LOGIT, -8, -2.5f), SteadyScales.rounded(new ColorScale(LOGIT, -7.1f, -2.6f)));
    }

    @Test
    void aScaleWidensAtOnce() {
        assertEquals(2, next(1.9f));
        assertEquals(3, next(2.6f));
    }

    @Test
    void aScaleThatFitsStays() {
        next(1.9f);
        for (int i = 0; i < 50; i++) {
            assertEquals(2, next(1.41f));
        }
    }

    @Test
    void aScaleNarrowsOnlyAfterItWasTooWideForAWhile() {
        next(1.9f);
        for (int i = 0; i < 4; i++) {
            assertEquals(2, next(0.5f));
        }
        assertEquals(0.5f, next(0.5f));
    }

    @Test
    void onePictureThatNeedsTheScaleBeginsTheWaitAnew() {
        next(1.9f);
        for (int round = 0; round < 5; round++) {
            for (int i = 0; i < 4; i++) {
                assertEquals(2, next(0.5f));
            }
            assertEquals(2, next(1.5f));
        }
    }

    @Test
    void aNarrowedScaleStillHoldsAllThatItWaitedFor() {
        next(1.9f);
        next(0.3f);
        next(1.1f);
        next(0.3f);
        next(0.3f);
        assertEquals(1.2f, next(0.3f));
    }

    @Test
    void keysDoNotKnowOfEachOther() {
        scales.next("conv1", new ColorScale(SEQUENTIAL, 0, 100));
        assertEquals(1, scales.next("conv2", new ColorScale(SEQUENTIAL, 0, 1)).high());
        scales.forget();
        assertEquals(1, scales.next("conv1", new ColorScale(SEQUENTIAL, 0, 1)).high());
    }

    @Test
    void anotherColourMapIsAnotherScale() {
        scales.next("conv1", new ColorScale(SEQUENTIAL, 0, 100));
        assertEquals(new ColorScale(DIVERGING, -1, 1), scales.next("conv1", new ColorScale(DIVERGING, -1, 1)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyPictureLiesWithinItsScale(Random random) {
        double size = Math.pow(10, random.nextInt(20) - 10);
        for (int picture = 0; picture < 100; picture++) {
            size *= Math.exp(random.nextGaussian() * 0.2);
            float low = (float) (-size * random.nextDouble());
            ColorScale fitting = ColorScale.fitting(ColorMap.values()[1 + random.nextInt(4)], low, (float) size);
            ColorScale steady = scales.next("node", fitting);
            assertEquals(fitting.map(), steady.map());
            assertTrue(steady.low() <= fitting.low() && steady.high() >= fitting.high(), fitting + " in " + steady);
            assertTrue(!fitting.map().diverges() || steady.low() == -steady.high());
        }
    }

    @Test
    void evenTheLargestFloatHasAScale() {
        assertEquals(Float.MAX_VALUE, next(Float.MAX_VALUE));
        assertTrue(next(Float.MIN_VALUE) > 0);
    }

    private float next(float high) {
        return scales.next("conv1", new ColorScale(SEQUENTIAL, 0, high)).high();
    }
}
