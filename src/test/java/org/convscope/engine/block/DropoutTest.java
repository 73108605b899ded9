package org.convscope.engine.block;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.convscope.engine.kernel.Lanes;
import org.junit.jupiter.api.Test;

class DropoutTest {

    private static final int UNITS = 400;
    private static final double RATE = 0.4;

    private final Maps source = new Maps(UNITS, 1, 1, Maps.Frame.NONE, 2);
    private final Maps sourceDeltas = new Maps(UNITS, 1, 1, Maps.Frame.NONE, 2);
    private final Maps target = new Maps(UNITS, 1, 1, Maps.Frame.NONE, 2);
    private final Maps targetDeltas = new Maps(UNITS, 1, 1, Maps.Frame.NONE, 2);

    private float[] dropped(long seed, long step) {
        Arrays.fill(source.values, 3);
        Arrays.fill(targetDeltas.values, 1);
        Dropout dropout = new Dropout(source, sourceDeltas, target, targetDeltas, RATE, seed, 2);
        dropout.prepare(new float[0], step, 0);
        dropout.forward(0, 2, 2 * Lanes.BLOCK);
        dropout.backward(0, 2, 2 * Lanes.BLOCK);
        return target.values.clone();
    }

    @Test
    void itDropsItsShareAndDividesTheRest() {
        dropped(1, 0);
        int zeros = 0;
        int all = 0;
        for (int block = 0; block < 2; block++) {
            for (int unit = 0; unit < UNITS; unit++) {
                for (int lane = 0; lane < Lanes.BLOCK; lane++) {
                    float value = target.values[target.at(block, unit, 0, 0) + lane];
                    assertTrue(value == 0 || Math.abs(value - 3 / (1 - RATE)) < 1e-5, "value " + value);
                    zeros += value == 0 ? 1 : 0;
                    all++;
                }
            }
        }
        // Five standard deviations of 25,600 draws.
        assertEquals(RATE, (double) zeros / all, 0.016);
    }

    @Test
    void whatWasDroppedLearnsNothing() {
        dropped(1, 0);
        for (int i = 0; i < target.values.length; i++) {
            assertEquals(target.values[i] / 3, sourceDeltas.values[i], 1e-6);
        }
    }

    @Test
    void theSameStepDropsTheSameAndAnotherDropsOthers() {
        float[] first = dropped(1, 5);
        assertArrayEquals(first, dropped(1, 5));
        assertFalse(Arrays.equals(first, dropped(1, 6)));
        assertFalse(Arrays.equals(first, dropped(2, 5)));
        int half = target.blockDistance;
        assertFalse(Arrays.equals(Arrays.copyOf(first, half), Arrays.copyOfRange(first, half, 2 * half)));
    }
}
