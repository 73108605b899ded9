package org.convscope.ui.map.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.convscope.frame.Bars;
import org.convscope.frame.ColorMap;
import org.convscope.frame.ColorScale;
import org.convscope.frame.Mosaic;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Stamp;
import org.convscope.tensor.Tensor;
import org.convscope.ui.explore.Selection;
import org.junit.jupiter.api.Test;

class KernelsTest {

    private static final Stamp STAMP = new Stamp("run", 3);
    private static final Selection MAP = Selection.of("conv2", 1);

    @Test
    void aSourceIsAsStrongAsItsWeightsAreLarge() {
        Tensor weights = Tensor.of(Shape.of(2, 1, 2), 0.5f, -1.5f, 0.25f, 0.25f);
        Kernels kernels = Kernels.of(MAP, new Mosaic(STAMP, weights, List.of(new ColorScale(ColorMap.KERNEL, -2, 2))))
                .orElseThrow();
        assertEquals(2, kernels.sources());
        assertEquals(new Kernels.Strength(2, -1), kernels.strength(0));
        assertEquals(new Kernels.Strength(0.5, 0.5), kernels.strength(1));
        assertEquals(1, kernels.share(0));
        assertEquals(0.25, kernels.share(1));
    }

    @Test
    void whereAllWeightsAreZeroNoSourceIsStrong() {
        Tensor weights = Tensor.of(Shape.of(2), 0, 0);
        Kernels kernels = Kernels.of(MAP, new Mosaic(STAMP, weights, List.of(new ColorScale(ColorMap.KERNEL, 0, 0))))
                .orElseThrow();
        assertEquals(0, kernels.share(1));
    }

    @Test
    void onlyAMosaicIsAPictureOfWeights() {
        assertTrue(Kernels.of(MAP, new Bars(STAMP, List.of(), 1)).isEmpty());
    }
}
