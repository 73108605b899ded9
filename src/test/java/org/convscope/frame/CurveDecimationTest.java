package org.convscope.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CurveDecimationTest {

    static Random[] seeds() {
        return Seeds.of(200);
    }

    @Test
    void aShortCurveStaysWhole() {
        Curve curve = Curve.of("loss", new double[] {0, 1, 2}, new double[] {3, 1, 2});
        assertSame(curve, CurveDecimation.of(curve, 0, 2, 100));
    }

    @Test
    void aSpikeOfOneStepIsNeverLost() {
        double[] x = new double[100_000];
        double[] y = new double[100_000];
        Arrays.setAll(x, i -> i);
        y[54_321] = 9;
        y[54_322] = -9;
        Curve thin = CurveDecimation.of(Curve.of("loss", x, y), 0, 100_000, 300);
        assertEquals(9, thin.high());
        assertEquals(-9, thin.low());
        assertTrue(thin.size() <= 4 * 300, thin.size() + " points");
    }

    @Test
    void aGapBetweenTwoPointsOfOnePixelStays() {
        double[] x = {0, 1, 2, 3, 4, 5};
        double[] y = {1, Double.NaN, Double.NaN, 2, Double.POSITIVE_INFINITY, 3};
        Curve thin = CurveDecimation.of(Curve.of("loss", x, y), 0, 5, 1);
        assertEquals(3, thin.size());
        assertTrue(thin.isGap(1));
    }

    @Test
    void theLineLeavesTheViewTowardsTheNearestPointsOutside() {
        double[] x = {0, 1, 2, 3, 4, 5, 6};
        double[] y = {0, 1, 2, 3, 4, 5, 6};
        Curve thin = CurveDecimation.of(Curve.of("loss", x, y), 2.5, 3.5, 10);
        assertSame(Curve.of("loss", new double[] {2, 3, 4}, new double[] {2, 3, 4}), thin);
    }

    @Test
    void timeNeverGoesBack() {
        assertThrows(IllegalArgumentException.class, () -> Curve.of("loss", new double[] {1, 0}, new double[] {0, 0}));
    }

    @Test
    void aCurveOfGapsHasNoRange() {
        Curve curve = Curve.of("loss", new double[] {1, 2}, new double[] {Double.NaN, Double.NaN});
        assertTrue(Double.isNaN(curve.low()) && Double.isNaN(curve.high()));
        assertEquals(0, CurveDecimation.of(curve, 0, 3, 5).size());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyColumnKeepsItsExtremesAndEveryGapBetweenPointsStays(Random random) {
        int n = 1 + random.nextInt(2000);
        int width = 1 + random.nextInt(100);
        double[] x = random.doubles(n, 0, 1).sorted().toArray();
        double[] y = random.doubles(n, -1, 1).toArray();
        double holes = random.nextDouble() * 0.3;
        Arrays.setAll(y, i -> random.nextDouble() < holes ? Double.NaN : y[i]);
        Curve curve = Curve.of("loss", x, y);
        Curve thin = CurveDecimation.of(curve, 0, 1, width);

        assertTrue(thin.size() <= 8 * width, thin.size() + " points on " + width + " pixels");
        for (int column = 0; column < width; column++) {
            assertEquals(extremes(curve, column, width), extremes(thin, column, width));
        }
        int at = 0;
        for (int i = 0; i < thin.size(); i++) {
            int from = at;
            while (curve.x(at) != thin.x(i) || Double.compare(curve.y(at), thin.y(i)) != 0) {
                at++;
            }
            boolean gapPassed = false;
            for (int j = from; j < at; j++) {
                gapPassed |= curve.isGap(j);
            }
            boolean gapKept = thin.isGap(i) || i == 0 || thin.isGap(i - 1);
            assertTrue(gapKept || !gapPassed, "a line was drawn through a gap before x = " + thin.x(i));
        }
    }

    private static String extremes(Curve curve, int column, int width) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < curve.size(); i++) {
            if ((int) (curve.x(i) * width) == column && !curve.isGap(i)) {
                low = Math.min(low, curve.y(i));
                high = Math.max(high, curve.y(i));
            }
        }
        return low + " to " + high;
    }

    private static void assertSame(Curve expected, Curve actual) {
        assertEquals(expected.size(), actual.size());
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.x(i), actual.x(i));
            assertEquals(expected.y(i), actual.y(i));
        }
    }
}
