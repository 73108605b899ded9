package org.convscope.ui.curves;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.convscope.net.FakeNetwork;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.Pulse;
import org.convscope.workbench.FakeRun;
import org.convscope.workbench.FakeWorkbench;
import org.convscope.workbench.LayerHealth;
import org.junit.jupiter.api.Test;

class HealthTest {

    private static final double UNKNOWN = Double.NaN;

    @Test
    void anUpdateOfAThousandthIsGoodAndTenTimesMoreOrLessIsNot() {
        assertEquals(Verdict.GOOD, Verdict.ofUpdateRatio(Verdict.USUAL_UPDATE_RATIO));
        assertEquals(Verdict.LOW, Verdict.ofUpdateRatio(Verdict.USUAL_UPDATE_RATIO / 11));
        assertEquals(Verdict.HIGH, Verdict.ofUpdateRatio(Verdict.USUAL_UPDATE_RATIO * 11));
        assertEquals(Verdict.HIGH, Verdict.ofUpdateRatio(Double.POSITIVE_INFINITY));
    }

    @Test
    void aGradientIsJudgedBesideTheLargest() {
        assertEquals(Verdict.GOOD, Verdict.ofGradient(1e-6, 1e-4));
        assertEquals(Verdict.LOW, Verdict.ofGradient(1e-6, 1e-2));
        assertEquals(Verdict.LOW, Verdict.ofGradient(0, 0));
        assertEquals(Verdict.HIGH, Verdict.ofGradient(Double.POSITIVE_INFINITY, 1));
    }

    @Test
    void whatIsNotKnownIsNoReasonToWarn() {
        HealthRow row =
                new HealthRow(new LayerHealth.Row("conv1", UNKNOWN, UNKNOWN, "", UNKNOWN, UNKNOWN), "", null, 0);
        assertEquals(
                List.of(Verdict.GOOD, Verdict.GOOD, Verdict.GOOD, Verdict.GOOD),
                List.of(row.gradient(), row.updates(), row.dead(), row.saturated()));
    }

    @Test
    void halfOfTheUnitsDeadOrTheValuesSaturatedIsAWarning() {
        assertEquals(Verdict.GOOD, Verdict.ofDead(0.49));
        assertEquals(Verdict.HIGH, Verdict.ofDead(0.5));
        assertEquals(Verdict.GOOD, Verdict.ofSaturated(0.49));
        assertEquals(Verdict.HIGH, Verdict.ofSaturated(0.5));
    }

    @Test
    void everyWarningHasASignOfItsOwn() {
        assertTrue(Verdict.GOOD.mark().isEmpty());
        assertFalse(Verdict.LOW.mark().equals(Verdict.HIGH.mark()));
    }

    @Test
    void aRowShowsTheOutputsOfTheActivationThatFollows() {
        FakeRun run = new FakeRun(FakeNetwork.smallBlueprint());
        run.fare(
                new LayerHealth.Row("conv1", 0.1, 1e-3, "act1", 0, UNKNOWN),
                new LayerHealth.Row("logits", 0.4, 1e-3, "", UNKNOWN, UNKNOWN));
        ExploreModel explore = new ExploreModel(new FakeWorkbench(run), Pulse.immediate());
        HealthModel model = new HealthModel(explore);
        assertTrue(model.rowsProperty().get().isEmpty());
        explore.open("");
        List<HealthRow> rows = model.rowsProperty().get();
        assertEquals(
                List.of("act1", "logits"), rows.stream().map(HealthRow::shown).toList());
        assertNotNull(rows.get(0).outputs());
        assertEquals(0, rows.get(0).outputs().min(), "what a ReLU puts out");
        assertEquals(0.4, rows.get(1).largestGradient());
    }

    @Test
    void columnsWithNothingToSayAreLeftOut() {
        HealthRow relu = row(0.2, UNKNOWN);
        HealthRow sigmoid = row(0, 0.3);
        assertFalse(HealthColumn.of(List.of(relu), 316).contains(HealthColumn.SATURATED));
        assertTrue(HealthColumn.of(List.of(relu), 316).contains(HealthColumn.OUTPUTS));
        assertTrue(HealthColumn.of(List.of(sigmoid), 510).contains(HealthColumn.SATURATED));
        assertFalse(HealthColumn.of(List.of(sigmoid), 316).contains(HealthColumn.OUTPUTS), "no room for all");
    }

    private static HealthRow row(double dead, double saturated) {
        return new HealthRow(new LayerHealth.Row("conv1", 1, 1, "act1", dead, saturated), "act1", null, 1);
    }
}
