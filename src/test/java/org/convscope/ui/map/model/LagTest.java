package org.convscope.ui.map.model;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.convscope.frame.Bars;
import org.convscope.lens.Overview;
import org.convscope.tensor.Stamp;
import org.convscope.train.Progress;
import org.convscope.train.TrainState;
import org.junit.jupiter.api.Test;

class LagTest {

    @Test
    void aPictureOfTheLastIntervalIsFresh() {
        // 50 steps a second and 10 pictures: five steps each
        assertFalse(Lag.isLate(shown(400), at(405, 12_800), 10));
        assertFalse(Lag.isLate(shown(400), at(410, 12_800), 10));
    }

    @Test
    void aPictureThatMissedAWholeIntervalIsLate() {
        assertTrue(Lag.isLate(shown(400), at(411, 12_800), 10));
    }

    @Test
    void whileSpeedIsUnknownTwoStepsAreAllowed() {
        assertFalse(Lag.isLate(shown(0), at(2, Double.NaN), 10));
        assertTrue(Lag.isLate(shown(0), at(3, Double.NaN), 10));
    }

    @Test
    void withoutAPictureThereIsNothingLate() {
        assertFalse(Lag.isLate(null, at(3, 100), 10));
        assertFalse(Lag.isLate(shown(3), null, 10));
    }

    private static Overview shown(long step) {
        Stamp stamp = new Stamp("run", step);
        return new Overview(stamp, Map.of(), new Bars(stamp, List.of(), 1));
    }

    private static Progress at(long step, double imagesPerSecond) {
        return new Progress(TrainState.RUNNING, step, 1, 10, step, 235, step * 256, 0.1, imagesPerSecond, Double.NaN);
    }
}
