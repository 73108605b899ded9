package org.convscope.ui.curves;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CurvesTest {

    private final Curves curves = new Curves(0.8);

    @Test
    void aConstantIsSmoothedToItselfFromTheFirstPointOn() {
        for (int step = 1; step <= 50; step++) {
            curves.addTrain(step, 2.303);
            assertEquals(2.303, curves.smooth().lastValue(), 1e-12);
        }
    }

    @Test
    void theSecondPointWeighsMoreThanTheFirst() {
        curves.addTrain(1, 1);
        curves.addTrain(2, 0);
        // (0.8·0.2·1 + 0.2·0) / (1 − 0.8²)
        assertEquals(0.16 / 0.36, curves.smooth().lastValue(), 1e-12);
    }

    @Test
    void smoothingAnewGivesWhatSmoothingAsTheyCameWouldHaveGiven() {
        Curves later = new Curves(0);
        Random random = new Random(4);
        for (int step = 1; step <= 300; step++) {
            double value = step % 17 == 0 ? Double.NaN : random.nextDouble();
            curves.addTrain(step, value);
            later.addTrain(step, value);
        }
        later.smooth(0.8);
        for (int i = 0; i < 300; i++) {
            assertEquals(curves.smooth().value(i), later.smooth().value(i));
        }
    }

    @Test
    void aLossThatIsNoNumberIsAGapAndSpoilsNothingAfterIt() {
        curves.addTrain(1, 1);
        curves.addTrain(2, Double.NaN);
        curves.addTrain(3, 1);
        assertTrue(Double.isNaN(curves.smooth().value(1)));
        assertEquals(1, curves.smooth().lastValue(), 1e-12);
    }

    @Test
    void aTrainingThatGoesBackIsSmoothedWithoutWhatItLeft() {
        curves.addTrain(1, 1);
        curves.addTrain(2, 1);
        curves.addTrain(3, 1_000);
        curves.addTrain(3, 1);
        assertEquals(3, curves.smooth().size());
        assertEquals(1, curves.smooth().lastValue(), 1e-12);
    }

    @Test
    void theLargestValueAndTheLastStepAreThoseOfAllLines() {
        curves.addTrain(7, 0.5);
        curves.sample().add(5, 0.9);
        curves.test().add(8, 0.7);
        assertEquals(0.9, curves.max());
        assertEquals(8, curves.lastStep());
    }
}
