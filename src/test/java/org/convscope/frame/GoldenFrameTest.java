package org.convscope.frame;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Stamp;
import org.convscope.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenFrameTest {

    private static final Stamp STAMP = new Stamp("test", 0);

    static Stream<Arguments> mapsAndSurfaces() {
        return Stream.of(ColorMap.values())
                .flatMap(map -> Stream.of(Surface.values()).map(surface -> Arguments.of(map, surface)));
    }

    /** Every entry of every table, as a legend shows it. */
    @ParameterizedTest
    @MethodSource("mapsAndSurfaces")
    void aLegendShowsEveryColourOfItsMap(ColorMap map, Surface surface) throws IOException {
        int entries = ColorTables.of(map, surface).size();
        float[] ramp = new float[entries];
        for (int i = 0; i < entries; i++) {
            ramp[i] = (float) i / (entries - 1);
        }
        Mosaic legend = new Mosaic(STAMP, Tensor.of(Shape.of(1, 1, entries), ramp), List.of(new ColorScale(map, 0, 1)));
        MosaicLayout layout = MosaicLayout.of(legend).withTiles(8, entries);
        Golden.check("legend-" + lower(map) + "-" + lower(surface), layout.atlas(legend, surface), layout.width());
    }

    /** Waves of growing size, each map on its own scale, and one that is not a number in a corner. */
    @ParameterizedTest
    @MethodSource("mapsAndSurfaces")
    void featureMapsBesideEachOther(ColorMap map, Surface surface) throws IOException {
        Tensor waves = waves(Shape.of(6, 12, 12));
        List<ColorScale> scales = new ArrayList<>();
        for (int plane = 0; plane < waves.planes(); plane++) {
            scales.add(ColorScale.fitting(map, waves.plane(plane).stats()));
        }
        Mosaic maps = new Mosaic(STAMP, waves, scales);
        MosaicLayout layout = MosaicLayout.of(maps).scaled(4).withGap(2);
        Golden.check("maps-" + lower(map) + "-" + lower(surface), layout.atlas(maps, surface), layout.width());
    }

    @Test
    void kernelsAreOutputsByInputsOnOneScale() throws IOException {
        Tensor waves = waves(Shape.of(4, 3, 5, 5));
        Mosaic kernels = new Mosaic(STAMP, waves, List.of(ColorScale.fitting(ColorMap.KERNEL, waves.stats())));
        MosaicLayout layout = MosaicLayout.of(kernels).scaled(3).withGap(1);
        Golden.check("kernels", layout.atlas(kernels, Surface.LIGHT), layout.width());
    }

    @Test
    void unitsStandInAColumnThatIsWiderThanHigh() throws IOException {
        Tensor waves = waves(Shape.of(20));
        Mosaic units = new Mosaic(STAMP, waves, List.of(ColorScale.fitting(ColorMap.DIVERGING, waves.stats())));
        MosaicLayout layout = MosaicLayout.of(units, 1).withTiles(5, 14).withGap(1);
        Golden.check("units", layout.atlas(units, Surface.DARK), layout.width());
    }

    @Test
    @DisabledIfSystemProperty(named = "golden.update", matches = ".*", disabledReason = "it would write its goldens")
    void aMissingGoldenAndAChangedPixelBothFail() {
        int[] pixels = {0xFFFF0000, 0xFF00FF00};
        assertThrows(AssertionError.class, () -> Golden.check("there-is-none", pixels, 2));
        AssertionError differs = assertThrows(AssertionError.class, () -> Golden.check("units", pixels, 2));
        assertTrue(differs.getMessage().contains("differs"), differs.getMessage());
    }

    private static Tensor waves(Shape shape) {
        float[] values = new float[shape.size()];
        int side = shape.height() * shape.width();
        for (int i = 0; i < values.length; i++) {
            int row = i % side / shape.width();
            int column = i % shape.width();
            int plane = i / side;
            // Triangle waves: exact in floats, so that no mathematics library can shift a colour.
            int phase = (row * (plane + 1) + 2 * column + 3 * plane) % 16;
            values[i] = (Math.abs(phase - 8) - 4) / 4f * (plane + 1);
        }
        values[0] = side > 1 ? Float.NaN : values[0];
        return Tensor.of(shape, values);
    }

    private static String lower(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
