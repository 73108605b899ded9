package org.convscope.ui.map.geometry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Zoo;
import org.convscope.blueprint.zoo.LeNet;
import org.convscope.net.TinyZoo;
import org.convscope.tensor.Shape;
import org.convscope.ui.explore.Selection;
import org.junit.jupiter.api.Test;

class StrandsTest {

    private final Blueprint lenet = new LeNet().draw(Shape.of(1, 28, 28), 10, Map.of());
    private final NetworkMapLayout layout = NetworkMapLayout.of(lenet, 1040, 560, new Labels(lenet));

    @Test
    void aConvolutionReadsEveryMapBeforeIt() {
        List<Strand> strands = Strands.into(lenet, layout, Selection.of("conv2", 7));
        assertEquals(6, strands.size());
        assertEquals(new Strand("pool1", 3, "conv2", 7), strands.get(3));
    }

    @Test
    void anActivationReadsTheMapOfItsOwnNumber() {
        assertEquals(List.of(new Strand("conv2", 7, "act2", 7)), Strands.into(lenet, layout, Selection.of("act2", 7)));
    }

    @Test
    void whatAMapIsReadByComesToo() {
        assertEquals(
                List.of(new Strand("conv2", 7, "act2", 7)), Strands.outOf(lenet, layout, Selection.of("conv2", 7)));
        assertEquals(120, Strands.outOf(lenet, layout, Selection.of("pool2", 0)).size());
    }

    @Test
    void theImageReadsNothingAndTheOutputIsReadByNothing() {
        assertEquals(List.of(), Strands.into(lenet, layout, Selection.of("input", 0)));
        assertEquals(List.of(), Strands.outOf(lenet, layout, Selection.of("softmax", 0)));
    }

    @Test
    void aConcatenationReadsEachOfItsMapsFromOneBranch() {
        Blueprint googlenet = TinyZoo.draw(Zoo.byId("googlenet"), Map.of());
        NetworkMapLayout branches = NetworkMapLayout.of(googlenet, 1040, 560, new Labels(googlenet));
        // 8 maps of the 1×1 come first, then 16 of the 3×3.
        Strand strand = new Strand("inception3a.act2b", 2, "inception3a.concat", 10);
        assertEquals(List.of(strand), Strands.into(googlenet, branches, Selection.of("inception3a.concat", 10)));
        assertEquals(List.of(strand), Strands.outOf(googlenet, branches, Selection.of("inception3a.act2b", 2)));
        for (Strand faint : Strands.faint(googlenet, branches)) {
            assertTrue(faint.toMap() < branches.column(faint.to()).count(), faint.toString());
        }
    }

    @Test
    void aSumReadsTheMapOfItsOwnNumberFromEachBranch() {
        Blueprint resnet = TinyZoo.draw(Zoo.byId("resnet18"), Map.of());
        NetworkMapLayout branches = NetworkMapLayout.of(resnet, 1040, 560, new Labels(resnet));
        assertEquals(
                List.of(new Strand("block2a.bn2", 3, "block2a.add", 3), new Strand("pool1", 3, "block2a.add", 3)),
                Strands.into(resnet, branches, Selection.of("block2a.add", 3)));
    }

    @Test
    void faintStrandsStayFewHoweverManyThereAre() {
        Map<String, Long> into =
                Strands.faint(lenet, layout).stream().collect(Collectors.groupingBy(Strand::to, Collectors.counting()));
        assertEquals(96, into.get("conv2"), "all 6·16 of them");
        into.forEach((node, count) -> assertTrue(count <= Strands.FAINT, node + ": " + count));
    }

    @Test
    void aFairChoiceHasTheFirstAndTheLast() {
        assertArrayEquals(new int[] {0, 1, 2}, Strands.spread(3, 5));
        assertArrayEquals(new int[] {0, 3, 6, 9}, Strands.spread(10, 4));
        assertArrayEquals(new int[] {5}, Strands.spread(10, 1));
    }

    @Test
    void aStrandRunsFromTheRightOfItsSourceToTheLeftOfItsTarget() {
        Curve curve = new Strand("pool1", 2, "conv2", 5).curve(layout);
        assertEquals(layout.column("pool1").tile(2).getMaxX(), curve.begin().getX());
        assertEquals(layout.column("conv2").tile(5).getMinX(), curve.end().getX());
        assertEquals(0, curve.at(0).distance(curve.begin()), 1e-9);
        assertEquals(0, curve.at(1).distance(curve.end()), 1e-9);
    }

    @Test
    void theSteeperAStrandTheStraighter() {
        Point2D origin = new Point2D(0, 0);
        assertEquals(50, new Curve(origin, new Point2D(100, 10)).slack(), "half of the way across");
        assertTrue(new Curve(origin, new Point2D(20, 400)).slack() < 2);
    }
}
