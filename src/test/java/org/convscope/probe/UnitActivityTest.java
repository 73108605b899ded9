package org.convscope.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.convscope.blueprint.Nonlinearity;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Tensor;
import org.junit.jupiter.api.Test;

class UnitActivityTest {

    private static UnitActivity counted(Nonlinearity kind, int units, Tensor... slices) {
        UnitActivity activity = new UnitActivity(kind, units);
        for (Tensor slice : slices) {
            activity.add(slice);
        }
        return activity;
    }

    @Test
    void aDeadUnitIsReportedOnlyIfItIsZeroForEveryImage() {
        UnitActivity activity = counted(Nonlinearity.RELU, 3, Tensor.of(Shape.of(2, 3), 0, 1, 0, 0, 0, 1e-30f));
        assertEquals(0, activity.activeImages(0));
        assertEquals(1, activity.dead());
        assertEquals(1, activity.activeImages(1));
        assertEquals(1, activity.activeImages(2));
    }

    @Test
    void aMapIsDeadOnlyIfAllItsCellsAre() {
        UnitActivity activity = counted(
                Nonlinearity.RELU, 2, Tensor.of(Shape.of(2, 2, 1, 2), 0, 0, 0, 5, /* second image */ 0, 0, 0, 0));
        assertEquals(1, activity.dead());
        assertEquals(1, activity.activeImages(1));
        assertEquals(2, activity.images());
        assertEquals(2, activity.units());
    }

    @Test
    void imagesThatComeInSlicesCountAsOneSample() {
        Tensor first = Tensor.of(Shape.of(2, 2), 0, 0.5f, 0, 0.995f);
        Tensor second = Tensor.of(Shape.of(1, 2), 0.5f, 0.005f);
        UnitActivity activity = counted(Nonlinearity.SIGMOID, 2, first, second);
        assertEquals(3, activity.images());
        assertEquals(1, activity.activeImages(0));
        assertEquals(3, activity.activeImages(1));
        // 0, 0, 0.995 and 0.005 lie within a hundredth of an end.
        assertEquals(4 / 6.0, activity.saturatedShare());
        assertEquals(2 / 6.0, activity.mean(), 1e-6);
        assertEquals(0.3704, activity.deviation(), 1e-4);
    }

    @Test
    void whatIsNoNumberIsNotDead() {
        assertEquals(
                0,
                counted(Nonlinearity.RELU, 1, Tensor.of(Shape.of(1, 1), Float.NaN))
                        .dead());
    }

    @Test
    void nothingSaturatesWhereThereAreNotTwoEnds() {
        assertTrue(Double.isNaN(
                counted(Nonlinearity.RELU, 1, Tensor.of(Shape.of(1, 1), 1)).saturatedShare()));
    }
}
