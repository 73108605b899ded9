package org.convscope.ui.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CellTextTest {

    @Test
    void theSmallerTheSquareTheFewerTheDigits() {
        assertEquals("1.207", CellText.of(1.20712f, 60));
        assertEquals("1.2", CellText.of(1.20712f, 28));
        assertEquals("−1", CellText.of(-1.20712f, 24));
    }

    @Test
    void onlyZeroIsZero() {
        assertEquals("0", CellText.of(0, 60));
        assertEquals("≈0", CellText.of(0.0004f, 28));
        assertEquals("≈0", CellText.of(-1e-9f, 40));
    }

    @Test
    void whatIsNoNumberIsNamed() {
        assertEquals("NaN", CellText.of(Float.NaN, 28));
    }

    @Test
    void valuesOfAFewDigitsFitTheirSquare() {
        Random random = new Random(5);
        for (int i = 0; i < 500; i++) {
            float value = (float) (20 * (random.nextDouble() - 0.5));
            double side = 28 + 40 * random.nextDouble();
            String text = CellText.of(value, side);
            assertTrue(text.length() * 6.6 <= side, text + " in " + side);
        }
    }

    @Test
    void lettersContrastWithTheirGround() {
        assertTrue(CellText.isLight(0xFFFFFFFF));
        assertTrue(CellText.isLight(0xFFFDE725), "the light end of viridis");
        assertFalse(CellText.isLight(0xFF440154), "its dark end");
    }
}
