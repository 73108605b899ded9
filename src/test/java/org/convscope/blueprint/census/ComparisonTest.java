package org.convscope.blueprint.census;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.convscope.blueprint.Architecture;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Census;
import org.convscope.blueprint.Connections;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.Window;
import org.convscope.blueprint.Zoo;
import org.convscope.frame.Numbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComparisonTest {

    private static final int CASES = 60;

    private static List<Architecture> zoo() {
        return Zoo.ALL;
    }

    @Test
    void alexNetIsSoManyTimesLeNetAsTheCourseQuestionAsks() {
        Comparison comparison = Comparison.of(Drawings.lenet(Map.of()), Census.of(Drawings.alexNet()));
        assertEquals(46_764_746, comparison.right().parameters());
        assertEquals("758×", Numbers.ratio(comparison.ratio(Census::parameters)));
        assertEquals("2,252×", Numbers.ratio(comparison.ratio(Census::macs)));
        NodePair first = pair(comparison, "conv1");
        assertEquals(
                "outputChannels 6 96, kernelSize 5 11, stride 1 4, padding 2 1, output 6×28×28 96×54×54,"
                        + " parameters 156 11712",
                said(first));
        assertEquals("nonlinearity sigmoid relu, output 6×28×28 96×54×54", said(pair(comparison, "act1")));
        assertEquals(
                List.of("conv3", "act3", "conv4", "act4", "conv5", "act5", "pool5", "drop1", "drop2"),
                alone(comparison, Likeness.ONLY_RIGHT));
        assertEquals(List.of(), alone(comparison, Likeness.ONLY_LEFT));
        assertEquals("logits", partner(pair(comparison, "logits")));
    }

    @Test
    void aShortcutIsTheOneNodeThatAPlainBlockLacks() {
        Comparison comparison = Comparison.of(Drawings.block(false), Drawings.block(true));
        assertEquals(List.of("block2a.add"), alone(comparison, Likeness.ONLY_RIGHT));
        assertEquals(0, comparison.count(Likeness.CHANGED));
        assertEquals(0, comparison.count(Likeness.ONLY_LEFT));
        assertEquals(1, comparison.ratio(Census::parameters));
    }

    @Test
    void anotherActivationChangesTheActivationsAlone() {
        Comparison comparison = Comparison.of(Drawings.lenet(Map.of()), Drawings.lenet(Map.of("activation", "relu")));
        List<NodePair> changed = comparison.nodes().stream()
                .filter(pair -> pair.likeness() == Likeness.CHANGED)
                .toList();
        assertEquals(4, changed.size());
        changed.forEach(pair -> assertEquals("nonlinearity sigmoid relu", said(pair)));
        assertEquals(
                List.of(
                        Likeness.SAME,
                        Likeness.CHANGED,
                        Likeness.CHANGED,
                        Likeness.CHANGED,
                        Likeness.CHANGED,
                        Likeness.SAME),
                comparison.parts().stream().map(PartPair::likeness).toList());
    }

    @Test
    void aRectangleIsToldApartInEitherDirection() {
        assertEquals(
                Map.of(
                        "outputChannels",
                        "4",
                        "kernelSize",
                        "1×5",
                        "stride",
                        "1",
                        "padding",
                        "0×2",
                        "connections",
                        "all"),
                Traits.of(new Op.Conv(4, Window.row(5, 1, 2), Connections.ALL)));
        assertEquals(
                "8",
                Traits.of(new Op.Conv(4, Window.CELL, Connections.groups(2, 4, 4)))
                        .get("connections"));
    }

    @ParameterizedTest
    @MethodSource("zoo")
    void multiplyAddsAreAsManyAsTheirArithmeticSays(Architecture architecture) {
        Blueprint drawn = architecture.draw(architecture.standardInput(), 10, Map.of());
        for (Census.Row row : Census.of(drawn).rows()) {
            if (!row.node().inputs().isEmpty()) {
                long macs = row.node().op().macs(drawn.shape(row.node().inputs().get(0)), row.output());
                assertEquals(macs, row.macs(), row.node().id());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("zoo")
    void aNetworkIsLikeItselfEverywhere(Architecture architecture) {
        Census census = Census.of(architecture.draw(architecture.standardInput(), 10, Map.of()));
        Comparison comparison = Comparison.of(census, census);
        assertEquals(census.rows().size(), comparison.count(Likeness.SAME));
        assertEquals(census.rows().size(), comparison.nodes().size());
    }

    @ParameterizedTest
    @MethodSource("zoo")
    void whicheverComesFirstEveryNodeStandsOnceInItsOrderAndThePairsAreTheSame(Architecture architecture) {
        Census one = Census.of(architecture.draw(architecture.standardInput(), 10, Map.of()));
        for (Census other : List.of(Drawings.lenet(Map.of()), Census.of(Drawings.alexNet()), Drawings.block(true))) {
            Comparison comparison = Comparison.of(one, other);
            assertEquals(one.rows(), rows(comparison.nodes().stream().map(NodePair::left)));
            assertEquals(other.rows(), rows(comparison.nodes().stream().map(NodePair::right)));
            assertEquals(comparison.mirrored(), Comparison.of(other, one));
            assertEquals(comparison, comparison.mirrored().mirrored());
        }
    }

    /** Against the plain recursion, which tries every way. */
    @Test
    void noOtherWayToLayTwoSequencesBesideEachOtherIsBetter() {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            List<Integer> left = numbers(random);
            List<Integer> right = numbers(random);
            double found = Alignment.of(left, right, ComparisonTest::alike).stream()
                    .filter(pair -> pair.left().isPresent() && pair.right().isPresent())
                    .mapToDouble(pair -> alike(pair.left().get(), pair.right().get()))
                    .sum();
            assertEquals(best(left, right), found, "seed " + seed);
        }
    }

    private static double best(List<Integer> left, List<Integer> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return 0;
        }
        List<Integer> leftRest = left.subList(1, left.size());
        List<Integer> rightRest = right.subList(1, right.size());
        return Math.max(
                alike(left.get(0), right.get(0)) + best(leftRest, rightRest),
                Math.max(best(leftRest, right), best(left, rightRest)));
    }

    private static double alike(int one, int other) {
        return one % 3 == other % 3 ? 4 + (one == other ? 1 : 0) : 0;
    }

    private static List<Integer> numbers(Random random) {
        return IntStream.range(0, random.nextInt(7))
                .mapToObj(i -> random.nextInt(9))
                .toList();
    }

    private static List<Census.Row> rows(Stream<Optional<Census.Row>> side) {
        return side.flatMap(Optional::stream).toList();
    }

    private static NodePair pair(Comparison comparison, String left) {
        return comparison.nodes().stream()
                .filter(pair ->
                        pair.left().map(row -> row.node().id().equals(left)).orElse(false))
                .findFirst()
                .orElseThrow();
    }

    private static String partner(NodePair pair) {
        return pair.right().orElseThrow().node().id();
    }

    private static List<String> alone(Comparison comparison, Likeness where) {
        return comparison.nodes().stream()
                .filter(pair -> pair.likeness() == where)
                .map(pair -> pair.left().or(pair::right).orElseThrow().node().id())
                .toList();
    }

    private static String said(NodePair pair) {
        assertTrue(pair.likeness() == Likeness.CHANGED, pair.toString());
        return pair.differences().stream()
                .map(found -> found.trait() + " " + found.left() + " " + found.right())
                .collect(Collectors.joining(", "));
    }
}
