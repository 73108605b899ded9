package org.convscope.ui.curves;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.convscope.net.FakeNetwork;
import org.convscope.problem.Problem;
import org.convscope.train.TrainEvent;
import org.convscope.train.TrainState;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.Pulse;
import org.convscope.workbench.FakeRun;
import org.convscope.workbench.FakeWorkbench;
import org.junit.jupiter.api.Test;

class CurvesModelTest {

    private final FakeRun run = new FakeRun(FakeNetwork.smallBlueprint());
    private final FakeWorkbench workbench = new FakeWorkbench(run);
    private final ExploreModel explore = new ExploreModel(workbench, Pulse.immediate());
    private final CurvesModel model = new CurvesModel(explore);

    @Test
    void everyStepIsAPointOfBothMeasures() {
        explore.open("");
        for (int i = 0; i < 30; i++) {
            run.step();
        }
        assertEquals(30, model.curves(Measure.LOSS).train().size());
        assertEquals(30, model.curves(Measure.ACCURACY).train().size());
        assertEquals(30, model.curves(Measure.LOSS).smooth().size());
        assertEquals(30, model.curves(Measure.LOSS).lastStep());
        assertEquals(3, model.classes());
        assertEquals(60, model.plannedSteps());
    }

    @Test
    void sampleAndTestHaveLinesOfTheirOwn() {
        explore.open("");
        run.tell(new TrainEvent.SampleScored(0, 0, 1.09, 0.33));
        run.tell(new TrainEvent.EpochDone(20, 1, 320, 0.9, 0.5, 0.8, 0.6, 1));
        assertEquals(1.09, model.curves(Measure.LOSS).sample().lastValue());
        assertEquals(0.33, model.curves(Measure.ACCURACY).sample().lastValue());
        assertEquals(0.8, model.curves(Measure.LOSS).test().lastValue());
        assertEquals(0.6, model.curves(Measure.ACCURACY).test().lastValue());
        assertTrue(model.curves(Measure.LOSS).train().isEmpty());
    }

    @Test
    void afterAResetTheOldLinesAreAShadowUntilTheFirstNewPoint() {
        explore.open("");
        run.step();
        run.step();
        run.reset();
        assertTrue(model.isShadow());
        assertEquals(2, model.curves(Measure.LOSS).train().size());
        run.step();
        assertFalse(model.isShadow());
        assertEquals(1, model.curves(Measure.LOSS).train().size());
    }

    @Test
    void aResetOfNothingLeavesNoShadow() {
        explore.open("");
        run.reset();
        assertFalse(model.isShadow());
        assertTrue(model.isEmpty());
    }

    @Test
    void anotherProgramsNetworkIsKnownToHaveNoCurves() {
        explore.open("");
        assertFalse(model.isLookedAtOnly());
        workbench.lay(run.from(Path.of("cats.h5"), true));
        explore.open("");
        assertTrue(model.isLookedAtOnly());
    }

    @Test
    void aRecordedRunBeginsWithItsCurves() {
        workbench.lay(run.after(
                new TrainEvent.StepDone(1, 1, 2.3, 0.1, 0.1, 20, 16),
                new TrainEvent.SampleScored(1, 1, 2.2, 0.2),
                new TrainEvent.EpochDone(1, 1, 16, 2.3, 0.1, 2.1, 0.3, 1)));
        explore.open("");
        assertFalse(model.isEmpty());
        assertEquals(2.2, model.curves(Measure.LOSS).sample().lastValue());
        assertEquals(0.3, model.curves(Measure.ACCURACY).test().lastValue());
    }

    @Test
    void anotherRunBeginsEmpty() {
        explore.open("");
        run.step();
        workbench.lay(new FakeRun(FakeNetwork.smallBlueprint()));
        explore.open("");
        assertTrue(model.isEmpty());
        run.step();
        assertTrue(model.isEmpty(), "what the closed run still says is not heard");
    }

    @Test
    void aTrainingThatEndedByItselfIsMarkedUntilTheReset() {
        explore.open("");
        run.step();
        run.tell(new TrainEvent.StepDone(2, 1, Double.NaN, 0.1, 9, 1, 32));
        run.tell(new TrainEvent.Ended(2, TrainState.DIVERGED, Problem.of("train.diverged"), 1));
        assertEquals(new Gathered.End(2, TrainState.DIVERGED, 1), model.end().orElseThrow());
        assertTrue(Double.isFinite(model.curves(Measure.LOSS).max()), "a loss that is no number scales nothing");
        run.reset();
        assertTrue(model.end().isEmpty());
    }

    @Test
    void averagingOverOneBatchIsTheLineItself() {
        explore.open("");
        for (int i = 0; i < 10; i++) {
            run.step();
        }
        model.smoothedBatchesProperty().set(1);
        Curves loss = model.curves(Measure.LOSS);
        for (int i = 0; i < 10; i++) {
            assertEquals(loss.train().value(i), loss.smooth().value(i), 1e-12);
        }
    }

    @Test
    void whateverIsToBeDrawnAnewCountsTheRevisionUp() {
        explore.open("");
        long before = model.revisionProperty().get();
        run.step();
        long after = model.revisionProperty().get();
        model.smoothedBatchesProperty().set(20);
        assertTrue(after > before);
        assertTrue(model.revisionProperty().get() > after);
    }

    @Test
    void theGuideIsWhatChanceReaches() {
        assertEquals(2.303, Measure.LOSS.guide(10), 5e-4);
        assertEquals(0.1, Measure.ACCURACY.guide(10));
    }
}
