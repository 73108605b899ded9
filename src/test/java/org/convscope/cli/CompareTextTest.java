package org.convscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.convscope.spec.Contrasts;
import org.convscope.spec.Scenario;
import org.convscope.tensor.Stamp;
import org.convscope.train.TrainState;
import org.convscope.workbench.LayerHealth;
import org.convscope.workbench.Outcome;
import org.junit.jupiter.api.Test;

class CompareTextTest {

    private static final Scenario SCENARIO =
            Contrasts.byId("pooling").sides().get(0).scenario();

    @Test
    void columnsStandBelowTheirNamesHoweverLongARunIsCalled() {
        List<String> lines = CompareText.table(
                        List.of(outcome("20261126-060555-lenet-38dbcb"), outcome("ReLU")), List.of())
                .lines()
                .toList();
        assertEquals(lines.get(1).indexOf("ended"), lines.get(2).indexOf("finished"));
        assertEquals(lines.get(1).indexOf("ended"), lines.get(3).indexOf("finished"));
        assertEquals(lines.get(1).length(), lines.get(2).length());
    }

    private static Outcome outcome(String name) {
        return new Outcome(
                name,
                name,
                SCENARIO,
                TrainState.FINISHED,
                2350,
                0.4,
                0.85,
                0.86,
                10,
                new LayerHealth(new Stamp(name, 2350), List.of()),
                List.of());
    }
}
