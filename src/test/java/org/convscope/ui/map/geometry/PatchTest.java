package org.convscope.ui.map.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.zoo.LeNet;
import org.convscope.tensor.Cell;
import org.convscope.tensor.Shape;
import org.convscope.ui.explore.Selection;
import org.junit.jupiter.api.Test;

class PatchTest {

    private final Blueprint lenet = new LeNet().draw(Shape.of(1, 28, 28), 10, Map.of());

    @Test
    void aValueOfConv2ReadsFiveByFiveAndSeesFourteenByFourteen() {
        Selection value = new Selection("conv2", 7, new Cell(4, 6));
        assertEquals(Optional.of(new Patch(new Cell(4, 6), 5, 5)), Patch.read(lenet.node("conv2"), value));
        assertEquals(Optional.of(new Patch(new Cell(6, 10), 14, 14)), Patch.seen(lenet, value));
    }

    @Test
    void whatReadsThePaddingHangsOverTheEdge() {
        Selection corner = new Selection("conv1", 0, new Cell(0, 0));
        assertEquals(Optional.of(new Patch(new Cell(-2, -2), 5, 5)), Patch.read(lenet.node("conv1"), corner));
        NetworkMapLayout layout = NetworkMapLayout.of(lenet, 1040, 560, new Labels(lenet));
        Column image = layout.column("input");
        Rectangle2D place =
                Patch.read(lenet.node("conv1"), corner).orElseThrow().in(image, 0);
        assertEquals(image.tile(0).getMinX() - 2 * image.tile(0).getWidth() / 28, place.getMinX(), 1e-9);
        assertEquals(5 * image.tile(0).getWidth() / 28, place.getWidth(), 1e-9);
    }

    @Test
    void whoeverSeesEverythingHasNoPatch() {
        assertEquals(Optional.empty(), Patch.seen(lenet, new Selection("fc1", 3, new Cell(0, 0))));
        assertEquals(Optional.empty(), Patch.read(lenet.node("fc1"), new Selection("fc1", 3, new Cell(0, 0))));
    }

    @Test
    void aMapAsAWholeHasNoPatch() {
        assertEquals(Optional.empty(), Patch.read(lenet.node("conv2"), Selection.of("conv2", 7)));
        assertEquals(Optional.empty(), Patch.seen(lenet, Selection.of("conv2", 7)));
    }
}
