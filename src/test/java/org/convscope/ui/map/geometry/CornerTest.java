package org.convscope.ui.map.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class CornerTest {

    private static final Rectangle2D AREA = new Rectangle2D(0, 30, 1000, 600);
    private static final Rectangle2D LOWER_RIGHT = new Rectangle2D(850, 560, 100, 70);
    private static final Rectangle2D LOWER_HALF = new Rectangle2D(0, 330, 1000, 300);

    @Test
    void itLiesWithinTheArea() {
        assertEquals(new Rectangle2D(780, 530, 220, 100), Corner.LOWER_RIGHT.place(AREA, 220, 100));
        assertEquals(new Rectangle2D(0, 30, 220, 100), Corner.UPPER_LEFT.place(AREA, 220, 100));
    }

    @Test
    void whatCoversNothingStays() {
        assertEquals(Corner.UPPER_RIGHT, Corner.UPPER_RIGHT.leastCovering(AREA, 220, 100, List.of(LOWER_RIGHT)));
    }

    @Test
    void itGivesWayToWhatItWouldHide() {
        assertEquals(Corner.LOWER_LEFT, Corner.LOWER_RIGHT.leastCovering(AREA, 220, 100, List.of(LOWER_RIGHT)));
        assertEquals(
                Corner.UPPER_RIGHT, Corner.LOWER_RIGHT.leastCovering(AREA, 220, 100, List.of(LOWER_RIGHT, LOWER_HALF)));
    }

    @Test
    void itDoesNotWanderForALittle() {
        List<Rectangle2D> everywhere = List.of(AREA, LOWER_RIGHT);
        assertEquals(Corner.LOWER_RIGHT, Corner.LOWER_RIGHT.leastCovering(AREA, 220, 100, everywhere));
    }
}
