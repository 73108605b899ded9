package org.convscope.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void theMedianIsTheOneInTheMiddle() {
        assertEquals(new Spread(3, 1, 9), Spread.of(DoubleStream.of(9, 1, 3)));
    }

    @Test
    void orTheMeanOfTheTwoThere() {
        assertEquals(new Spread(2.5, 1, 9), Spread.of(DoubleStream.of(9, 1, 3, 2)));
    }

    @Test
    void nothingHasNoSpread() {
        assertThrows(IllegalArgumentException.class, () -> Spread.of(DoubleStream.empty()));
    }
}
