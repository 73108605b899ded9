package org.convscope.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Zoo;
import org.convscope.tensor.Shape;
import org.convscope.ui.map.geometry.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows and columns, in every window and of any networks. */
class CompareLayoutTest {

    private static final List<String> NETWORKS =
            List.of("lenet", "mlp", "lenet-bn", "alexnet-mini", "vgg11-mini", "resnet20", "googlenet-mini");

    static Stream<Long> seeds() {
        return IntStream.range(0, 60).mapToObj(Long::valueOf);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rowsAndColumnsNeverOverlapAndTilesStayInTheirs(long seed) {
        Random random = new Random(seed);
        int rows = 1 + random.nextInt(4);
        List<Blueprint> networks = IntStream.range(0, rows)
                .mapToObj(i -> drawn(NETWORKS.get(random.nextInt(NETWORKS.size()))))
                .toList();
        Slots slots = Slots.of(networks);
        double width = 1000 + random.nextInt(1500);
        double height = 380 + random.nextInt(700);
        CompareLayout layout = CompareLayout.of(width, height, rows, slots, slot -> 20 + random.nextInt(60));
        assertEquals(slots.size(), layout.columns().size(), "seed " + seed);
        for (int i = 1; i < layout.columns().size(); i++) {
            double before = layout.columns().get(i - 1).right();
            assertTrue(layout.columns().get(i).left() >= before + 8, "seed " + seed + ", column " + i);
        }
        assertTrue(layout.mapsLeft() > 0 && layout.mapsRight() > layout.mapsLeft() && layout.mapsRight() < width);
        for (int row = 0; row < rows; row++) {
            for (int slot = 0; slot < slots.size(); slot++) {
                CompareLayout.Span span = layout.columns().get(slot);
                double top = row * layout.rowHeight() + CompareLayout.HEADING;
                double bottom = (row + 1) * layout.rowHeight() - CompareLayout.CAPTION;
                layout.places().get(row).get(slot).map(Column::bounds).ifPresent(tiles -> {
                    Rectangle2D room =
                            new Rectangle2D(span.left() - 0.01, top - 0.01, span.width() + 0.02, bottom - top + 0.02);
                    assertTrue(room.contains(tiles), "seed " + seed + ": " + tiles + " in " + room);
                });
            }
        }
    }

    @Test
    void twoLeNetsFitIntoBothWindowsWithoutScrolling() {
        Slots slots = Slots.of(List.of(drawn("lenet"), drawn("lenet")));
        for (int[] size : new int[][] {{1600, 580}, {1280, 390}}) {
            CompareLayout layout = CompareLayout.of(size[0], size[1], 2, slots, slot -> 42);
            assertEquals(0, layout.hidden(), 0.5, "hidden at " + size[0]);
            assertTrue(layout.height() <= size[1]);
            double tile = layout.places().get(0).get(0).orElseThrow().grid().tileWidth();
            assertTrue(tile >= 24, "tiles of " + tile + " at " + size[0]);
        }
    }

    @Test
    void everyPlaceLeadsBackToItsSlot() {
        Slots slots = Slots.of(List.of(drawn("lenet"), drawn("lenet-bn")));
        CompareLayout layout = CompareLayout.of(1600, 580, 2, slots, slot -> 42);
        for (int i = 0; i < slots.size(); i++) {
            CompareLayout.Span span = layout.columns().get(i);
            assertEquals(i, layout.slotAt(span.left() + span.width() / 2).orElseThrow());
        }
        assertTrue(layout.slotAt(-5).isEmpty());
    }

    @Test
    void aPointIsInTheMapThatIsDrawnThereAndInNoneBesideIt() {
        Slots slots = Slots.of(List.of(drawn("lenet"), drawn("lenet-bn")));
        CompareLayout layout = CompareLayout.of(1600, 580, 2, slots, slot -> 42);
        for (int row = 0; row < 2; row++) {
            Rectangle2D tile = layout.places().get(row).get(0).orElseThrow().tile(3);
            Spot spot = layout.spotAt(tile.getMinX() + 1, tile.getMinY() + 1).orElseThrow();
            assertEquals(0, spot.slot());
            assertEquals(3, spot.channel());
        }
        assertTrue(layout.spotAt(-5, 100).isEmpty());
        assertTrue(layout.spotAt(layout.columns().get(0).left() + 1, layout.height() + 50)
                .isEmpty());
    }

    static Blueprint drawn(String network) {
        Shape input = network.equals("lenet") || network.equals("mlp") || network.equals("lenet-bn")
                ? Shape.of(1, 28, 28)
                : Zoo.byId(network).standardInput();
        return Zoo.byId(network).draw(input, 10, Map.of());
    }
}
