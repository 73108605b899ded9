package org.convscope.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NumbersTest {

    static Random[] seeds() {
        return Seeds.of(50);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.000",
        "-0.0, 0.000",
        "1.20749, 1.207",
        "-0.041, −0.04100",
        "0.00123456, 0.001235",
        "9.99951, 10.00",
        "1234.4, 1234",
        "-12345.6, −12346",
        "99994, 99994",
        "99996, 1.000e5",
        "2.7e9, 2.700e9",
        "0.00099994, 9.999e−4",
        "-1.17549435e-38, −1.175e−38",
        "NaN, NaN",
        "-Infinity, −∞"
    })
    void aNumberHasFourSignificantDigits(double value, String text) {
        assertEquals(text, Numbers.text(value));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsWrittenIsCloseToTheNumberAndFitsTheWidth(Random random) {
        for (int i = 0; i < 200; i++) {
            float value = Float.intBitsToFloat(random.nextInt());
            String text = Numbers.padded(value);
            assertEquals(Numbers.WIDTH, text.length(), text);
            if (Float.isFinite(value)) {
                double read = Double.parseDouble(text.replace("\u2007", "").replace("−", "-"));
                assertEquals(value, read, 5.1e-4 * Math.abs(value), text);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0.0", "1, 100.0", "0.905, 90.5", "0.0001, <0.1", "0.99999, >99.9", "0.9994, 99.9", "0.0005, 0.1"})
    void aShareIsNoneOrAllOnlyWhenItTrulyIs(double share, String percent) {
        assertEquals(percent + "\u202F%", Numbers.percent(share));
    }

    @Test
    void anUnknownShareIsNotANumber() {
        assertEquals(Numbers.UNKNOWN, Numbers.percent(Double.NaN));
    }

    @Test
    void countsAreGroupedByThree() {
        assertEquals("61,706", Numbers.count(61_706));
        assertEquals("−1,000", Numbers.count(-1000));
        assertTrue(Numbers.count(999).equals("999"));
    }

    @ParameterizedTest
    @CsvSource({
        "757.8, 758×",
        "2252.1, '2,252×'",
        "96.87, 96.9×",
        "1, 1.0×",
        "1.3333, 1.33×",
        "0.04123, 0.0412×",
        "0, 0×",
        "99.96, 100×",
        "NaN, –",
        "Infinity, –"
    })
    void aRatioHasThreeDigitsOrAllBeforeThePoint(double times, String text) {
        assertEquals(text, Numbers.ratio(times));
    }

    @ParameterizedTest
    @CsvSource({"0, 0 B", "999, 999 B", "246824, 246.8 kB", "187058984, 187.1 MB", "30188928000, 30.2 GB"})
    void bytesAreCountedInThousands(long bytes, String text) {
        assertEquals(text, Numbers.bytes(bytes));
    }
}
