package org.convscope.ui.inspect.tile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import org.convscope.frame.ColorMap;
import org.convscope.frame.ColorScale;
import org.convscope.frame.Sum;
import org.convscope.tensor.Cell;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Stamp;
import org.junit.jupiter.api.Test;

class TilesTest {

    private static final ColorScale SCALE = new ColorScale(ColorMap.SEQUENTIAL, 0, 1);

    @Test
    void productsStandBelowWhatTheyAreMadeOfAndAddUpToTheSum() {
        List<Sum.Term> terms = new ArrayList<>();
        for (int channel = 0; channel < 2; channel++) {
            for (int i = 0; i < 9; i++) {
                terms.add(new Sum.Term(channel, 3 + i / 3, 5 + i % 3, i, channel == 0 ? 0.5 : -1));
            }
        }
        Tiles tiles = Tiles.ofProducts(sum(terms), SCALE, Shape.of(2, 10, 10));
        assertEquals(2, tiles.planes());
        assertEquals(3, tiles.rows());
        assertEquals(5, tiles.value(0, 1, 1, 2));
        assertEquals(-1, tiles.value(1, 1, 1, 2));
        assertEquals(-5, tiles.value(2, 1, 1, 2));
        assertEquals(List.of(18.0, -36.0), tiles.captions());
        assertEquals(List.of(), tiles.outside());
    }

    @Test
    void whatLiesInThePaddingIsKnown() {
        List<Sum.Term> terms = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            terms.add(new Sum.Term(0, i / 3 - 1, i % 3 + 8, 0, 1));
        }
        Tiles tiles = Tiles.ofProducts(sum(terms), SCALE, Shape.of(1, 10, 10));
        assertEquals(
                List.of(new Cell(0, 0), new Cell(0, 1), new Cell(0, 2), new Cell(1, 2), new Cell(2, 2)),
                tiles.outside());
    }

    @Test
    void theLargestOfAWindowIsMarkedAndAMeanMarksNone() {
        List<Sum.Term> max = List.of(
                new Sum.Term(4, 2, 6, 0.1, 0),
                new Sum.Term(4, 2, 7, 0.2, 0),
                new Sum.Term(4, 3, 6, 0.9, 1),
                new Sum.Term(4, 3, 7, 0.3, 0));
        assertEquals(new Cell(1, 0), Tiles.ofWindow(sum(max), SCALE).mark());
        List<Sum.Term> mean = max.stream()
                .map(term -> new Sum.Term(4, term.row(), term.column(), term.input(), 0.25))
                .toList();
        assertNull(Tiles.ofWindow(sum(mean), SCALE).mark());
        assertEquals(0.9f, Tiles.ofWindow(sum(mean), SCALE).value(0, 0, 1, 0));
    }

    private static Sum sum(List<Sum.Term> terms) {
        double total = terms.stream().mapToDouble(Sum.Term::product).sum();
        return new Sum(new Stamp("run", 1), "conv1", "conv", 0, new Cell(0, 0), terms, 0, total, "", total);
    }
}
