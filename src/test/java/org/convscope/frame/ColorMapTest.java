package org.convscope.frame;

import static org.convscope.frame.ColorVision.distance;
import static org.convscope.frame.ColorVision.luminance;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ColorMapTest {

    private static final int STEPS = 254;

    @Test
    void viridisIsThePublishedTable() {
        assertEquals(0xFF440154, ColorMap.SEQUENTIAL.argb(0, Surface.LIGHT));
        assertEquals(0xFF21918C, ColorMap.SEQUENTIAL.argb(128f / 255, Surface.LIGHT));
        assertEquals(0xFFFDE725, ColorMap.SEQUENTIAL.argb(1, Surface.LIGHT));
        assertEquals(256, ColorTables.of(ColorMap.SEQUENTIAL, Surface.LIGHT).size());
    }

    @Test
    void anImageKeepsItsOwnGreys() {
        ColorScale scale = new ColorScale(ColorMap.GREY, 0, 1);
        for (int grey = 0; grey < 256; grey++) {
            assertEquals(0xFF000000 | grey * 0x010101, scale.argb(grey / 255f, Surface.DARK));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GREY,LIGHT,1",
        "GREY,DARK,1",
        "SEQUENTIAL,LIGHT,1",
        "SEQUENTIAL,DARK,1",
        "LOGIT,LIGHT,-1",
        "LOGIT,DARK,1"
    })
    void aLargerValueOfOneSignIsAlwaysLighterOrAlwaysDarker(ColorMap map, Surface surface, int direction) {
        // Neighbours of the published tables may be equally light once rounded to 8 bits; every second one is not.
        int last = ColorTables.of(map, surface).size() - 1;
        for (int i = 2; i <= last; i++) {
            double before = luminance(map.argb((i - 2f) / last, surface));
            double after = luminance(map.argb((float) i / last, surface));
            assertTrue(direction * (after - before) > 0, map + " on " + surface + " at entry " + i);
        }
    }

    @ParameterizedTest
    @CsvSource({"DIVERGING,LIGHT", "DIVERGING,DARK", "KERNEL,LIGHT", "KERNEL,DARK"})
    void awayFromZeroAMapThatDivergesOnlyEverGainsContrast(ColorMap map, Surface surface) {
        int outwards = surface == Surface.LIGHT ? -1 : 1;
        for (int i = STEPS / 2 + 1; i <= STEPS; i++) {
            for (int side : new int[] {i, STEPS - i}) {
                int inner = side == i ? i - 1 : STEPS - i + 1;
                double gain = luminance(map.argb((float) side / STEPS, surface))
                        - luminance(map.argb((float) inner / STEPS, surface));
                assertTrue(outwards * gain > 0, map + " on " + surface + " at entry " + side);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorMap.class,
            names = {"DIVERGING", "KERNEL"})
    void zeroMeltsIntoTheSurfaceAndNothingElseDoes(ColorMap map) {
        assertEquals(255, ColorTables.of(map, Surface.LIGHT).size());
        assertEquals(0xFFFFFFFF, map.argb(0.5f, Surface.LIGHT));
        assertEquals(0xFF0D1117, map.argb(0.5f, Surface.DARK));
        for (Surface surface : Surface.values()) {
            int zero = map.argb(0.5f, surface);
            IntStream.rangeClosed(0, STEPS)
                    .filter(i -> i != STEPS / 2)
                    .forEach(i -> assertNotEquals(zero, map.argb((float) i / STEPS, surface)));
        }
    }

    @ParameterizedTest
    @EnumSource(ColorVision.class)
    void signIsSeenByEveryEye(ColorVision eye) {
        for (ColorMap map : new ColorMap[] {ColorMap.DIVERGING, ColorMap.KERNEL}) {
            for (Surface surface : Surface.values()) {
                for (double size : new double[] {0.25, 0.5, 0.75, 1}) {
                    int below = eye.see(map.argb((float) (0.5 - size / 2), surface));
                    int above = eye.see(map.argb((float) (0.5 + size / 2), surface));
                    String where = map + " on " + surface + " at ±" + size + " with " + eye + ": ";
                    assertTrue(distance(below, above) > 15, where + distance(below, above));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ColorVision.class)
    void aQuarterOfTheRangeIsSeenByEveryEye(ColorVision eye) {
        for (ColorMap map : ColorMap.values()) {
            for (Surface surface : Surface.values()) {
                for (int quarter = 0; quarter < 4; quarter++) {
                    int first = eye.see(map.argb(quarter / 4f, surface));
                    int second = eye.see(map.argb((quarter + 1) / 4f, surface));
                    assertTrue(distance(first, second) > 10, map + " on " + surface + ": " + distance(first, second));
                }
            }
        }
    }

    @Test
    void blueIsBelowZeroAndRedAboveBrownBelowAndTealAbove() {
        for (Surface surface : Surface.values()) {
            assertTrue(Lab.of(ColorMap.DIVERGING.argb(0.2f, surface)).b() < -15);
            assertTrue(Lab.of(ColorMap.DIVERGING.argb(0.8f, surface)).a() > 30);
            assertTrue(Lab.of(ColorMap.KERNEL.argb(0.2f, surface)).b() > 15);
            assertTrue(Lab.of(ColorMap.KERNEL.argb(0.8f, surface)).a() < -10);
        }
    }

    @Test
    void whatIsNoNumberHasAColourOfItsOwn() {
        ColorScale scale = new ColorScale(ColorMap.DIVERGING, -1, 1);
        assertEquals(ColorMap.NOT_A_NUMBER, scale.argb(Float.NaN, Surface.LIGHT));
        assertEquals(ColorMap.NOT_A_NUMBER, scale.argb(Float.NEGATIVE_INFINITY, Surface.DARK));
        for (ColorMap map : ColorMap.values()) {
            for (int i = 0; i <= STEPS; i++) {
                assertNotEquals(ColorMap.NOT_A_NUMBER, map.argb((float) i / STEPS, Surface.LIGHT));
            }
        }
    }
}
