package org.convscope.ui.map.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Window;
import org.convscope.blueprint.Zoo;
import org.convscope.blueprint.zoo.LeNet;
import org.convscope.tensor.Cell;
import org.convscope.tensor.Shape;
import org.junit.jupiter.api.Test;

class KernelStripTest {

    private final Blueprint lenet = new LeNet().draw(Shape.of(1, 28, 28), 10, Map.of());
    private final NetworkMapLayout layout = NetworkMapLayout.of(lenet, 1040, 560, new Labels(lenet));
    private final Column source = layout.column("pool1");
    private final Column target = layout.column("conv2");

    @Test
    void eachKernelLiesBesideItsSourceWithinTheGap() {
        KernelStrip strip = KernelStrip.between(source, target, new Window(5, 1, 0));
        assertEquals(6, strip.tiles().size());
        for (int map = 0; map < 6; map++) {
            Rectangle2D tile = strip.tiles().get(map);
            assertTrue(tile.getMinX() > source.bounds().getMaxX());
            assertTrue(tile.getMaxX() < target.bounds().getMinX());
            assertTrue(source.tile(map).getMinY() <= tile.getMinY());
            assertTrue(source.tile(map).getMaxY() >= tile.getMaxY());
        }
    }

    @Test
    void everyWeightIsAWholeNumberOfPoints() {
        Rectangle2D tile =
                KernelStrip.between(source, target, new Window(5, 1, 0)).tiles().get(0);
        assertEquals(0, tile.getWidth() % 5);
        assertTrue(tile.getWidth() >= 10);
    }

    @Test
    void aWeightIsFoundWhereItLies() {
        KernelStrip strip = KernelStrip.between(source, target, new Window(5, 1, 0));
        Rectangle2D tile = strip.tiles().get(4);
        double value = tile.getWidth() / 5;
        assertEquals(
                Optional.of(new KernelStrip.Place(4, new Cell(2, 3))),
                strip.at(tile.getMinX() + 3.5 * value, tile.getMinY() + 2.5 * value));
        assertEquals(Optional.empty(), strip.at(tile.getMinX() - 1, tile.getMinY()));
    }

    @Test
    void theKernelsOfASignalAreRowsThatAreHighEnoughToBeSeen() {
        Blueprint signal = Zoo.byId("lenet-1d").draw(Shape.of(1, 1, 128), 8, Map.of());
        NetworkMapLayout row = NetworkMapLayout.of(signal, 1040, 560, new Labels(signal));
        KernelStrip strip = KernelStrip.between(row.column("pool1"), row.column("conv2"), Window.row(5, 1, 0));
        Rectangle2D tile = strip.tiles().get(2);
        assertTrue(tile.getHeight() >= 10, tile.toString());
        assertTrue(tile.getHeight() < tile.getWidth(), tile.toString());
        assertEquals(
                Optional.of(new KernelStrip.Place(2, new Cell(0, 4))),
                strip.at(tile.getMaxX() - 1, tile.getMaxY() - 1));
    }

    @Test
    void theMapsOfASignalAreHighEnoughForACurve() {
        Blueprint signal = Zoo.byId("lenet-1d").draw(Shape.of(1, 1, 128), 8, Map.of());
        NetworkMapLayout row = NetworkMapLayout.of(signal, 1040, 560, new Labels(signal));
        for (String node : List.of("input", "conv1", "pool1", "conv2", "pool2")) {
            assertTrue(row.column(node).isOfCurves());
            assertTrue(row.column(node).tile(0).getHeight() >= 12, node);
        }
        assertTrue(!source.isOfCurves());
    }

    @Test
    void kernelsThatCouldNotBeReadAreLeftOut() {
        assertEquals(
                List.of(),
                KernelStrip.between(source, target, new Window(31, 1, 0)).tiles());
    }
}
