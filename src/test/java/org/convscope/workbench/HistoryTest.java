package org.convscope.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.convscope.engine.Dl4jNetworkFactory;
import org.convscope.frame.ColorScale;
import org.convscope.frame.Frame;
import org.convscope.frame.Mosaic;
import org.convscope.frame.Scope;
import org.convscope.lens.Lenses;
import org.convscope.lens.Overview;
import org.convscope.run.ModelShelf;
import org.convscope.run.RunStore;
import org.convscope.spec.EngineSettings;
import org.convscope.spec.Focus;
import org.convscope.spec.Optimizer;
import org.convscope.spec.Scenario;
import org.convscope.spec.Schedule;
import org.convscope.spec.TrainingPlan;
import org.convscope.tensor.Cell;
import org.convscope.tensor.Tensor;
import org.convscope.train.TrainEvent;
import org.convscope.train.TrainState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is seen of a recorded step, on the real engine, with batch norm and an optimizer that has a state. */
@Timeout(60)
class HistoryTest {

    private static final int STEPS = 4;

    @TempDir
    private Path folder;

    private LiveWorkbench workbench;

    @BeforeEach
    void make() {
        workbench = new LiveWorkbench(
                new Dl4jNetworkFactory(),
                EngineSettings.STANDARD,
                new ModelShelf(folder.resolve("models")),
                new RunStore(folder.resolve("runs")));
    }

    @AfterEach
    void close() {
        workbench.close().join();
    }

    @Test
    void aRecordedStepLooksAsItDidThenToTheLastBit() {
        OpenRun run = begin();
        Map<Long, List<Object>> seen = new HashMap<>();
        seen.put(0L, now(run));
        for (long step = 1; step <= STEPS; step++) {
            learn(run);
            seen.put(step, now(run));
        }
        assertEquals(List.of(0L, 1L, 2L, 3L, 4L), run.history().steps());
        for (long step : List.of(2L, 0L, 4L, 1L, 3L)) {
            assertEquals(seen.get(step), then(run, step), "step " + step);
        }
        assertEquals(seen.get((long) STEPS), now(run), "the network itself is where it was");

        run.close().join();
        OpenRun resumed = workbench.resume(run.id()).join();
        for (long step : List.of(3L, 0L)) {
            assertEquals(seen.get(step), then(resumed, step), "step " + step + " of the reopened run");
        }
        learn(resumed);
        assertEquals(List.of(0L, 1L, 2L, 3L, 4L, 5L), resumed.history().steps());
        assertEquals(now(resumed), then(resumed, 5));
    }

    @Test
    void lookingBackDoesNotDisturbTheTraining() {
        OpenRun looked = begin();
        OpenRun alone = begin();
        for (int step = 1; step <= STEPS; step++) {
            learn(looked);
            then(looked, step - 1);
            learn(alone);
        }
        assertEquals(now(alone), now(looked));
    }

    @Test
    void whatWasNotRecordedIsTheNearestStepThatWas() {
        OpenRun run = begin();
        assertThrows(CompletionException.class, () -> see(run, 7));
        learn(run);
        learn(run);
        assertEquals(2, see(run, 7).stamp().step());
        assertEquals(OptionalLong.of(2), run.history().nearest(7));
        assertEquals(OptionalLong.of(4), History.nearest(List.of(1L, 4L, 8L), 6));
        assertEquals(OptionalLong.empty(), History.NONE.nearest(6));
    }

    @Test
    void aLayerKeepsItsColoursFromStepToStep() {
        OpenRun run = begin();
        learn(run);
        learn(run);
        Map<String, List<ColorScale>> first = scales(see(run, 0));
        assertEquals(first, scales(see(run, 2)));
        assertEquals(first, scales(see(run, 1)));
    }

    @Test
    void aResetBeginsAHistoryOfItsOwn() {
        OpenRun run = begin();
        learn(run);
        learn(run);
        List<Object> before = then(run, 1);
        CompletableFuture<TrainEvent> reset = new CompletableFuture<>();
        run.listen(event -> {
            if (event instanceof TrainEvent.Reset) {
                reset.complete(event);
            }
        });
        run.reset();
        reset.join();
        assertEquals(List.of(), run.history().steps());
        learn(run);
        assertEquals(List.of(0L, 1L), run.history().steps());
        assertEquals(before, then(run, 1), "the same seed learns the same");
    }

    @Test
    void theLayersOfThePastFareAsTheyDidThenButForTheirLastStep() {
        OpenRun run = begin();
        learn(run);
        LayerHealth then = run.health().join();
        learn(run);
        LayerHealth recorded = run.history().health(1).join();
        assertEquals(then.stamp(), recorded.stamp());
        for (int i = 0; i < then.layers().size(); i++) {
            LayerHealth.Row row = recorded.layers().get(i);
            assertEquals(then.layers().get(i).node(), row.node());
            assertEquals(then.layers().get(i).deadShare(), row.deadShare());
            assertEquals(Double.NaN, row.gradientRms());
        }
    }

    @Test
    void thePastHasNoGradientOfABatch() {
        OpenRun run = begin();
        learn(run);
        Closer closer =
                new Closer("conv1", 0, new Cell(0, 0), List.of(Lenses.byId("weight-gradient"), Lenses.byId("kernel")));
        Findings found = run.history()
                .see(1, run.testImage(3), Scope.LAYER, Set.of("conv1"), Optional.of(closer))
                .join()
                .closer();
        assertEquals(
                "lens.noStep", found.problem("weight-gradient").orElseThrow().code());
        assertNotEquals(Optional.empty(), found.frame("kernel", Mosaic.class));
    }

    /** Outputs, prediction, kernels and the image's own gradients. */
    private static List<Object> now(OpenRun run) {
        Overview overview =
                run.see(run.testImage(3), Scope.LAYER, Optional.empty()).join().overview();
        return List.of(
                values(overview),
                overview.prediction().bars(),
                values(run.look(Lenses.byId("kernel"), focus(run)).join()),
                values(run.look(Lenses.byId("activation-gradient"), focus(run)).join()),
                values(run.look(Lenses.byId("image-weight-gradient"), focus(run))
                        .join()));
    }

    private static List<Object> then(OpenRun run, long step) {
        Overview overview = see(run, step);
        History history = run.history();
        assertEquals(step, overview.stamp().step());
        return List.of(
                values(overview),
                overview.prediction().bars(),
                values(history.look(step, Lenses.byId("kernel"), focus(run)).join()),
                values(history.look(step, Lenses.byId("activation-gradient"), focus(run))
                        .join()),
                values(history.look(step, Lenses.byId("image-weight-gradient"), focus(run))
                        .join()));
    }

    private static Overview see(OpenRun run, long step) {
        return run.history()
                .see(step, run.testImage(3), Scope.LAYER, Set.of(), Optional.empty())
                .join()
                .overview();
    }

    private static Focus focus(OpenRun run) {
        return new Focus(run.testImage(3), "conv2", 1, new Cell(0, 0));
    }

    private static Map<String, Tensor> values(Overview overview) {
        Map<String, Tensor> values = new HashMap<>();
        overview.mosaics().forEach((node, mosaic) -> values.put(node, mosaic.values()));
        return values;
    }

    private static Tensor values(Frame frame) {
        return ((Mosaic) frame).values();
    }

    private static Map<String, List<ColorScale>> scales(Overview overview) {
        Map<String, List<ColorScale>> scales = new HashMap<>();
        overview.mosaics().forEach((node, mosaic) -> scales.put(node, mosaic.scales()));
        return scales;
    }

    private OpenRun begin() {
        return workbench
                .begin(new Scenario(
                        "fashion-mnist",
                        "lenet",
                        Map.of("activation", "relu", "batch-norm", "yes"),
                        new TrainingPlan(
                                new Optimizer.Adam(0.9, 0.999, 1e-8), 0.01, new Schedule.Constant(), 20, 3, 7, 500)))
                .join();
    }

    private static void learn(OpenRun run) {
        CompletableFuture<TrainEvent> paused = new CompletableFuture<>();
        run.listen(event -> {
            if (event instanceof TrainEvent.StateChanged changed && changed.to() == TrainState.PAUSED) {
                paused.complete(event);
            }
        });
        run.step();
        paused.join();
    }
}
