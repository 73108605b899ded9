package org.convscope.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.convscope.blueprint.Zoo;
import org.convscope.tensor.Shape;
import org.convscope.train.TrainEvent;
import org.convscope.train.TrainState;
import org.junit.jupiter.api.Test;

class TrialTest {

    private final FakeRun run = new FakeRun(Zoo.byId("lenet").draw(Shape.of(1, 28, 28), 10, Map.of()));
    private final List<TrainEvent> heard = new ArrayList<>();

    @Test
    void whatEndedByItselfIsToldWithTheStepThatShowedItAndTheLayersBeforeTheRescue() {
        CompletableFuture<Outcome> coming = Trial.of(run, "ReLU, 0.9", heard::add);
        run.learn(60);
        run.fare(row("conv1", 1e-6, 0.9, Double.NaN), row("conv2", 2e-6, 0.7, Double.NaN));
        run.tell(new TrainEvent.SampleScored(60, 1, 2.304, 0.1));
        // The last good weights are back, and they look well.
        run.fare(row("conv1", 1e-2, 0, Double.NaN));
        run.endAs(TrainState.DEAD, 12);
        Outcome outcome = coming.join();
        assertEquals(TrainState.DEAD, outcome.state());
        assertEquals(60, outcome.stateAtStep());
        assertEquals(2.304, outcome.finalLoss());
        assertEquals(0.1, outcome.sampleAccuracy());
        assertTrue(Double.isNaN(outcome.testAccuracy()));
        assertEquals(0.8, outcome.deadShare(), 1e-9);
        assertTrue(Double.isNaN(outcome.saturatedShare()));
        assertEquals(Map.of("conv1", 1e-6, "conv2", 2e-6), outcome.gradientRms());
        assertTrue(outcome.isOnPlateau());
        assertTrue(heard.size() > 60);
    }

    @Test
    void whatFinishedHasTheScoresOfItsLastEpoch() {
        CompletableFuture<Outcome> coming = Trial.of(run, "ReLU, 0.1", heard::add);
        run.tell(new TrainEvent.SampleScored(10, 1, 2.3, 0.1));
        run.tell(new TrainEvent.EpochDone(20, 1, 320, 1.2, 0.6, 0.8, 0.7, 1));
        run.fare(row("conv1", 1e-3, 0, 0.25));
        run.endAs(TrainState.FINISHED, 20);
        Outcome outcome = coming.join();
        assertEquals(0.8, outcome.finalLoss());
        assertEquals(0.7, outcome.testAccuracy());
        assertEquals(0.25, outcome.saturatedShare());
        assertEquals(2, outcome.scores().size());
        assertFalse(outcome.isOnPlateau());
    }

    private static LayerHealth.Row row(String node, double gradient, double dead, double saturated) {
        return new LayerHealth.Row(node, gradient, 1e-3, node + ".act", dead, saturated);
    }
}
