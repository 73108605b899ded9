package org.convscope.ui.map.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Node;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.Options;
import org.convscope.blueprint.zoo.LeNet;
import org.convscope.net.TinyZoo;
import org.convscope.tensor.Cell;
import org.convscope.tensor.Shape;
import org.convscope.ui.explore.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkMapLayoutTest {

    private static final long SEED = 20261123;

    /** A size and a network; its text is what a failure shows. */
    record Case(Blueprint blueprint, double width, double height) {

        NetworkMapLayout layout() {
            return NetworkMapLayout.of(blueprint, width, height, new Labels(blueprint));
        }
    }

    static Stream<Case> cases() {
        Random random = new Random(SEED);
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            cases.add(new Case(
                    lenet(i % 2 == 0 ? "no" : "yes", 1 + random.nextInt(3)),
                    640 + random.nextInt(3200),
                    280 + random.nextInt(1800)));
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void nothingTouchesAnythingElse(Case each) {
        List<Rectangle2D> tiles = new ArrayList<>();
        each.layout().columns().forEach(column -> tiles.addAll(column.tiles()));
        for (int i = 0; i < tiles.size(); i++) {
            for (int j = i + 1; j < tiles.size(); j++) {
                Rectangle2D one = tiles.get(i);
                Rectangle2D other = tiles.get(j);
                assertFalse(overlap(one, other), () -> one + " and " + other);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everythingIsInsideTheWorldWithRoomForRings(Case each) {
        NetworkMapLayout layout = each.layout();
        Rectangle2D bounds = layout.bounds();
        assertTrue(bounds.getMinX() >= 4 && bounds.getMaxX() <= layout.width() - 4, bounds.toString());
        assertTrue(bounds.getMinY() >= 4 && bounds.getMaxY() <= layout.height() - 3, bounds.toString());
        assertEquals(each.height(), layout.height());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void mapsAreSquareAndFrom24To72PointsWide(Case each) {
        for (Column column : each.layout().columns()) {
            if (column.kind() == Column.Kind.MAPS) {
                Rectangle2D tile = column.tile(0);
                assertEquals(tile.getWidth(), tile.getHeight());
                assertTrue(tile.getWidth() >= 24 && tile.getWidth() <= 72, tile.toString());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void eachColumnStandsToTheRightOfTheOneBefore(Case each) {
        List<Column> columns = each.layout().columns();
        for (int i = 1; i < columns.size(); i++) {
            assertTrue(columns.get(i).bounds().getMinX()
                    > columns.get(i - 1).bounds().getMaxX() + 7);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void headingsStandClearOfEachOther(Case each) {
        NetworkMapLayout layout = each.layout();
        Labels labels = new Labels(each.blueprint());
        List<Double> centres = layout.columns().stream().map(Column::centreX).toList();
        List<Double> widths = each.blueprint().nodes().stream()
                .map(node -> labels.above(node, layout.detail()))
                .toList();
        assertTrue(HeadingRow.isClear(centres, widths));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theMiddleOfEachTileIsThatTile(Case each) {
        NetworkMapLayout layout = each.layout();
        for (Column column : layout.columns()) {
            for (int tile = 0; tile < column.count(); tile++) {
                Rectangle2D place = column.tile(tile);
                Selection found = layout.at(
                                place.getMinX() + place.getWidth() / 2, place.getMinY() + place.getHeight() / 2)
                        .orElseThrow();
                assertTrue(found.isSameMap(Selection.of(column.node(), tile)), () -> found + " at " + place);
                assertEquals(column.kind() == Column.Kind.MAPS, found.hasCell());
            }
        }
    }

    @Test
    void theCornersOfATileAreTheCornersOfItsMap() {
        NetworkMapLayout layout = new Case(lenet("no", 1), 1040, 560).layout();
        Rectangle2D tile = layout.column("conv2").tile(3);
        assertEquals(
                Optional.of(new Selection("conv2", 3, new Cell(0, 0))),
                layout.at(tile.getMinX() + 0.1, tile.getMinY() + 0.1));
        assertEquals(
                Optional.of(new Selection("conv2", 3, new Cell(9, 9))),
                layout.at(tile.getMaxX() - 0.1, tile.getMaxY() - 0.1));
        assertEquals(
                Optional.of(new Selection("conv2", 3, new Cell(0, 9))),
                layout.at(tile.getMaxX() - 0.1, tile.getMinY() + 0.1));
    }

    @Test
    void betweenTilesThereIsNothing() {
        NetworkMapLayout layout = new Case(lenet("no", 1), 1040, 560).layout();
        Rectangle2D tile = layout.column("conv2").tile(3);
        assertEquals(Optional.empty(), layout.at(tile.getMaxX() + 2, tile.getMinY() + 5));
        assertEquals(Optional.empty(), layout.at(tile.getMinX() + 5, tile.getMaxY() + 1));
        assertEquals(Optional.empty(), layout.at(-10, -10));
    }

    @Test
    void aColumnThatIsTooTallGoesOnBesideItself() {
        NetworkMapLayout low = new Case(lenet("no", 1), 1400, 300).layout();
        NetworkMapLayout high = new Case(lenet("no", 1), 1400, 600).layout();
        assertEquals(2, low.column("conv2").grid().subColumns());
        assertEquals(1, high.column("conv2").grid().subColumns());
    }

    @Test
    void logitsStandBesideTheirClasses() {
        NetworkMapLayout layout = new Case(lenet("no", 1), 1040, 560).layout();
        for (int unit = 0; unit < 10; unit++) {
            Rectangle2D logit = layout.column("logits").tile(unit);
            Rectangle2D row = layout.column("softmax").tile(unit);
            assertTrue(row.getMinY() <= logit.getMinY() + 20 && row.getMaxY() >= logit.getMaxY() - 20);
        }
    }

    @Test
    void aLongChainIsWiderThanItsWindowAndStillReadable() {
        Blueprint.Drawing drawing = Blueprint.draw("chain", Options.of(List.of(), Map.of()), Shape.of(3, 64, 64));
        for (int i = 1; i <= 60; i++) {
            drawing.then("conv" + i, new Op.Conv(8, 3, 1, 1)).then("act" + i, new Op.Activation(Nonlinearity.RELU));
        }
        Blueprint chain = drawing.then("logits", new Op.Dense(10))
                .then("softmax", new Op.Softmax())
                .done();
        NetworkMapLayout layout = NetworkMapLayout.of(chain, 1000, 500, new Labels(chain));
        assertTrue(layout.width() > 5000);
        assertEquals(Detail.FULL, layout.detail());
        assertTrue(layout.column("conv40").tile(0).getWidth() >= 24);
    }

    static Stream<Blueprint> zoo() {
        return TinyZoo.all(Map.of()).stream();
    }

    @ParameterizedTest
    @MethodSource("zoo")
    void everyMapOfEveryNetworkCanBeSeenAndClicked(Blueprint blueprint) {
        Case each = new Case(blueprint, 1040, 560);
        NetworkMapLayout layout = each.layout();
        assertEquals(
                blueprint.nodes().stream().map(Node::id).toList(),
                layout.columns().stream().map(Column::node).toList());
        for (Column column : layout.columns()) {
            Rectangle2D bounds = column.bounds();
            assertTrue(bounds.getMinX() >= 0 && bounds.getMaxX() <= layout.width(), column.node());
            assertTrue(bounds.getMinY() >= 0 && bounds.getMaxY() <= layout.height(), column.node());
        }
        theMiddleOfEachTileIsThatTile(each);
        eachColumnStandsToTheRightOfTheOneBefore(each);
    }

    @Test
    void thousandsOfUnitsStayWithinTheHeight() {
        Blueprint wide = Blueprint.draw("wide", Options.of(List.of(), Map.of()), Shape.of(1, 8, 8))
                .then("fc1", new Op.Dense(4096))
                .then("logits", new Op.Dense(10))
                .then("softmax", new Op.Softmax())
                .done();
        Column column = NetworkMapLayout.of(wide, 1000, 500, new Labels(wide)).column("fc1");
        assertEquals(4096, column.count());
        assertTrue(column.bounds().getMaxY() <= 500);
        assertTrue(column.tile(0).getHeight() >= 3, "a unit can be pointed at");
    }

    @Test
    void aHundredClassesMakeTheWorldTallerInsteadOfVanishing() {
        Blueprint many = new LeNet().draw(Shape.of(1, 28, 28), 100, Map.of());
        NetworkMapLayout layout = NetworkMapLayout.of(many, 1000, 400, new Labels(many));
        assertEquals(100, layout.column("softmax").count());
        assertTrue(layout.height() >= layout.column("softmax").bounds().getMaxY());
    }

    private static Blueprint lenet(String batchNorm, int channels) {
        return new LeNet().draw(Shape.of(channels, 28, 28), 10, Map.of("batch-norm", batchNorm));
    }

    private static boolean overlap(Rectangle2D a, Rectangle2D b) {
        return a.getMinX() < b.getMaxX()
                && b.getMinX() < a.getMaxX()
                && a.getMinY() < b.getMaxY()
                && b.getMinY() < a.getMaxY();
    }
}
