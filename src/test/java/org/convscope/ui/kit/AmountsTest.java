package org.convscope.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "59.4, 59 s",
        "59.6, 1 min 0 s",
        "82, 1 min 22 s",
        "3599.6, 1 h 0 min",
        "9000, 2 h 30 min",
        "NaN, –",
        "Infinity, –"
    })
    void aTimeIsSaidInTwoUnits(double seconds, String words) {
        assertEquals(words, Amounts.duration(seconds));
    }

    @Test
    void largeNumbersAreSaidInMillionsOrBillions() {
        assertEquals("0.42 M", Amounts.large(416_520));
        assertEquals("15.47 G", Amounts.large(15_470_000_000L));
    }
}
