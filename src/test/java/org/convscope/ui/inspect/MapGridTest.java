package org.convscope.ui.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.convscope.frame.ColorMap;
import org.convscope.frame.ColorScale;
import org.convscope.frame.Mosaic;
import org.convscope.frame.Surface;
import org.convscope.tensor.Cell;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Stamp;
import org.convscope.tensor.Tensor;
import org.junit.jupiter.api.Test;

class MapGridTest {

    @Test
    void aMapIsItsCells() {
        MapGrid grid = new MapGrid(mosaic(Shape.of(2, 3, 4)), 1);
        assertTrue(grid.isMap());
        assertEquals(3, grid.rows());
        assertEquals(4, grid.columns());
        assertEquals(12 + 1 * 4 + 2, grid.value(1, 2));
        assertFalse(grid.has(3, 0));
        assertEquals(12, grid.pixels(Surface.LIGHT).length);
    }

    @Test
    void unitsAreWrappedAboutAsWideAsHigh() {
        MapGrid grid = new MapGrid(mosaic(Shape.of(120)), 17);
        assertFalse(grid.isMap());
        assertEquals(11, grid.columns());
        assertEquals(11, grid.rows());
        assertEquals(new Cell(1, 6), grid.square(17));
        assertEquals(17, grid.unit(1, 6));
        assertEquals(17, grid.value(1, 6));
        assertTrue(grid.has(10, 9));
        assertFalse(grid.has(10, 10), "120 units do not fill 11 × 11");
        int[] pixels = grid.pixels(Surface.DARK);
        assertEquals(121, pixels.length);
        assertEquals(0, pixels[120], "clear");
    }

    private static Mosaic mosaic(Shape shape) {
        float[] values = new float[shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        ColorScale scale = new ColorScale(ColorMap.SEQUENTIAL, 0, values.length);
        return new Mosaic(new Stamp("run", 0), Tensor.of(shape, values), List.of(scale));
    }
}
