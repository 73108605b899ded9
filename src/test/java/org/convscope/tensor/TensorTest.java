package org.convscope.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TensorTest {

    private static final Tensor COUNTED = counted(Shape.of(2, 3, 4));

    @Test
    void valuesAreCopiedInAndOut() {
        float[] values = {1, 2};
        Tensor tensor = Tensor.of(Shape.of(2), values);
        values[0] = 9;
        tensor.toArray()[1] = 9;
        assertArrayEquals(new float[] {1, 2}, tensor.toArray());
    }

    @Test
    void anIndexPerAxisFindsTheRowMajorValue() {
        assertEquals(1 * 12 + 2 * 4 + 3, COUNTED.at(1, 2, 3));
        assertThrows(IndexOutOfBoundsException.class, () -> COUNTED.at(0, 3, 0), "a row too far");
        assertThrows(IndexOutOfBoundsException.class, () -> COUNTED.at(0, 0), "an axis too few");
    }

    @Test
    void aSliceIsWhatStandsAtOneIndexOfTheOutermostAxis() {
        assertEquals(Tensor.of(Shape.of(3, 4), COUNTED.toArray(), 12), COUNTED.slice(1));
        assertThrows(IndexOutOfBoundsException.class, () -> COUNTED.slice(2));
        Tensor vector = Tensor.of(Shape.of(2), 1, 2);
        assertThrows(IndexOutOfBoundsException.class, () -> vector.slice(0), "a vector has no inner axis");
    }

    @Test
    void aPlaneIsOneMap() {
        Plane plane = COUNTED.plane(1);
        assertEquals(3, plane.height());
        assertEquals(4, plane.width());
        assertEquals(COUNTED.at(1, 0, 2), plane.at(0, 2));
        assertEquals(Tensor.of(Shape.of(3, 4), COUNTED.toArray(), 12), plane.toTensor());
        assertThrows(IndexOutOfBoundsException.class, () -> plane.at(0, 4), "not the next row");
        assertThrows(IndexOutOfBoundsException.class, () -> COUNTED.plane(2));
    }

    @Test
    void kernelsHaveAPlaneForEachOutputAndInput() {
        Tensor kernels = counted(Shape.of(3, 2, 5, 5));
        assertEquals(6, kernels.planes());
        assertEquals(kernels.at(2, 1, 0, 0), kernels.plane(5).at(0, 0));
    }

    @Test
    void aVectorHasAPlaneForEachUnit() {
        Tensor units = counted(Shape.of(5));
        assertEquals(5, units.planes());
        assertEquals(3, units.plane(3).at(0, 0));
    }

    @Test
    void equalTensorsHaveEqualShapesAndValues() {
        assertEquals(COUNTED, counted(Shape.of(2, 3, 4)));
        assertNotEquals(COUNTED, COUNTED.reshaped(Shape.of(4, 3, 2)));
        assertThrows(IllegalArgumentException.class, () -> COUNTED.reshaped(Shape.of(5)));
    }

    @Test
    void aShapeHoldsOnlyWhatAnArrayCan() {
        assertEquals("6×28×28", Shape.of(6, 28, 28).toString());
        assertThrows(IllegalArgumentException.class, () -> Shape.of(3, 0));
        assertThrows(IllegalArgumentException.class, () -> Shape.of(70_000, 70_000));
    }

    @Test
    void statisticsLeaveOutWhatIsNoNumberAndCountIt() {
        Stats stats = Tensor.of(Shape.of(6), 0, Float.NaN, 2, 4, Float.POSITIVE_INFINITY, 0)
                .stats();
        assertEquals(6, stats.count());
        assertEquals(2, stats.nonFinite());
        assertEquals(2, stats.zeros());
        assertEquals(0, stats.min());
        assertEquals(4, stats.max());
        assertEquals(1.5f, stats.mean());
        assertEquals(Math.sqrt((2.25 + 2.25 + 0.25 + 6.25) / 4), stats.deviation(), 1e-6);
        assertEquals(4, stats.histogram().stream().mapToInt(Integer::intValue).sum(), "finite values are binned");
    }

    @Test
    void statisticsOfNothingFiniteAreZero() {
        Stats stats = Tensor.of(Shape.of(1), Float.NaN).stats();
        assertEquals(0, stats.max());
        assertEquals(1, stats.nonFinite());
    }

    @Test
    void theHistogramsLastBinHoldsTheLargest() {
        Stats stats = counted(Shape.of(Stats.BINS)).stats();
        assertEquals(1, stats.histogram().get(Stats.BINS - 1));
        assertEquals(1, stats.histogram().get(0));
        assertEquals(
                5, Tensor.of(Shape.of(5), 7, 7, 7, 7, 7).stats().histogram().get(0), "all alike");
    }

    private static Tensor counted(Shape shape) {
        float[] values = new float[shape.size()];
        IntStream.range(0, values.length).forEach(i -> values[i] = i);
        return Tensor.of(shape, values);
    }
}
