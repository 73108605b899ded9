package org.convscope.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.convscope.tensor.Shape;
import org.convscope.tensor.Tensor;
import org.junit.jupiter.api.Test;

class UnitActivityTest {

    @Test
    void aDeadUnitIsReportedOnlyIfItIsZeroForEveryImage() {
        UnitActivity activity = UnitActivity.of(Tensor.of(Shape.of(2, 3), 0, 1, 0, 0, 0, 1e-30f));
        assertTrue(activity.isDead(0));
        assertFalse(activity.isDead(1) || activity.isDead(2));
        assertEquals(1, activity.dead());
        assertEquals(1, activity.activeImages(1));
    }

    @Test
    void aMapIsDeadOnlyIfAllItsCellsAre() {
        UnitActivity activity =
                UnitActivity.of(Tensor.of(Shape.of(2, 2, 1, 2), 0, 0, 0, 5, /* second image */ 0, 0, 0, 0));
        assertTrue(activity.isDead(0));
        assertEquals(1, activity.activeImages(1));
        assertEquals(2, activity.images());
        assertEquals(2, activity.units());
    }

    @Test
    void whatIsNoNumberIsNotDead() {
        assertEquals(0, UnitActivity.of(Tensor.of(Shape.of(1, 1), Float.NaN)).dead());
    }
}
