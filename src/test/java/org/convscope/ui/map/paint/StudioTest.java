package org.convscope.ui.map.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.convscope.frame.ColorMap;
import org.convscope.frame.ColorScale;
import org.convscope.frame.Mosaic;
import org.convscope.frame.Surface;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Stamp;
import org.convscope.tensor.Tensor;
import org.convscope.ui.map.geometry.Curve;
import org.junit.jupiter.api.Test;

class StudioTest {

    private static final int FRAME = 0xFF445566;
    private static final int STRAND = 0x80808080;
    private static final Rectangle2D VIEW = new Rectangle2D(0, 0, 100, 100);
    private static final int BLACK = 0xFF000000;
    private static final int GREY = 0xFF333333;
    private static final int WHITE = 0xFFFFFFFF;

    private final Studio studio = new Studio();

    @Test
    void everyValueBecomesASquareWithAnEdgeAroundTheMap() {
        Picture picture =
                studio.paint(List.of(maps("conv1", 0, 4)), VIEW, light(1)).get(0);
        assertEquals(new PixelBox(9, 9, 15, 15), picture.box());
        int[][] expected = {
            {FRAME, FRAME, FRAME, FRAME, FRAME, FRAME},
            {FRAME, BLACK, BLACK, GREY, GREY, FRAME},
            {FRAME, BLACK, BLACK, GREY, GREY, FRAME},
            {FRAME, WHITE, WHITE, BLACK, BLACK, FRAME},
            {FRAME, WHITE, WHITE, BLACK, BLACK, FRAME},
            {FRAME, FRAME, FRAME, FRAME, FRAME, FRAME},
        };
        for (int y = 0; y < 6; y++) {
            for (int x = 0; x < 6; x++) {
                assertEquals(expected[y][x], picture.pixel(x, y), "pixel " + x + ", " + y);
            }
        }
    }

    @Test
    void aSideThatIsNoMultipleKeepsEveryValue() {
        Picture picture =
                studio.paint(List.of(maps("conv1", 0, 3)), VIEW, light(1)).get(0);
        int[] row = {BLACK, BLACK, GREY};
        for (int x = 0; x < 3; x++) {
            assertEquals(row[x], picture.pixel(1 + x, 1));
        }
    }

    @Test
    void twiceThePixelsAreTwiceTheSide() {
        Picture picture =
                studio.paint(List.of(maps("conv1", 0, 4)), VIEW, light(2)).get(0);
        assertEquals(new PixelBox(19, 19, 29, 29), picture.box());
        assertEquals(2.0, picture.scale());
    }

    @Test
    void whatIsFarOutsideTheViewIsNotPainted() {
        Rectangle2D elsewhere = new Rectangle2D(500, 500, 100, 100);
        assertEquals(List.of(), studio.paint(List.of(maps("conv1", 0, 4)), elsewhere, light(1)));
    }

    @Test
    void ofAMapThatIsMuchLargerThanTheViewOnlyTheSeenPartIsPainted() {
        Picture picture =
                studio.paint(List.of(maps("conv1", 0, 4000)), VIEW, light(1)).get(0);
        assertTrue(picture.box().width() <= 200, picture.box().toString());
        assertEquals(BLACK, picture.pixel(60, 60));
    }

    @Test
    void whatHasNotChangedIsNotPaintedAgain() {
        Picture first =
                studio.paint(List.of(maps("conv1", 0, 4)), VIEW, light(1)).get(0);
        Rectangle2D moved = new Rectangle2D(5, 0, 100, 100);
        assertSame(
                first,
                studio.paint(List.of(maps("conv1", 0, 4)), moved, light(1)).get(0));
    }

    @Test
    void newValuesOtherSizesAndAnotherSurfaceArePaintedAnew() {
        Picture first =
                studio.paint(List.of(maps("conv1", 0, 4)), VIEW, light(1)).get(0);
        Picture next =
                studio.paint(List.of(maps("conv1", 1, 4)), VIEW, light(1)).get(0);
        Picture larger =
                studio.paint(List.of(maps("conv1", 1, 4)), VIEW, light(1.5)).get(0);
        Lighting dark = new Lighting(1.5, Surface.DARK, FRAME, STRAND);
        Picture night = studio.paint(List.of(maps("conv1", 1, 4)), VIEW, dark).get(0);
        assertNotSame(first, next);
        assertNotSame(next, larger);
        assertNotSame(larger, night);
    }

    @Test
    void onlyTheLayerThatChangedIsPaintedAgain() {
        List<Picture> first = studio.paint(List.of(maps("conv1", 0, 4), maps("conv2", 0, 4)), VIEW, light(1));
        List<Picture> next = studio.paint(List.of(maps("conv1", 0, 4), maps("conv2", 1, 4)), VIEW, light(1));
        assertSame(first.get(0), next.get(0));
        assertNotSame(first.get(1), next.get(1));
    }

    @Test
    void crossingStrandsStayFaint() {
        Curve falling = new Curve(new Point2D(10, 10), new Point2D(40, 40));
        Curve rising = new Curve(new Point2D(10, 40), new Point2D(40, 10));
        Picture picture = studio.paint(List.of(new Sheet.Web(" web", List.of(falling, rising))), VIEW, light(1))
                .get(0);
        int strongest = 0;
        int touched = 0;
        for (int y = 0; y < picture.box().height(); y++) {
            for (int x = 0; x < picture.box().width(); x++) {
                strongest = Math.max(strongest, picture.pixel(x, y) >>> 24);
                touched += picture.pixel(x, y) == 0 ? 0 : 1;
            }
        }
        assertEquals(0x80, strongest, 1);
        assertTrue(touched > 60 && touched < 250, touched + " pixels for two thin lines of 30");
    }

    @Test
    void coloursAreMultipliedByTheirOpacity() {
        Curve level = new Curve(new Point2D(10, 10), new Point2D(40, 10));
        Picture picture = studio.paint(List.of(new Sheet.Web(" web", List.of(level))), VIEW, light(1))
                .get(0);
        assertEquals(0x80404040, picture.pixel(15, 10 - picture.box().top()));
    }

    @Test
    void whereValuesAreMoreThanPixelsEachPixelShowsTheMeanOfItsOwn() {
        Picture picture =
                studio.paint(List.of(maps("conv1", 0, 1)), VIEW, light(1)).get(0);
        // Black, dark, white, black: (0 + 0.2 + 1 + 0) / 4 = 0.3 of 255.
        int grey = picture.pixel(10 - picture.box().left(), 10 - picture.box().top()) & 0xFF;
        assertEquals(0.3 * 255, grey, 2);
    }

    @Test
    void aPlaneOfOneRowIsACurveFromItsLowestValueToItsHighest() {
        Mosaic signal = new Mosaic(
                new Stamp("run", 0),
                Tensor.of(Shape.of(1, 1, 4), -1, -1, 1, 1),
                List.of(new ColorScale(ColorMap.DIVERGING, -1, 1)));
        Rectangle2D tile = new Rectangle2D(10, 10, 40, 21);
        Picture picture = studio.paint(
                        List.of(new Sheet.Maps("conv1", signal, List.of(tile), List.of(tile), true)), VIEW, light(1))
                .get(0);
        int left = 10 - picture.box().left();
        int top = 10 - picture.box().top();
        int negative = ColorMap.DIVERGING.argb(0, Surface.LIGHT);
        int positive = ColorMap.DIVERGING.argb(1, Surface.LIGHT);
        int ground = ColorMap.DIVERGING.argb(0.5f, Surface.LIGHT);
        assertEquals(negative, picture.pixel(left + 5, top + 15), "below zero the colour of its value");
        assertEquals(ground, picture.pixel(left + 5, top + 5));
        assertEquals(positive, picture.pixel(left + 35, top + 5));
        assertEquals(ground, picture.pixel(left + 35, top + 15));
        int line = picture.pixel(left + 5, top + 20);
        assertEquals(line, picture.pixel(left + 35, top), "the line runs along the highest value");
        assertEquals(line, picture.pixel(left + 20, top + 10), "and holds together where it rises");
    }

    @Test
    void thereIsATileForEveryPlane() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Sheet.Maps("conv1", mosaic(0), List.of(VIEW, VIEW), List.of(VIEW)));
    }

    private static Sheet maps(String key, long step, double side) {
        Rectangle2D tile = new Rectangle2D(10, 10, side, side);
        return new Sheet.Maps(key, mosaic(step), List.of(tile), List.of(tile));
    }

    /** One map of two by two values: black, dark, white, black. */
    private static Mosaic mosaic(long step) {
        return new Mosaic(
                new Stamp("run", step),
                Tensor.of(Shape.of(1, 2, 2), 0, 0.2f, 1, 0),
                List.of(new ColorScale(ColorMap.GREY, 0, 1)));
    }

    private static Lighting light(double scale) {
        return new Lighting(scale, Surface.LIGHT, FRAME, STRAND);
    }
}
