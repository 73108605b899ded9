package org.convscope.ui.mistakes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrailTest {

    private final Trail trail = new Trail();

    @Test
    void howeverMuchComesItStaysShortAndKeepsBothEnds() {
        for (int step = 0; step < 100_000; step++) {
            trail.add(step, step);
            List<Trail.Point> points = trail.points();
            assertTrue(points.size() <= Trail.MOST, points.size() + " points at " + step);
            assertEquals(step, points.get(points.size() - 1).step());
        }
        List<Trail.Point> points = trail.points();
        assertEquals(0, points.get(0).step());
        assertTrue(points.size() >= Trail.MOST / 2 - 1, points.size() + " points");
        for (int i = 1; i < points.size(); i++) {
            assertTrue(points.get(i - 1).step() < points.get(i).step());
        }
    }

    @Test
    void whatCameAfterAStepCanBeForgotten() {
        trail.add(1, 0.1);
        trail.add(2, 0.2);
        trail.add(3, 0.3);
        trail.cut(2);
        assertEquals(List.of(new Trail.Point(1, 0.1), new Trail.Point(2, 0.2)), trail.points());
        trail.cut(0);
        assertEquals(List.of(), trail.points());
        trail.add(1, 0.5);
        assertEquals(List.of(new Trail.Point(1, 0.5)), trail.points());
    }
}
