package org.convscope.ui.inspect.tile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.convscope.frame.ColorMap;
import org.convscope.frame.ColorScale;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TileLayoutTest {

    private static final double WIDTH = 336;
    private static final double TALLEST = 250;

    static Stream<Tiles> tiles() {
        Random random = new Random(6);
        return IntStream.range(0, 200)
                .mapToObj(i -> tiles(
                        random.nextBoolean() ? 3 : 1,
                        1 + random.nextInt(40),
                        1 + random.nextInt(7),
                        1 + random.nextInt(7),
                        random.nextBoolean()));
    }

    @ParameterizedTest
    @MethodSource("tiles")
    void noTileLiesOverAnotherOrBeyondTheWidth(Tiles tiles) {
        TileLayout layout = TileLayout.of(tiles, WIDTH, TALLEST);
        List<double[]> corners = new ArrayList<>();
        for (int band = 0; band < tiles.bands().size(); band++) {
            for (int plane = 0; plane < tiles.planes(); plane++) {
                double x = layout.x(band, plane);
                double y = layout.y(band, plane);
                assertTrue(x + layout.tileWidth() <= WIDTH, layout + ": " + x);
                assertTrue(y + layout.tileHeight() <= layout.height() + 0.5, layout + ": " + y);
                for (double[] other : corners) {
                    boolean isBeside = Math.abs(x - other[0]) >= layout.tileWidth();
                    boolean isBelow = Math.abs(y - other[1]) >= layout.tileHeight();
                    assertTrue(isBeside || isBelow, layout + ": tiles at " + x + ", " + y);
                }
                corners.add(new double[] {x, y});
            }
        }
    }

    @ParameterizedTest
    @MethodSource("tiles")
    void everySquareIsFoundAtItsMiddle(Tiles tiles) {
        TileLayout layout = TileLayout.of(tiles, WIDTH, TALLEST);
        for (int band = 0; band < tiles.bands().size(); band++) {
            for (int plane = 0; plane < tiles.planes(); plane++) {
                for (int row = 0; row < tiles.rows(); row++) {
                    double x = layout.x(band, plane) + 0.5 * layout.cell();
                    double y = layout.y(band, plane) + (row + 0.5) * layout.cell();
                    assertEquals(
                            new TileLayout.Spot(band, plane, row, 0),
                            layout.at(x, y).orElseThrow());
                }
            }
        }
        assertTrue(layout.at(-1, -1).isEmpty());
    }

    @Test
    void sixKernelsStandInOneLineWithTheirInputsAbove() {
        TileLayout layout = TileLayout.of(tiles(3, 6, 5, 5, true), WIDTH, TALLEST);
        assertEquals(6, layout.perLine());
        assertEquals(layout.x(0, 4), layout.x(2, 4));
        assertTrue(layout.y(1, 0) > layout.y(0, 0));
        assertTrue(layout.height() <= TALLEST);
    }

    @Test
    void theBandsOfOnePlaneStandBesideEachOther() {
        TileLayout layout = TileLayout.of(tiles(3, 1, 5, 5, true), WIDTH, TALLEST);
        assertTrue(layout.isBeside());
        assertEquals(layout.y(0, 0), layout.y(2, 0));
    }

    @Test
    void linesAreOfTheSameLength() {
        TileLayout layout = TileLayout.of(tiles(1, 6, 5, 5, false), WIDTH, TALLEST);
        assertEquals(3, layout.perLine());
    }

    @Test
    void aPoolingWindowIsLargeEnoughForItsNumbers() {
        assertTrue(TileLayout.of(tiles(1, 1, 2, 2, false), 260, TALLEST).cell() >= TileLayout.ROOM_FOR_NUMBER);
    }

    private static Tiles tiles(int bands, int planes, int rows, int columns, boolean hasCaptions) {
        Shape shape = Shape.of(planes, rows, columns);
        Tensor values = Tensor.of(shape, new float[shape.size()]);
        ColorScale scale = new ColorScale(ColorMap.DIVERGING, -1, 1);
        return new Tiles(
                IntStream.range(0, bands)
                        .mapToObj(band -> new Tiles.Band("x", scale, values))
                        .toList(),
                hasCaptions ? IntStream.range(0, planes).mapToObj(i -> 0.5).toList() : List.of(),
                List.of(),
                null);
    }
}
