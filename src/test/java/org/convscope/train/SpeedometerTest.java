package org.convscope.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SpeedometerTest {

    private long now = 7_000_000_000L;
    private final Speedometer speed = new Speedometer(() -> now);

    @Test
    void nothingIsKnownBeforeTimeHasPassed() {
        assertEquals(Double.NaN, speed.imagesPerSecond());
        speed.start(0);
        speed.pass(256);
        assertEquals(Double.NaN, speed.imagesPerSecond());
    }

    @Test
    void onlyTheLastSecondsCount() {
        speed.start(0);
        long images = run(0, 100, 50, 10);
        assertEquals(200, speed.imagesPerSecond(), 1e-9);
        run(images, 100, 50, 40);
        assertEquals(800, speed.imagesPerSecond(), 1e-9);
    }

    @Test
    void aPauseDoesNotCount() {
        speed.start(0);
        long images = run(0, 100, 50, 10);
        now += 60_000_000_000L;
        assertEquals(200, speed.imagesPerSecond(), 1e-9);
        speed.start(images);
        run(images, 10, 50, 10);
        assertEquals(200, speed.imagesPerSecond(), 1e-9);
    }

    private long run(long images, int steps, int millis, int batch) {
        long learned = images;
        for (int i = 0; i < steps; i++) {
            now += millis * 1_000_000L;
            learned += batch;
            speed.pass(learned);
        }
        return learned;
    }
}
