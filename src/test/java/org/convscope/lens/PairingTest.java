package org.convscope.lens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Maps that are alike, found in whatever order they stand. */
class PairingTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aPermutedNetworkIsMatchedBackExactly(long seed) {
        Random random = new Random(seed);
        Shape shape = Shape.of(16, 5, 4);
        List<Integer> order = new ArrayList<>(IntStream.range(0, 16).boxed().toList());
        Collections.shuffle(order, random);
        List<Tensor> first = new ArrayList<>();
        List<Tensor> second = new ArrayList<>();
        for (int image = 0; image < 12; image++) {
            float[] values = new float[shape.size()];
            float[] permuted = new float[shape.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) random.nextGaussian();
            }
            for (int map = 0; map < 16; map++) {
                for (int i = 0; i < 20; i++) {
                    // Another scale and another zero: what counts is where a map is high.
                    permuted[order.get(map) * 20 + i] = 3 * values[map * 20 + i] + map;
                }
            }
            first.add(Tensor.of(shape, values));
            second.add(Tensor.of(shape, permuted));
        }
        Pairing pairing = Pairing.of(first, second);
        assertEquals(order, pairing.partners());
        pairing.correlations().forEach(correlation -> assertEquals(1, correlation, 1e-5));
        Tensor back = pairing.ordered(second.get(0));
        assertEquals(3 * first.get(0).at(7, 2, 1) + 7, back.at(7, 2, 1), 1e-5);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noOtherAssignmentGainsMore(long seed) {
        Random random = new Random(seed);
        double[][] gain = new double[5][5];
        for (double[] row : gain) {
            for (int i = 0; i < row.length; i++) {
                row[i] = 2 * random.nextDouble() - 1;
            }
        }
        int[] columns = Assignment.of(gain);
        assertEquals(5, IntStream.of(columns).distinct().count());
        double found = 0;
        for (int row = 0; row < 5; row++) {
            found += gain[row][columns[row]];
        }
        assertEquals(best(gain, 0, new boolean[5]), found, 1e-12);
    }

    @Test
    void mapsThatNeverChangeArePairedWithWhatIsLeft() {
        Tensor still = Tensor.of(Shape.of(3), 1, 1, 1);
        Pairing pairing = Pairing.of(List.of(still, still), List.of(still, still));
        assertEquals(3, pairing.partners().stream().distinct().count());
        assertTrue(pairing.correlations().stream().allMatch(correlation -> correlation == 0));
    }

    @Test
    void layersOfOtherShapesCannotBePaired() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Pairing.of(List.of(Tensor.of(Shape.of(1), 1)), List.of(Tensor.of(Shape.of(2), 1, 2))));
    }

    private static double best(double[][] gain, int row, boolean[] taken) {
        if (row == gain.length) {
            return 0;
        }
        double most = Double.NEGATIVE_INFINITY;
        for (int column = 0; column < taken.length; column++) {
            if (!taken[column]) {
                taken[column] = true;
                most = Math.max(most, gain[row][column] + best(gain, row + 1, taken));
                taken[column] = false;
            }
        }
        return most;
    }
}
