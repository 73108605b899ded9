package org.convscope.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.convscope.tensor.Shape;
import org.convscope.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ColorScaleTest {

    @Test
    void aMapThatDivergesReachesEquallyFarToBothSides() {
        assertEquals(new ColorScale(ColorMap.KERNEL, -3, 3), ColorScale.fitting(ColorMap.KERNEL, -3, 1));
        assertEquals(new ColorScale(ColorMap.DIVERGING, -2, 2), ColorScale.fitting(ColorMap.DIVERGING, 1, 2));
    }

    @Test
    void aMapOfOneSignBeginsAtZeroUnlessValuesLieBelow() {
        assertEquals(new ColorScale(ColorMap.SEQUENTIAL, 0, 5), ColorScale.fitting(ColorMap.SEQUENTIAL, 2, 5));
        assertEquals(new ColorScale(ColorMap.LOGIT, -7, 5), ColorScale.fitting(ColorMap.LOGIT, -7, 5));
    }

    @Test
    void onlyFiniteValuesStretchAScale() {
        Tensor values = Tensor.of(Shape.of(2, 1, 2), Float.NaN, -2, Float.POSITIVE_INFINITY, 1);
        assertEquals(new ColorScale(ColorMap.DIVERGING, -2, 2), ColorScale.fitting(ColorMap.DIVERGING, values));
        assertEquals(new ColorScale(ColorMap.LOGIT, 0, 1), ColorScale.fitting(ColorMap.LOGIT, values.plane(1)));
        assertEquals(
                new ColorScale(ColorMap.DIVERGING, 0, 0),
                ColorScale.fitting(ColorMap.DIVERGING, Tensor.of(Shape.of(1), Float.NaN)));
    }

    @Test
    void zeroIsTheMiddleHoweverSmallTheRange() {
        for (float reach : new float[] {Float.MIN_VALUE, 1e-20f, 0.3f, 7, Float.MAX_VALUE}) {
            ColorScale scale = new ColorScale(ColorMap.DIVERGING, -reach, reach);
            assertEquals(0xFFFFFFFF, scale.argb(0, Surface.LIGHT));
            assertEquals(0xFF67001F, scale.argb(reach, Surface.LIGHT));
            assertEquals(0xFF053061, scale.argb(-reach, Surface.LIGHT));
        }
    }

    @Test
    void valuesBeyondTheEndsTakeTheEndsColours() {
        ColorScale scale = new ColorScale(ColorMap.SEQUENTIAL, 0, 1);
        assertEquals(scale.argb(1, Surface.LIGHT), scale.argb(9, Surface.LIGHT));
        assertEquals(scale.argb(0, Surface.LIGHT), scale.argb(-9, Surface.LIGHT));
    }

    @Test
    void anEmptyRangeIsItsBeginningOrItsZero() {
        assertEquals(0xFFFFFFFF, new ColorScale(ColorMap.DIVERGING, 0, 0).argb(0, Surface.LIGHT));
        assertEquals(0xFF440154, new ColorScale(ColorMap.SEQUENTIAL, 0, 0).argb(0, Surface.LIGHT));
    }

    @Test
    void aScaleWithoutFiniteEndsIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new ColorScale(ColorMap.GREY, 0, Float.NaN));
        assertThrows(IllegalArgumentException.class, () -> new ColorScale(ColorMap.GREY, 1, 0));
    }
}
