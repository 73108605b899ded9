package org.convscope.ui.curves;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SeriesTest {

    @Test
    void itGrowsBeyondWhatItBeganWith() {
        Series series = new Series();
        for (int i = 1; i <= 10_000; i++) {
            series.add(i, i * 0.5);
        }
        assertEquals(10_000, series.size());
        assertEquals(5_000, series.lastValue());
        assertEquals(2_500, series.value(4_999));
        assertEquals(0, series.cuts());
    }

    @Test
    void aPointAtAnEarlierStepCutsOffWhatCameAfterIt() {
        Series series = new Series();
        for (int i = 1; i <= 10; i++) {
            series.add(i, i);
        }
        series.add(4, 0.25);
        assertEquals(4, series.size());
        assertEquals(3, series.value(2));
        assertEquals(0.25, series.lastValue());
        assertEquals(1, series.cuts());
    }

    @Test
    void aStepIsFoundByTheLastPointBeforeItOrByTheClosest() {
        Series series = new Series();
        series.add(10, 1);
        series.add(20, 2);
        series.add(40, 4);
        assertEquals(-1, series.indexAt(9));
        assertEquals(0, series.indexAt(19));
        assertEquals(2, series.indexAt(1_000));
        assertEquals(0, series.indexNear(0));
        assertEquals(1, series.indexNear(29));
        assertEquals(2, series.indexNear(31));
        assertEquals(2, series.indexNear(1_000));
        assertEquals(-1, new Series().indexNear(3));
    }

    @Test
    void whatIsNoNumberIsKeptAsAGapAndNeverTheLargest() {
        Series series = new Series();
        assertTrue(Double.isNaN(series.max()));
        series.add(1, 2);
        series.add(2, Double.NaN);
        series.add(3, Double.POSITIVE_INFINITY);
        assertEquals(3, series.size());
        assertEquals(2, series.max());
    }

    @Test
    void aPointThatIsNotThereIsRefused() {
        Series series = new Series();
        series.add(1, 1);
        assertThrows(IndexOutOfBoundsException.class, () -> series.value(1));
    }
}
