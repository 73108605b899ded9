package org.convscope.frame;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.convscope.tensor.Cell;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Stamp;
import org.convscope.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MosaicLayoutTest {

    static Random[] seeds() {
        return Seeds.of(200);
    }

    @Test
    void sixteenMapsAreASquareAndKernelsAreOutputsByInputs() {
        MosaicLayout maps = MosaicLayout.of(mosaic(Shape.of(16, 5, 4), 0));
        assertEquals(List.of(4, 4, 16, 20), List.of(maps.columns(), maps.rows(), maps.width(), maps.height()));
        MosaicLayout kernels = MosaicLayout.of(mosaic(Shape.of(16, 6, 5, 5), 0));
        assertEquals(List.of(6, 16), List.of(kernels.columns(), kernels.rows()));
    }

    @Test
    void unitsCanStandInAColumn() {
        MosaicLayout layout =
                MosaicLayout.of(mosaic(Shape.of(84), 0), 1).withTiles(6, 12).withGap(1);
        assertEquals(12, layout.width());
        assertEquals(84 * 7 - 1, layout.height());
        assertEquals(OptionalInt.of(83), layout.planeAt(0, 83 * 7));
    }

    @Test
    void onePixelAValueIsTheMosaicItself() {
        Mosaic mosaic = mosaic(Shape.of(3, 4, 5), 1);
        MosaicLayout layout = MosaicLayout.of(mosaic, 1);
        int[] atlas = layout.atlas(mosaic, Surface.DARK);
        for (int plane = 0; plane < 3; plane++) {
            int[] cut = new int[20];
            System.arraycopy(atlas, plane * 20, cut, 0, 20);
            assertArrayEquals(mosaic.pixels(plane, Surface.DARK), cut);
        }
    }

    @Test
    void aPictureIsPaintedAgainIntoTheSameBuffer() {
        Mosaic first = mosaic(Shape.of(4, 3, 3), 1);
        Mosaic second = mosaic(Shape.of(4, 3, 3), 2);
        MosaicLayout layout = MosaicLayout.of(first).scaled(3).withGap(2);
        int[] buffer = layout.atlas(first, Surface.LIGHT);
        layout.paint(second, Surface.LIGHT, buffer);
        assertArrayEquals(layout.atlas(second, Surface.LIGHT), buffer);
    }

    @Test
    void aLayoutOfNothingIsRefused() {
        MosaicLayout layout = MosaicLayout.of(mosaic(Shape.of(1, 2, 2), 0));
        assertThrows(IllegalArgumentException.class, () -> layout.withTiles(0, 3));
        assertThrows(IllegalArgumentException.class, () -> layout.withGap(-1));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyPixelBelongsToOneValueAndHasItsColourOrToAGap(Random random) {
        Mosaic mosaic = mosaic(Shape.of(1 + random.nextInt(9), 1 + random.nextInt(6), 1 + random.nextInt(6)), 3);
        MosaicLayout layout = MosaicLayout.of(mosaic, 1 + random.nextInt(5))
                .withTiles(1 + random.nextInt(20), 1 + random.nextInt(20))
                .withGap(random.nextInt(3));
        int[] atlas = layout.atlas(mosaic, Surface.LIGHT);
        int[] pixelsOf = new int[mosaic.planes()];
        for (int y = 0; y < layout.height(); y++) {
            for (int x = 0; x < layout.width(); x++) {
                OptionalInt plane = layout.planeAt(x, y);
                int color = atlas[y * layout.width() + x];
                if (plane.isEmpty()) {
                    assertEquals(0, color);
                    continue;
                }
                int p = plane.getAsInt();
                Cell cell = layout.cellAt(x, y);
                pixelsOf[p]++;
                assertEquals(mosaic.scale(p).argb(mosaic.plane(p).at(cell.row(), cell.column()), Surface.LIGHT), color);
                assertTrue(x >= layout.x(p) && x < layout.x(p) + layout.tileWidth());
                assertTrue(y >= layout.y(p) && y < layout.y(p) + layout.tileHeight());
            }
        }
        for (int pixels : pixelsOf) {
            assertEquals(layout.tileHeight() * layout.tileWidth(), pixels, "every plane is whole");
        }
        assertTrue(layout.planeAt(-1, 0).isEmpty());
        assertTrue(layout.planeAt(0, layout.height()).isEmpty());
    }

    private static Mosaic mosaic(Shape shape, long seed) {
        Random random = new Random(seed);
        float[] values = new float[shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return new Mosaic(
                new Stamp("test", 0), Tensor.of(shape, values), List.of(new ColorScale(ColorMap.DIVERGING, -2, 2)));
    }
}
