package org.convscope.lens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.convscope.frame.Bars;
import org.convscope.frame.ColorMap;
import org.convscope.frame.ColorScale;
import org.convscope.frame.Mosaic;
import org.convscope.frame.Scope;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Stamp;
import org.convscope.tensor.Tensor;
import org.junit.jupiter.api.Test;

class DifferencesTest {

    private static final Stamp NOW = new Stamp("run", 9);
    private static final Stamp THEN = new Stamp("run", 3);

    @Test
    void aDifferenceIsTheFirstLessTheSecondAroundZero() {
        Mosaic difference = Differences.of(maps(NOW, 1, 5, 2, 0), maps(THEN, 1, 2, 4, 0));
        assertEquals(tensor(0, 3, -2, 0), difference.values());
        assertEquals(List.of(new ColorScale(ColorMap.DIVERGING, -3, 3)), difference.scales());
        assertEquals(NOW, difference.stamp());
    }

    @Test
    void onlyWhatBothHaveInTheSameShapeIsCompared() {
        Overview now = new Overview(
                NOW, Map.of("a", maps(NOW, 1, 1, 1, 1), "b", maps(NOW, 1, 1, 1, 1), "c", unit(2)), bars(0.7, 0.3));
        Overview then = new Overview(THEN, Map.of("a", maps(THEN, 0, 0, 0, 0), "c", maps(THEN, 1, 1, 1, 1)), bars());
        assertEquals(Set.of("a"), Differences.of(now, then, Scope.LAYER).keySet());
        assertThrows(IllegalArgumentException.class, () -> Differences.of(unit(2), maps(THEN, 1, 1, 1, 1)));
    }

    @Test
    void theScopeDecidesWhichScalesAreShared() {
        Overview now = new Overview(NOW, Map.of("a", maps(NOW, 1, 0, 0, 0), "b", maps(NOW, 0, 0, 0, -8)), bars());
        Overview then = new Overview(THEN, Map.of("a", maps(THEN, 0, 0, 0, 0), "b", maps(THEN, 0, 0, 0, 0)), bars());
        assertEquals(
                List.of(new ColorScale(ColorMap.DIVERGING, -8, 8)),
                Differences.of(now, then, Scope.NETWORK).get("a").scales());
        assertEquals(
                List.of(new ColorScale(ColorMap.DIVERGING, -1, 1)),
                Differences.of(now, then, Scope.LAYER).get("a").scales());
        assertEquals(2, Differences.of(now, then, Scope.MAP).get("b").scales().size());
    }

    @Test
    void barsAreComparedByWhatTheyStandFor() {
        Bars then = new Bars(THEN, List.of(new Bars.Bar(1, 0.5), new Bars.Bar(0, 0.25)), 1);
        assertEquals(
                List.of(new Bars.Bar(0, 0.5), new Bars.Bar(1, -0.25)),
                Differences.of(bars(0.75, 0.25), then).bars());
    }

    /** Two maps of one row and two columns. */
    private static Mosaic maps(Stamp stamp, float... values) {
        return new Mosaic(stamp, tensor(values), List.of(new ColorScale(ColorMap.DIVERGING, -9, 9)));
    }

    private static Tensor tensor(float... values) {
        return Tensor.of(Shape.of(2, 1, 2), values);
    }

    private static Mosaic unit(float value) {
        return new Mosaic(
                NOW, Tensor.of(Shape.of(1), new float[] {value}), List.of(new ColorScale(ColorMap.DIVERGING, -9, 9)));
    }

    private static Bars bars(double... values) {
        return new Bars(
                NOW,
                IntStream.range(0, values.length)
                        .mapToObj(i -> new Bars.Bar(i, values[i]))
                        .toList(),
                1);
    }
}
