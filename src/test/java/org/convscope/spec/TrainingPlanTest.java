package org.convscope.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.convscope.problem.ProblemException;
import org.junit.jupiter.api.Test;

class TrainingPlanTest {

    @Test
    void theLastBatchOfAnEpochMayBeSmaller() {
        assertEquals(235, plan(0.1, 256, 10, 0).stepsPerEpoch(60_000));
        assertEquals(1, plan(0.1, 256, 10, 0).stepsPerEpoch(1));
        assertEquals(2, plan(0.1, 256, 10, 0).stepsPerEpoch(512));
    }

    @Test
    void aLimitLeavesImagesOutAndZeroLeavesNoneOut() {
        assertEquals(1000, plan(0.1, 256, 10, 1000).images(60_000));
        assertEquals(60_000, plan(0.1, 256, 10, 0).images(60_000));
        assertEquals(500, plan(0.1, 256, 10, 1000).images(500));
    }

    @Test
    void theScheduleMovesTheRate() {
        TrainingPlan plan = new TrainingPlan(new Optimizer.Sgd(), 0.8, new Schedule.Step(1, 0.5), 10, 3, 0, 0);
        assertEquals(0.8, plan.learningRateAt(9, 100), 1e-12);
        assertEquals(0.4, plan.learningRateAt(10, 100), 1e-12);
        assertEquals(0.2, plan.learningRateAt(29, 100), 1e-12);
    }

    @Test
    void whatCannotBeIsAProblemBeforeAnythingBegins() {
        assertProblem("spec.learningRate", () -> plan(0, 256, 10, 0));
        assertProblem("spec.learningRate", () -> plan(Double.NaN, 256, 10, 0));
        assertProblem("spec.learningRate", () -> plan(1e9, 256, 10, 0));
        assertProblem("spec.batch", () -> plan(0.1, 0, 10, 0));
        assertProblem("spec.batch", () -> plan(0.1, TrainingPlan.MOST_IMAGES_IN_A_BATCH + 1, 10, 0));
        assertProblem("spec.epochs", () -> plan(0.1, 256, 0, 0));
        assertProblem("spec.limit", () -> plan(0.1, 256, 10, -1));
        assertProblem("spec.momentum", () -> new Optimizer.Nesterov(1));
        assertProblem("spec.momentum", () -> new Optimizer.Nesterov(Double.NaN));
        assertProblem("spec.threads", () -> new EngineSettings(-1, true));
    }

    @Test
    void optimizersAreFoundByTheirIds() {
        for (Optimizer optimizer : Optimizer.ALL) {
            assertEquals(optimizer, Optimizer.byId(optimizer.id()));
        }
        assertEquals(new Optimizer.Sgd(), Optimizer.byId("SGD"));
        assertProblem("spec.optimizer", () -> Optimizer.byId("momentum"));
    }

    private static TrainingPlan plan(double rate, int batch, int epochs, int limit) {
        return new TrainingPlan(new Optimizer.Sgd(), rate, new Schedule.Constant(), batch, epochs, 0, limit);
    }

    private static void assertProblem(String code, Runnable choice) {
        assertEquals(
                code,
                assertThrows(ProblemException.class, choice::run).problem().code());
    }
}
