package org.convscope.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TicksTest {

    static Random[] seeds() {
        return Seeds.of(200);
    }

    @Test
    void aLossAxisIsMarkedInHalves() {
        Ticks ticks = Ticks.linear(0.31, 2.41, 5);
        assertEquals(List.of(0.5, 1.0, 1.5, 2.0), ticks.values());
        assertEquals(List.of("0.5", "1.0", "1.5", "2.0"), ticks.labels());
    }

    @Test
    void tenthsAreWrittenAsTenths() {
        assertEquals(
                List.of("−0.2", "−0.1", "0.0", "0.1", "0.2", "0.3"),
                Ticks.linear(-0.25, 0.3, 6).labels());
        assertEquals(0.3, Ticks.linear(-0.25, 0.3, 6).values().get(5));
    }

    @Test
    void tinyAndHugeRangesArePowersOfTen() {
        assertEquals(List.of("0", "1e−9", "2e−9"), Ticks.linear(0, 2.2e-9, 3).labels());
        assertEquals(List.of("0", "5e8", "1e9"), Ticks.linear(0, 1.2e9, 3).labels());
    }

    @Test
    void decadesAreMarkedByTheirPowers() {
        assertEquals(
                List.of("0.0001", "0.001", "0.01", "0.1", "1"),
                Ticks.logarithmic(1e-4, 2, 6).labels());
        assertEquals(
                List.of("1", "2", "5", "10", "20"), Ticks.logarithmic(1, 30, 6).labels());
        assertEquals(
                List.of("1e−6", "0.001", "1"), Ticks.logarithmic(1e-8, 10, 4).labels());
    }

    @Test
    void aRangeWithinADecadeIsMarkedAsALinearOne() {
        assertEquals(Ticks.linear(3, 4, 5), Ticks.logarithmic(3, 4, 5));
    }

    @Test
    void aSingleValueIsMarkedItself() {
        assertEquals(List.of(0.25), Ticks.linear(0.25, 0.25, 5).values());
    }

    @Test
    void anAxisHasTwoFiniteEnds() {
        assertThrows(IllegalArgumentException.class, () -> Ticks.linear(0, Double.NaN, 5));
        assertThrows(IllegalArgumentException.class, () -> Ticks.linear(1, 0, 5));
        assertThrows(IllegalArgumentException.class, () -> Ticks.logarithmic(0, 1, 5));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void ticksAreFewWithinTheRangeAscendingAndToldApart(Random random) {
        double size = Math.pow(10, random.nextInt(17) - 8);
        double low = (random.nextDouble() - 0.5) * size;
        double high = low + random.nextDouble() * size;
        int most = 2 + random.nextInt(10);
        check(Ticks.linear(low, high, most), low, high, most);
        double decades = 0.5 + random.nextDouble() * 12;
        check(Ticks.logarithmic(size, size * Math.pow(10, decades), most), size, size * Math.pow(10, decades), most);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aLinearAxisIsNotLeftBare(Random random) {
        double low = random.nextGaussian();
        int most = 4 + random.nextInt(8);
        int marks = Ticks.linear(low, low + random.nextDouble() + 0.01, most)
                .values()
                .size();
        assertTrue(marks >= (most - 1) / 2.5 - 1 && marks >= 1, marks + " of " + most);
    }

    private static void check(Ticks ticks, double low, double high, int most) {
        assertTrue(ticks.values().size() <= most, ticks.toString());
        for (int i = 0; i < ticks.values().size(); i++) {
            double value = ticks.values().get(i);
            assertTrue(value >= low && value <= high, value + " from " + low + " to " + high);
            assertTrue(i == 0 || value > ticks.values().get(i - 1), ticks.toString());
        }
        assertEquals(ticks.labels().size(), new HashSet<>(ticks.labels()).size(), ticks.toString());
    }
}
