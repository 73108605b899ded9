package org.convscope.ui.kit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.convscope.tensor.Shape;
import org.convscope.tensor.Tensor;
import org.junit.jupiter.api.Test;

class TensorImageTest {

    @Test
    void oneChannelIsGrey() {
        Tensor image = Tensor.of(Shape.of(1, 1, 3), 0, 0.5f, 1);
        assertArrayEquals(new int[] {0xFF000000, 0xFF808080, 0xFFFFFFFF}, TensorImage.pixels(image));
    }

    @Test
    void threeChannelsAreRedGreenBlueAndNothingOverflows() {
        Tensor image = Tensor.of(Shape.of(3, 1, 2), 1, 0, 0, 2, 0, -1);
        assertArrayEquals(new int[] {0xFFFF0000, 0xFF00FF00}, TensorImage.pixels(image));
    }
}
