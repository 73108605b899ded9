package org.convscope.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.convscope.tensor.Histogram;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistogramCountTest {

    static Stream<Long> seeds() {
        return new SplittableRandom(20261126).longs(200).boxed();
    }

    @Test
    void binsAreAsWideAsAPowerOfTwo() {
        Histogram histogram = counted(0, 0.5f, 1, 1.5f, 2, -0.25f);
        assertEquals(1.0 / 16, histogram.width());
        assertEquals(-0.25, histogram.edge(0));
        assertEquals(2.0625, histogram.edge(histogram.bins()));
        assertEquals(1.0 / 6, histogram.share(0), 1e-3);
        assertEquals(1.0 / 6, histogram.share(histogram.bins() - 1), 1e-3);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyValueIsCountedInItsBin(long seed) {
        float[] values = anyValues(seed);
        Histogram histogram = counted(values);
        assertTrue(histogram.bins() <= Histogram.MOST_BINS, "bins " + histogram.bins());
        for (int bin = 0; bin < histogram.bins(); bin++) {
            double low = histogram.edge(bin);
            double high = histogram.edge(bin + 1);
            long inside = IntStream.range(0, values.length)
                    .filter(i -> values[i] >= low && values[i] < high)
                    .count();
            assertEquals((double) inside / values.length, histogram.share(bin), 1e-3);
            assertEquals(inside > 0, histogram.share(bin) > 0, "a bin that holds anything is not empty");
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void valuesThatComeInPiecesAreCountedAsAtOnce(long seed) {
        float[] values = anyValues(seed);
        HistogramCount count = new HistogramCount();
        SplittableRandom random = new SplittableRandom(~seed);
        for (int from = 0; from < values.length; ) {
            int to = from + 1 + random.nextInt(values.length - from);
            count.add(tensor(Arrays.copyOfRange(values, from, to)));
            from = to;
        }
        assertEquals(counted(values), count.histogram());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void itIsReadAsItWasWritten(long seed) {
        Histogram histogram = counted(anyValues(seed));
        assertEquals(histogram, Histogram.parse(histogram.text()));
        assertTrue(histogram.text().indexOf(',') < 0);
    }

    @Test
    void whatIsNoNumberIsLeftOut() {
        assertEquals(counted(1, 2), counted(1, Float.NaN, 2, Float.POSITIVE_INFINITY));
        assertEquals(Histogram.NONE, counted(Float.NaN, Float.NEGATIVE_INFINITY));
        assertEquals(Histogram.NONE, Histogram.parse(Histogram.NONE.text()));
    }

    @Test
    void zerosAloneFillOneBin() {
        Histogram zeros = counted(0, 0, -0f);
        assertEquals(1, zeros.bins());
        assertEquals(0, zeros.edge(0));
        HistogramCount count = new HistogramCount();
        count.add(tensor(0, 0));
        count.add(tensor(Float.MAX_VALUE, -Float.MAX_VALUE));
        assertEquals(0.5, count.histogram().share(count.histogram().bins() / 2), 1e-3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0 0", "0 0 A", "0 0 A*", "a 0 AA", "0 0 AA "})
    void anythingElseIsNotRead(String text) {
        assertThrows(IllegalArgumentException.class, () -> Histogram.parse(text));
    }

    private static float[] anyValues(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[1 + random.nextInt(300)];
        double scale = Math.pow(10, random.nextInt(-12, 12));
        double shift = random.nextInt(3) * random.nextDouble() * 10;
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(4) == 0 ? 0 : (float) (scale * (random.nextDouble() - 0.5 + shift));
        }
        return values;
    }

    private static Histogram counted(float... values) {
        HistogramCount count = new HistogramCount();
        count.add(tensor(values));
        return count.histogram();
    }

    private static Tensor tensor(float... values) {
        return Tensor.of(Shape.of(values.length), values);
    }
}
