package org.convscope.blueprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.convscope.tensor.Shape;
import org.junit.jupiter.api.Test;

class ConnectionsTest {

    /** Table I of the paper: sixes of three and of four neighbours, three of two pairs, and one of all. */
    private static Connections ofC3() {
        List<List<Integer>> table = new java.util.ArrayList<>();
        for (int size = 3; size <= 4; size++) {
            for (int first = 0; first < 6; first++) {
                table.add(around(first, size));
            }
        }
        table.add(List.of(0, 1, 3, 4));
        table.add(List.of(1, 2, 4, 5));
        table.add(List.of(0, 2, 3, 5));
        table.add(List.of(0, 1, 2, 3, 4, 5));
        return new Connections(table);
    }

    private static List<Integer> around(int first, int size) {
        return IntStream.range(first, first + size)
                .map(map -> map % 6)
                .sorted()
                .boxed()
                .toList();
    }

    @Test
    void theSecondConvolutionOf1998HasThePapersParameters() {
        Op.Conv c3 = new Op.Conv(16, new Window(5, 1, 0), ofC3());
        Count count = c3.parameters(Shape.of(6, 14, 14));
        assertEquals(1516, count.total());
        assertEquals("60·(5·5)+16 = 1,516", count.arithmetic());
        assertEquals(
                "(10·10)·60·(5·5) = 150,000",
                c3.multiplyAdds(Shape.of(6, 14, 14), Shape.of(16, 10, 10)).arithmetic());
        // As many connections as the paper counts, without those of the biases.
        assertEquals(150_000, c3.macs(Shape.of(6, 14, 14), Shape.of(16, 10, 10)));
    }

    @Test
    void twoGroupsHalveTheKernels() {
        Connections halves = Connections.groups(2, 96, 256);
        assertTrue(halves.has(0, 0) && halves.has(127, 47) && halves.has(128, 48));
        assertFalse(halves.has(0, 48) || halves.has(255, 47));
        assertEquals(
                307_456,
                new Op.Conv(256, new Window(5, 1, 2), halves)
                        .parameters(Shape.of(96, 27, 27))
                        .total());
    }

    @Test
    void aTableThatDoesNotFitItsMapsIsABug() {
        assertThrows(IllegalArgumentException.class, () -> new Connections(List.of(List.of(1, 0))));
        assertThrows(IllegalArgumentException.class, () -> new Connections(List.of(List.of())));
        assertThrows(IllegalArgumentException.class, () -> Connections.groups(2, 3, 4));
        Connections one = new Connections(List.of(List.of(0, 5)));
        assertThrows(IllegalArgumentException.class, () -> new Op.Conv(2, new Window(1, 1, 0), one));
        Blueprint.Drawing drawing = Blueprint.draw("few", Options.of(List.of(), Map.of()), Shape.of(5, 3, 3));
        Op.Conv conv = new Op.Conv(1, new Window(1, 1, 0), one);
        assertThrows(IllegalArgumentException.class, () -> drawing.then("conv", conv));
    }

    @Test
    void whatIsNewCountsAsItsPaperDoes() {
        assertEquals(
                "2·6 = 12",
                new Op.Subsample(2, 2, 0).parameters(Shape.of(6, 28, 28)).arithmetic());
        assertEquals(Shape.of(6, 14, 14), new Op.Subsample(2, 2, 0).outputShape(List.of(Shape.of(6, 28, 28))));
        assertEquals(1 / 0.5945, Op.Lrn.PAPER.divisor(5), 1e-3);
        assertEquals(0, Op.Lrn.PAPER.first(2));
        assertEquals(95, Op.Lrn.PAPER.last(94, 96));
        Op.Conv along = new Op.Conv(6, Window.row(5, 1, 2));
        assertEquals(Shape.of(6, 1, 128), along.outputShape(List.of(Shape.of(1, 1, 128))));
        assertEquals("6·(1·5·1)+6 = 36", along.parameters(Shape.of(1, 1, 128)).arithmetic());
        assertThrows(IllegalArgumentException.class, () -> new Op.Lrn(4, 2, 1e-4, 0.75));
    }

    @Test
    void aSeriesIsSeenAlongItsRowOnly() {
        Blueprint blueprint = Blueprint.draw("series", Options.of(List.of(), Map.of()), Shape.of(1, 1, 64))
                .then("conv", new Op.Conv(2, Window.row(5, 2, 2)))
                .then("pool", new Op.Pool(Pooling.MAX, Window.row(2, 2, 0)))
                .then("logits", new Op.Dense(2))
                .then("softmax", new Op.Softmax())
                .done();
        ReceptiveField field = ReceptiveField.of(blueprint).get("pool");
        assertEquals(new ReceptiveField.Extent(1, 1, 0), field.vertical());
        assertEquals(new ReceptiveField.Extent(7, 4, -2), field.horizontal());
        assertEquals(7, field.size());
    }
}
