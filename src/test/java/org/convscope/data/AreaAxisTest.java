package org.convscope.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AreaAxisTest {

    private static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @Test
    void aCellIsTheMeanOfWhatItCovers() {
        assertArrayEquals(new double[] {1.5, 3.5}, means(AreaAxis.whole(4, 2), 1, 2, 3, 4));
        assertArrayEquals(
                new double[] {(1 + 0.5 * 4) / 1.5, (0.5 * 4 + 7) / 1.5}, means(AreaAxis.whole(3, 2), 1, 4, 7), 1e-12);
    }

    @Test
    void asManyCellsAsPixelsLeaveThemAsTheyAre() {
        assertArrayEquals(new double[] {1, 4, 7}, means(AreaAxis.whole(3, 3), 1, 4, 7));
    }

    @Test
    void moreCellsThanPixelsRepeatThem() {
        assertArrayEquals(new double[] {1, 1, 4, 4}, means(AreaAxis.whole(2, 4), 1, 4));
    }

    @Test
    void theMiddleLeavesAsMuchOnEitherSide() {
        assertArrayEquals(new double[] {2, 3}, means(AreaAxis.middle(4, 2, 2), 1, 2, 3, 4));
        assertArrayEquals(new double[] {1.5, 3.5}, means(AreaAxis.middle(4, 4, 2), 1, 2, 3, 4), 1e-12);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void itAgreesWithCuttingEveryPixelIntoEqualParts(long seed) {
        Random random = new Random(seed);
        int cells = 1 + random.nextInt(12);
        float[] pixels = new float[1 + random.nextInt(40)];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextFloat();
        }
        // Cut into as many parts as there are cells, the pixels fall into the cells without remainder.
        double[] expected = new double[cells];
        for (int part = 0; part < pixels.length * cells; part++) {
            expected[part / pixels.length] += (double) pixels[part / cells] / pixels.length;
        }
        assertArrayEquals(expected, means(AreaAxis.whole(pixels.length, cells), pixels), 1e-9);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void sharesAddUpToOneAndLieInsideThePicture(long seed) {
        Random random = new Random(seed);
        int pixels = 1 + random.nextInt(5000);
        AreaAxis axis =
                AreaAxis.middle(pixels, pixels * (0.001 + 0.999 * random.nextDouble()), 1 + random.nextInt(300));
        for (int cell = 0; cell < axis.cells(); cell++) {
            double sum = 0;
            for (int i = 0; i < axis.length(cell); i++) {
                assertTrue(axis.weight(cell, i) >= 0);
                sum += axis.weight(cell, i);
            }
            assertEquals(1, sum, 1e-9);
            assertTrue(axis.first(cell) >= 0 && axis.first(cell) + axis.length(cell) <= pixels);
        }
    }

    private static double[] means(AreaAxis axis, float... pixels) {
        double[] means = new double[axis.cells()];
        axis.addMeans(pixels, 1, means);
        return means;
    }
}
