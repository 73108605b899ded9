package org.convscope.ui.map.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.geometry.Rectangle2D;
import org.convscope.data.Datasets;
import org.convscope.frame.Mosaic;
import org.convscope.frame.Scope;
import org.convscope.spec.Scenario;
import org.convscope.tensor.Cell;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.explore.Selection;
import org.convscope.ui.kit.Pulse;
import org.convscope.ui.map.geometry.KernelStrip;
import org.convscope.ui.map.geometry.Labels;
import org.convscope.ui.map.geometry.NetworkMapLayout;
import org.convscope.workbench.FakeWorkbench;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NetworkMapModelTest {

    private static final Scenario LENET = FakeWorkbench.lenet(Map.of("activation", "relu", "pool", "max"));

    private final FakeWorkbench workbench =
            new FakeWorkbench(id -> Datasets.byId("fashion-mnist").load());
    private final ExploreModel explore = new ExploreModel(workbench, Pulse.immediate());
    private final NetworkMapModel model = new NetworkMapModel(explore, Pulse.immediate());

    @BeforeEach
    void openLeNet() {
        explore.begin(LENET);
        arrange();
    }

    @Test
    void theMouseNamesTheValueUnderIt() {
        pointAt("conv2", 7, 0.45, 0.65);
        assertEquals(
                new Selection("conv2", 7, new Cell(4, 6)),
                explore.hoveredProperty().get());
        model.leave();
        assertNull(explore.hoveredProperty().get());
    }

    @Test
    void aClickSelectsAValueAndAClickOnNothingNothing() {
        Rectangle2D tile = layout().column("conv2").tile(7);
        double x = screenX(tile.getMinX() + 0.65 * tile.getWidth());
        double y = screenY(tile.getMinY() + 0.45 * tile.getHeight());
        model.click(x, y);
        assertEquals(new Selection("conv2", 7, new Cell(4, 6)), model.selected());
        model.click(1, 1);
        assertNull(model.selected());
    }

    @Test
    void escapeGoesFromTheValueToTheMapToNothing() {
        explore.selectionProperty().set(new Selection("conv2", 7, new Cell(4, 6)));
        model.back();
        assertEquals(Selection.of("conv2", 7), model.selected());
        model.back();
        assertNull(model.selected());
        model.back();
        assertNull(model.selected());
    }

    @Test
    void openingIsToldAgainEachTime() {
        List<Selection> opened = new ArrayList<>();
        model.openedProperty().addListener((property, before, now) -> {
            if (now != null) {
                opened.add(now);
            }
        });
        explore.selectionProperty().set(Selection.of("conv2", 7));
        model.open();
        model.open();
        assertEquals(List.of(Selection.of("conv2", 7), Selection.of("conv2", 7)), opened);
        explore.selectionProperty().set(Selection.of("conv2", 8));
        assertNull(model.openedProperty().get());
    }

    @Test
    void arrowsWalkThroughEveryLayerAndMap() {
        model.walk(Walk.DOWN);
        assertEquals(Selection.of("input", 0), model.selected());
        List<String> visited = new ArrayList<>();
        for (int step = 0; step < 12; step++) {
            model.walk(Walk.RIGHT);
            visited.add(model.selected().node());
        }
        assertEquals(
                List.of(
                        "conv1", "act1", "pool1", "conv2", "act2", "pool2", "fc1", "act3", "fc2", "act4", "logits",
                        "softmax"),
                visited);
        model.walk(Walk.RIGHT);
        assertEquals("softmax", model.selected().node());
        for (int step = 0; step < 20; step++) {
            model.walk(Walk.DOWN);
        }
        assertEquals(Selection.of("softmax", 9), model.selected());
        model.walk(Walk.UP);
        assertEquals(Selection.of("softmax", 8), model.selected());
    }

    @Test
    void aWalkToASmallerLayerKeepsTheLastMap() {
        explore.selectionProperty().set(Selection.of("conv2", 15));
        model.walk(Walk.LEFT);
        assertEquals(Selection.of("pool1", 5), model.selected());
    }

    @Test
    void whoeverWalksOutOfViewIsFollowed() {
        model.viewport().zoom(0, 0, 6);
        explore.selectionProperty().set(Selection.of("input", 0));
        for (int step = 0; step < 12; step++) {
            model.walk(Walk.RIGHT);
            Selection here = model.selected();
            Rectangle2D tile = layout().column(here.node()).tile(here.channel());
            assertTrue(tile.intersects(model.viewport().visible()), here.toString());
        }
    }

    @Test
    void theMapUnderTheMouseComesBeforeTheSelectedOne() {
        explore.selectionProperty().set(Selection.of("conv2", 7));
        assertEquals(Selection.of("conv2", 7), model.focus());
        pointAt("conv1", 2, 0.5, 0.5);
        assertEquals("conv1", model.focus().node());
        model.leave();
        assertEquals(Selection.of("conv2", 7), model.focus());
    }

    @Test
    void theKernelsOfASelectedConvolutionComeAndStayFresh() {
        explore.selectionProperty().set(Selection.of("conv2", 7));
        Kernels kernels = model.selectedKernelsProperty().get();
        assertEquals(6, kernels.sources());
        assertEquals(5, kernels.planes().plane(0).height());
        workbench.run().learn(10);
        explore.refresh();
        Mosaic next = model.selectedKernelsProperty().get().planes();
        assertEquals(10, next.stamp().step());
        assertNotEquals(kernels.planes().values(), next.values());
    }

    @Test
    void whatLearnsNothingHasNoKernels() {
        explore.selectionProperty().set(Selection.of("conv2", 7));
        explore.selectionProperty().set(Selection.of("act2", 7));
        assertNull(model.selectedKernelsProperty().get());
        assertFalse(model.kernelStrip().isPresent());
    }

    @Test
    void aUnitThatReadsMapsHasOnePlaneForEach() {
        explore.selectionProperty().set(Selection.of("fc1", 40));
        assertEquals(16, model.selectedKernelsProperty().get().sources());
        assertFalse(model.kernelStrip().isPresent(), "only convolutions slide kernels");
    }

    @Test
    void aWeightIsFoundUnderTheMouse() {
        explore.selectionProperty().set(Selection.of("conv2", 7));
        Rectangle2D tile = model.kernelStrip().orElseThrow().tiles().get(3);
        KernelStrip.Place place = model.weightAt(screenX(tile.getMinX() + 1), screenY(tile.getMaxY() - 1))
                .orElseThrow();
        assertEquals(new KernelStrip.Place(3, new Cell(4, 0)), place);
    }

    @Test
    void aSelectionThatTheNextNetworkLacksIsForgotten() {
        explore.begin(FakeWorkbench.lenet(Map.of("batch-norm", "yes")));
        arrange();
        explore.selectionProperty().set(Selection.of("bn1", 2));
        explore.begin(LENET);
        arrange();
        assertNull(model.selected());
        assertNull(model.focus());
    }

    @Test
    void aPictureThatIsOverdueSaysItsStep() {
        assertNull(model.staleStepProperty().get());
        workbench.run().learn(412);
        assertEquals(0L, model.staleStepProperty().get());
        explore.refresh();
        assertNull(model.staleStepProperty().get());
    }

    @Test
    void readoutsSayNameAndValueWithFourDigits() {
        Readout value = Readout.of(explore, new Selection("conv1", 3, new Cell(14, 14)), null);
        assertEquals("conv1 · map 3 of 6", value.title());
        assertTrue(value.value().matches("\\(14, 14\\) +−?\\d\\.\\d+"), value.value());
        assertEquals(List.of("sees 5 × 5 pixels of the image"), value.notes());
        assertEquals(
                "fc1 · unit 40 of 120",
                Readout.of(explore, Selection.of("fc1", 40), null).title());
        Readout output = Readout.of(explore, Selection.of("softmax", 9), null);
        assertEquals("softmax · Ankle boot", output.title());
        assertTrue(output.value().matches("0\\.\\d{4}"), output.value());
    }

    @Test
    void aSourceOfTheSelectedMapSaysHowStronglyItIsRead() {
        explore.selectionProperty().set(Selection.of("conv2", 7));
        Kernels kernels = model.selectedKernelsProperty().get();
        List<String> notes =
                Readout.of(explore, Selection.of("pool1", 2), kernels).notes();
        assertEquals("Read by conv2 map 7 through a kernel with", notes.get(0));
        assertTrue(notes.get(1).startsWith("Σ|w| "), notes.get(1));
    }

    @Test
    void aHeadingSaysWhatItsLayerCosts() {
        Readout heading = Readout.ofNode(explore.runProperty().get(), "conv2");
        assertEquals("conv2 · conv", heading.title());
        assertEquals("16×10×10", heading.value());
        assertTrue(
                heading.notes().get(0).contains("16·(5·5·6)+16 = 2,416"),
                heading.notes().get(0));
    }

    @Test
    void legendsAreThoseOfTheScalesThatPaint() {
        var mosaics = explore.overviewProperty().get().mosaics();
        List<Legend> legends = Legend.of(layout(), mosaics, null);
        assertEquals(
                mosaics.get("conv2").scale(0),
                legends.stream()
                        .filter(legend -> legend.node().equals("conv2"))
                        .findFirst()
                        .orElseThrow()
                        .scale());
    }

    @Test
    void whereEachMapHasItsOwnScaleOnlyThePointedOneHasALegend() {
        explore.scopeProperty().set(Scope.MAP);
        var mosaics = explore.overviewProperty().get().mosaics();
        List<Legend> none = Legend.of(layout(), mosaics, null);
        assertTrue(none.stream().noneMatch(legend -> legend.node().equals("conv2")));
        Legend pointed = Legend.of(layout(), mosaics, Selection.of("conv2", 7)).stream()
                .filter(legend -> legend.node().equals("conv2"))
                .findFirst()
                .orElseThrow();
        assertEquals(new Legend("conv2", 7, mosaics.get("conv2").scale(7)), pointed);
        assertNotNull(pointed.scale());
    }

    private NetworkMapLayout layout() {
        return model.viewport().layoutProperty().get();
    }

    private void arrange() {
        var blueprint = explore.runProperty().get().blueprint();
        model.viewport().arrange(blueprint, 1040, detail -> 560, new Labels(blueprint));
    }

    private void pointAt(String node, int map, double down, double right) {
        Rectangle2D tile = layout().column(node).tile(map);
        model.point(
                screenX(tile.getMinX() + right * tile.getWidth()), screenY(tile.getMinY() + down * tile.getHeight()));
    }

    private double screenX(double world) {
        return model.viewport().cameraProperty().get().toScreenX(world);
    }

    private double screenY(double world) {
        return model.viewport().cameraProperty().get().toScreenY(world);
    }
}
