package org.convscope.ui.map.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeadingRowTest {

    @Test
    void textsThatLeaveRoomAreClear() {
        assertTrue(HeadingRow.isClear(List.of(0.0, 50.0, 100.0), List.of(40.0, 40.0, 40.0)));
        assertFalse(HeadingRow.isClear(List.of(0.0, 50.0, 90.0), List.of(40.0, 40.0, 40.0)));
    }

    @Test
    void whereTextsCrowdSomeStepBack() {
        assertEquals(
                List.of(true, false, true, false),
                HeadingRow.clear(List.of(0.0, 30.0, 60.0, 90.0), List.of(40.0, 40.0, 40.0, 40.0)));
    }
}
