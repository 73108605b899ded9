package org.convscope.ui.map.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class CameraTest {

    private static final Rectangle2D WORLD = new Rectangle2D(10, 10, 980, 480);

    @Test
    void whatIsUnderTheMouseStaysThereWhileItIsEnlarged() {
        Camera before = new Camera(1.3, -40, 25);
        Point2D place = before.toWorld(300, 200);
        Camera after = before.scaledAt(300, 200, 4);
        assertEquals(4, after.scale());
        assertEquals(300, after.toScreenX(place.getX()), 0.5, "offsets are whole points");
        assertEquals(200, after.toScreenY(place.getY()), 0.5, "offsets are whole points");
    }

    @Test
    void offsetsAreWholePoints() {
        Camera camera = new Camera(1, 0.4, 0.6);
        assertEquals(0, camera.x());
        assertEquals(1, camera.y());
    }

    @Test
    void howeverItIsDraggedSomeOfTheWorldStaysInView() {
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            Camera dragged = new Camera(0.5 + 8 * random.nextDouble(), 0, 0)
                    .moved(20000 * (random.nextDouble() - 0.5), 20000 * (random.nextDouble() - 0.5))
                    .holding(WORLD, 800, 400);
            Rectangle2D seen = dragged.toScreen(WORLD);
            assertTrue(seen.intersects(0, 0, 800, 400), dragged + " shows the world at " + seen);
            assertTrue(Math.min(800, seen.getMaxX()) - Math.max(0, seen.getMinX()) >= 79, seen.toString());
        }
    }

    @Test
    void whatIsInViewIsNotMovedToBeShown() {
        Camera camera = new Camera(1, 0, 0);
        assertEquals(camera, camera.revealing(new Rectangle2D(100, 100, 50, 50), 800, 400));
    }

    @Test
    void whatIsOutOfViewIsMovedJustIntoIt() {
        Camera camera = new Camera(2, 0, 0).revealing(new Rectangle2D(900, 10, 50, 50), 800, 400);
        Rectangle2D seen = camera.toScreen(new Rectangle2D(900, 10, 50, 50));
        assertEquals(800 - 16, seen.getMaxX());
        assertEquals(20, seen.getMinY(), "it was in view from top to bottom");
    }

    @Test
    void whatIsLargerThanTheViewBeginsAtItsEdge() {
        Rectangle2D seen = new Camera(8, 0, 0)
                .revealing(new Rectangle2D(500, 300, 200, 200), 800, 400)
                .toScreen(new Rectangle2D(500, 300, 200, 200));
        assertEquals(0, seen.getMinX());
        assertEquals(0, seen.getMinY());
    }

    @Test
    void aScaleIsAboveZero() {
        assertThrows(IllegalArgumentException.class, () -> new Camera(0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Camera(Double.NaN, 0, 0));
    }
}
