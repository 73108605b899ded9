package org.convscope.ui.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.Options;
import org.convscope.frame.Mosaic;
import org.convscope.frame.Sum;
import org.convscope.net.FakeNetwork;
import org.convscope.tensor.Cell;
import org.convscope.tensor.Shape;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.explore.Selection;
import org.convscope.ui.kit.HandPulse;
import org.convscope.ui.kit.Pulse;
import org.convscope.workbench.FakeRun;
import org.convscope.workbench.FakeWorkbench;
import org.convscope.workbench.Findings;
import org.junit.jupiter.api.Test;

class InspectorModelTest {

    private final FakeRun run = new FakeRun(FakeNetwork.smallBlueprint());
    private final FakeWorkbench workbench = new FakeWorkbench(run);
    private final ExploreModel explore = new ExploreModel(workbench, Pulse.immediate());
    private final HandPulse pulse = new HandPulse();
    private final InspectorModel model = new InspectorModel(explore, pulse);

    @Test
    void nothingIsInspectedBeforeAMapIsSelected() {
        explore.open("");
        assertFalse(model.selectedProperty().get());
        assertNull(model.inspectedProperty().get());
        assertEquals(0, run.looks());
    }

    @Test
    void aSelectedMapBeginsAtItsStrongestCell() {
        select("conv1", 1);
        Mosaic maps = model.inspectedProperty().get().maps().orElseThrow();
        float strongest = Math.max(
                Math.abs(maps.plane(1).stats().min()),
                Math.abs(maps.plane(1).stats().max()));
        Cell cell = model.place().cell();
        assertEquals(strongest, Math.abs(maps.plane(1).at(cell.row(), cell.column())));
    }

    @Test
    void theSumIsTheValueInTheMap() {
        for (String node : new String[] {"conv1", "act1", "pool1", "logits", "softmax"}) {
            select(node, 1);
            Cell cell = model.place().cell();
            Mosaic maps = model.inspectedProperty().get().maps().orElseThrow();
            // A sum goes on through the activation that follows; the map of the node itself is before it.
            double expected = maps.plane(1).at(cell.row(), cell.column());
            double seen = node.equals("conv1") ? sum().sum() : sum().value();
            assertEquals(expected, seen, 1e-5, node);
        }
    }

    @Test
    void aPickedCellIsSharedWithEveryPanel() {
        select("conv1", 0);
        model.pick(2, 3);
        assertEquals(
                new Selection("conv1", 0, new Cell(2, 3)),
                explore.selectionProperty().get());
        assertEquals(new Cell(2, 3), sum().cell());
    }

    @Test
    void arrowsStopAtTheEdges() {
        select("conv1", 0);
        model.pick(0, 3);
        model.move(-1, 1);
        assertEquals(new Cell(0, 3), model.place().cell());
        model.move(1, -1);
        assertEquals(new Cell(1, 2), model.place().cell());
    }

    @Test
    void leavingTheCellComesBackToTheMap() {
        select("conv1", 0);
        model.pick(1, 1);
        assertTrue(model.leaveCell());
        assertEquals(Selection.of("conv1", 0), explore.selectionProperty().get());
        assertFalse(model.leaveCell());
    }

    @Test
    void aSlidingKernelReadsTheMapRowByRowAndBeginsAgain() {
        select("conv1", 0);
        model.pick(2, 3);
        model.toggleSliding();
        assertEquals(new Cell(3, 0), model.place().cell());
        pulse.beat();
        pulse.beat();
        assertEquals(new Cell(3, 2), model.place().cell());
        pulse.beat();
        pulse.beat();
        assertEquals(new Cell(0, 0), model.place().cell());
        assertTrue(model.slidingProperty().get());
        assertEquals(new Cell(0, 0), sum().cell());
    }

    @Test
    void whateverAPersonDoesStopsTheSlide() {
        select("conv1", 0);
        Runnable[] deeds = {
            () -> model.pick(1, 1),
            () -> model.move(0, 1),
            () -> model.aspectProperty().set(Aspect.KERNEL),
            () -> explore.selectionProperty().set(Selection.of("act1", 0)),
            () -> explore.showTestImage(3),
            model::toggleSliding,
        };
        for (Runnable deed : deeds) {
            model.toggleSliding();
            assertTrue(model.slidingProperty().get());
            deed.run();
            assertFalse(model.slidingProperty().get());
            Cell cell = model.place().cell();
            pulse.beat();
            assertEquals(cell, model.place().cell());
        }
    }

    @Test
    void whereNoMotionIsWantedAPressGoesOneCellOn() {
        select("conv1", 0);
        model.pick(0, 0);
        model.reducedMotionProperty().set(true);
        model.toggleSliding();
        assertFalse(model.slidingProperty().get());
        assertEquals(new Cell(0, 1), model.place().cell());
        pulse.beat();
        assertEquals(new Cell(0, 1), model.place().cell());
    }

    @Test
    void onlyMapsThatAreComputedCanBeWalkedOver() {
        select("input", 0);
        assertFalse(model.canSlide());
        select("logits", 0);
        assertFalse(model.canSlide());
        select("pool1", 0);
        assertTrue(model.canSlide());
    }

    @Test
    void onlyTheOpenAspectIsAskedFor() {
        select("conv1", 0);
        int before = run.looks();
        model.aspectProperty().set(Aspect.KERNEL);
        assertEquals(before + 2, run.looks(), "kernel and bias");
        assertTrue(model.findingsProperty().get().frame("kernel", Mosaic.class).isPresent());
        assertTrue(model.findingsProperty().get().frame("cell-sum", Sum.class).isEmpty());
    }

    @Test
    void theSumFollowsTheWeightsWhileTheyLearn() {
        select("conv1", 0);
        double before = sum().sum();
        run.step();
        explore.refresh();
        assertEquals(1, sum().stamp().step());
        assertFalse(before == sum().sum());
    }

    @Test
    void theEnlargedMapAndTheSumBelowItAreOfTheSameStep() {
        select("conv1", 0);
        run.step();
        model.pick(2, 2);
        Mosaic maps = model.inspectedProperty().get().maps().orElseThrow();
        assertEquals(1, sum().stamp().step());
        assertEquals(sum().stamp(), maps.stamp());
        assertEquals(maps.plane(0).at(2, 2), sum().sum(), 1e-5);
    }

    @Test
    void beforeTheFirstStepTheGradientOfTheWeightsIsAProblemAndTheOtherIsThere() {
        select("conv1", 0);
        model.aspectProperty().set(Aspect.GRADIENTS);
        Findings found = model.findingsProperty().get();
        assertTrue(found.problem("weight-gradient").isPresent());
        assertTrue(found.frame("activation-gradient", Mosaic.class).isPresent());
        assertNull(explore.failureProperty().get(), "what is expected is said in its place");
        run.step();
        explore.refresh();
        assertTrue(model.findingsProperty()
                .get()
                .frame("weight-gradient", Mosaic.class)
                .isPresent());
    }

    @Test
    void healthAsksTheActivationWhichUnitsAnswer() {
        select("conv1", 1);
        model.aspectProperty().set(Aspect.HEALTH);
        assertTrue(model.findingsProperty().get().frames().containsKey("dead-units"));
        select("act1", 1);
        assertTrue(
                model.findingsProperty().get().frames().containsKey("dead-units"), "the same answer, asked by another");
    }

    @Test
    void anotherNetworkWithoutTheNodeIsNotInspected() {
        select("pool1", 0);
        workbench.lay(new FakeRun(Blueprint.draw("flat", Options.of(List.of(), Map.of()), Shape.of(1, 6, 6))
                .then("logits", new Op.Dense(3))
                .then("softmax", new Op.Softmax())
                .done()));
        explore.open("");
        assertFalse(model.selectedProperty().get());
        assertNull(model.inspectedProperty().get());
    }

    @Test
    void theExampleIsAMapOfAConvolution() {
        explore.open("");
        model.selectAnExample();
        assertEquals(Selection.of("conv1", 0), explore.selectionProperty().get());
    }

    @Test
    void anExampleIsLookedAtOnceAndShownToNobody() {
        explore.open("");
        pulse.beat();
        pulse.beat();
        explore.refresh();
        assertEquals(1, run.looks());
        assertFalse(model.selectedProperty().get());
        model.pick(1, 1);
        assertNull(explore.selectionProperty().get());
    }

    private void select(String node, int channel) {
        if (explore.runProperty().get() == null) {
            explore.open("");
        }
        explore.selectionProperty().set(Selection.of(node, channel));
    }

    private Sum sum() {
        return model.findingsProperty().get().frame("cell-sum", Sum.class).orElseThrow();
    }
}
