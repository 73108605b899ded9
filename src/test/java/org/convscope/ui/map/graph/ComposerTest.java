package org.convscope.ui.map.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Node;
import org.convscope.blueprint.Zoo;
import org.convscope.net.TinyZoo;
import org.convscope.tensor.Shape;
import org.convscope.ui.map.geometry.Card;
import org.convscope.ui.map.geometry.Column;
import org.convscope.ui.map.geometry.NetworkMapLayout;
import org.convscope.ui.map.geometry.Rectangles;
import org.convscope.ui.map.geometry.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws of every layout that is composed, tried on networks of the zoo with blocks opened at random. */
class ComposerTest {

    private static final long SEED = 20261124;
    private static final double OUTPUT_ROW = 150;

    /** A network and what is open; its text is what a failure shows. */
    record Case(Blueprint blueprint, Set<String> open) {

        NetworkMapLayout layout() {
            return Composer.compose(blueprint, BlockTree.of(blueprint), open, OUTPUT_ROW);
        }
    }

    static Stream<Case> cases() {
        Random random = new Random(SEED);
        List<Case> cases = new ArrayList<>();
        for (Blueprint blueprint : branching()) {
            List<Block> blocks = BlockTree.of(blueprint).blocks();
            cases.add(new Case(blueprint, Set.of()));
            cases.add(new Case(blueprint, all(blueprint)));
            for (int i = 0; i < 8; i++) {
                Set<String> open = new HashSet<>();
                blocks.stream().filter(block -> random.nextInt(3) > 0).forEach(block -> open.add(block.id()));
                cases.add(new Case(blueprint, open));
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void noTwoBoxesTouch(Case each) {
        NetworkMapLayout layout = each.layout();
        List<Rectangle2D> boxes = solid(layout);
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = i + 1; j < boxes.size(); j++) {
                Rectangle2D one = boxes.get(i);
                Rectangle2D other = boxes.get(j);
                assertFalse(overlap(one, other), () -> one + " and " + other);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void framesHoldTheirLayersAndStandClearOfOthers(Case each) {
        NetworkMapLayout layout = each.layout();
        BlockTree tree = BlockTree.of(each.blueprint);
        for (Card frame : layout.cards()) {
            for (Column column : layout.columns()) {
                boolean isInside = tree.path(column.node()).contains(frame.block());
                Rectangle2D tiles = column.bounds();
                assertEquals(isInside, frame.bounds().contains(tiles), () -> column.node() + " in " + frame);
                assertEquals(isInside, overlap(frame.bounds(), tiles), () -> column.node() + " in " + frame);
            }
            assertTrue(layout.bounds().contains(frame.bounds()), frame.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyRouteLeavesRightEntersLeftAndCrossesNoBox(Case each) {
        NetworkMapLayout layout = each.layout();
        List<Rectangle2D> boxes = solid(layout);
        assertFalse(layout.routes().isEmpty());
        for (Route route : layout.routes()) {
            List<Point2D> points = route.points();
            assertTrue(points.get(0).getX() < points.get(points.size() - 1).getX(), route.toString());
            for (int i = 1; i < points.size(); i++) {
                Point2D from = points.get(i - 1);
                Point2D to = points.get(i);
                boolean isLevel = Math.abs(from.getY() - to.getY()) < 1e-6;
                assertTrue(isLevel || Math.abs(from.getX() - to.getX()) < 1e-6, "level or upright: " + route);
                assertTrue(i > 1 && i < points.size() - 1 || isLevel, "ends are level: " + route);
                assertTrue(!isLevel || from.getX() <= to.getX() + 1e-6, "never back: " + route);
                for (Rectangle2D box : boxes) {
                    assertFalse(crosses(from, to, box), () -> route + " crosses " + box);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyReadingIsShownUnlessItIsHidden(Case each) {
        NetworkMapLayout layout = each.layout();
        BlockTree tree = BlockTree.of(each.blueprint);
        for (Node node : each.blueprint.nodes()) {
            for (String input : node.inputs()) {
                String from = tree.standIn(input, each.open);
                String to = tree.standIn(node.id(), each.open);
                boolean isShown = layout.routes().stream()
                        .anyMatch(route ->
                                route.from().equals(input) && route.readers().contains(node.id()));
                assertEquals(!from.equals(to), isShown, input + " → " + node.id());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aLayoutIsAlwaysTheSame(Case each) {
        NetworkMapLayout once = each.layout();
        NetworkMapLayout again = each.layout();
        assertEquals(once.columns(), again.columns());
        assertEquals(once.cards(), again.cards());
        assertEquals(once.routes(), again.routes());
    }

    @Test
    void branchesOfAnInceptionBlockStandAboveEachOther() {
        Blueprint blueprint = Zoo.byId("googlenet").draw(Shape.of(1, 96, 96), 10, Map.of());
        NetworkMapLayout layout = new Case(blueprint, Set.of("/inception3", "/inception3/inception3a")).layout();
        List<Double> middles = Stream.of("act1", "act2b", "act3b", "act4")
                .map(branch -> layout.column("inception3a." + branch).bounds())
                .map(bounds -> (bounds.getMinY() + bounds.getMaxY()) / 2)
                .toList();
        assertEquals(middles.stream().sorted().toList(), middles);
        assertTrue(middles.get(3) - middles.get(0) > 3 * 88);
    }

    @Test
    void aShortcutRunsPastItsBlock() {
        Blueprint blueprint = Zoo.byId("resnet18").draw(Shape.of(1, 96, 96), 10, Map.of());
        NetworkMapLayout layout = new Case(blueprint, Set.of("/block2", "/block2/block2a")).layout();
        Rectangle2D conv = layout.column("block2a.conv1").bounds();
        Route shortcut = layout.routes().stream()
                .filter(route -> route.readers().equals(List.of("block2a.add"))
                        && route.points().size() > 2)
                .findFirst()
                .orElseThrow();
        double farthest = shortcut.points().stream()
                .mapToDouble(point -> Math.max(conv.getMinY() - point.getY(), point.getY() - conv.getMaxY()))
                .max()
                .orElseThrow();
        assertTrue(farthest > 0, shortcut.toString());
    }

    @Test
    void openingABlockMovesItsNeighboursAndChangesNothingWithin() {
        Blueprint blueprint = Zoo.byId("googlenet").draw(Shape.of(1, 96, 96), 10, Map.of());
        NetworkMapLayout before = new Case(blueprint, Set.of("/inception3", "/inception3/inception3a")).layout();
        NetworkMapLayout after =
                new Case(blueprint, Set.of("/inception3", "/inception3/inception3a", "/inception4")).layout();
        String[] inside = {"inception3a.conv2b", "inception3a.act4", "inception3a.concat"};
        Rectangle2D conv = before.column(inside[0]).bounds();
        double right = after.column(inside[0]).bounds().getMinX() - conv.getMinX();
        double down = after.column(inside[0]).bounds().getMinY() - conv.getMinY();
        for (String node : inside) {
            assertEquals(
                    Rectangles.moved(before.column(node).bounds(), right, down),
                    after.column(node).bounds());
        }
        assertNotEquals(before.width(), after.width());
    }

    @Test
    void onlyWhatShowsBranchesNeedsTime() {
        Blueprint blueprint = Zoo.byId("googlenet").draw(Shape.of(1, 96, 96), 10, Map.of());
        BlockTree tree = BlockTree.of(blueprint);
        assertTrue(Composer.isQuick(blueprint, tree, Set.of()));
        assertTrue(Composer.isQuick(blueprint, tree, Set.of("/stem", "/inception4")));
        assertFalse(Composer.isQuick(blueprint, tree, Set.of("/inception4", "/inception4/inception4b")));
    }

    @Test
    void twoThousandMapsAreOneColumn() {
        Blueprint wide = Blueprint.draw(
                        "wide", org.convscope.blueprint.Options.of(List.of(), Map.of()), Shape.of(1, 8, 8))
                .then("conv", new org.convscope.blueprint.Op.Conv(2048, 3, 1, 1))
                .then("logits", new org.convscope.blueprint.Op.Dense(3))
                .then("softmax", new org.convscope.blueprint.Op.Softmax())
                .done();
        Column column = new Case(wide, Set.of()).layout().column("conv");
        assertEquals(2048, column.count());
        assertTrue(column.bounds().getHeight() <= 520 && column.bounds().getWidth() <= 108, column.toString());
        assertTrue(column.tile(0).getWidth() >= 3);
    }

    private static List<Blueprint> branching() {
        return TinyZoo.KINDS.stream()
                .map(architecture -> architecture.draw(architecture.standardInput(), 10, Map.of()))
                .filter(blueprint -> !BlockTree.of(blueprint).isEmpty())
                .toList();
    }

    private static Set<String> all(Blueprint blueprint) {
        Set<String> open = new HashSet<>();
        BlockTree.of(blueprint).blocks().forEach(block -> open.add(block.id()));
        return open;
    }

    /** What nothing may cover: closed cards, and what is left of every layer. */
    private static List<Rectangle2D> solid(NetworkMapLayout layout) {
        List<Rectangle2D> boxes = new ArrayList<>();
        layout.cards().stream().filter(card -> !card.isOpen()).forEach(card -> boxes.add(card.bounds()));
        layout.columns().forEach(column -> layout.box(column.node()).ifPresent(boxes::add));
        return boxes;
    }

    private static boolean crosses(Point2D from, Point2D to, Rectangle2D box) {
        double left = Math.min(from.getX(), to.getX());
        double right = Math.max(from.getX(), to.getX());
        double top = Math.min(from.getY(), to.getY());
        double bottom = Math.max(from.getY(), to.getY());
        return left < box.getMaxX() - 1e-6
                && right > box.getMinX() + 1e-6
                && top < box.getMaxY() - 1e-6
                && bottom > box.getMinY() + 1e-6;
    }

    private static boolean overlap(Rectangle2D a, Rectangle2D b) {
        return a.getMinX() < b.getMaxX()
                && b.getMinX() < a.getMaxX()
                && a.getMinY() < b.getMaxY()
                && b.getMinY() < a.getMaxY();
    }

    @Test
    void blocksWithShortcutsStandInALineHoweverManyAreOpen() {
        Blueprint resnet = Zoo.byId("resnet50").draw(Shape.of(1, 96, 96), 10, Map.of());
        NetworkMapLayout layout = new Case(resnet, all(resnet)).layout();
        BlockTree tree = BlockTree.of(resnet);
        List<Double> levels = tree.items(BlockTree.TOP).stream()
                .filter(tree::isBlock)
                .map(block -> layout.column(tree.block(block).output()))
                .map(column -> column.bounds().getMinY() + column.bounds().getHeight() / 2)
                .toList();
        for (double level : levels) {
            assertEquals(levels.get(0), level, 2, () -> "one after the other, not a staircase: " + levels);
        }
    }
}
