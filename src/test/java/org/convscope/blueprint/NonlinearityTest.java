package org.convscope.blueprint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NonlinearityTest {

    @Test
    void eachGivesItsKnownValues() {
        assertEquals(0.5, Nonlinearity.SIGMOID.of(0));
        assertEquals(0.7310585786, Nonlinearity.SIGMOID.of(1), 1e-9);
        assertEquals(0.7615941560, Nonlinearity.TANH.of(1), 1e-9);
        assertEquals(0.999997, Nonlinearity.SCALED_TANH.of(1), 1e-6);
        assertEquals(-1.7159, Nonlinearity.SCALED_TANH.of(-100), 1e-12);
        assertEquals(0, Nonlinearity.RELU.of(-3));
        assertEquals(3, Nonlinearity.RELU.of(3));
        assertEquals(-0.03, Nonlinearity.LEAKY_RELU.of(-3), 1e-12);
        assertEquals(3, Nonlinearity.LEAKY_RELU.of(3));
    }

    @Test
    void sigmoidIsAShiftedTanh() {
        for (double z = -20; z <= 20; z += 0.25) {
            assertEquals(0.5 * Nonlinearity.TANH.of(z / 2) + 0.5, Nonlinearity.SIGMOID.of(z), 1e-12);
        }
    }
}
