package org.convscope.workbench;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.convscope.blueprint.Blueprint;
import org.convscope.data.Dataset;
import org.convscope.net.Network;
import org.convscope.problem.Problem;
import org.convscope.run.RunRecorder;
import org.convscope.spec.Scenario;
import org.convscope.train.Beginning;
import org.convscope.train.TrainEvent;

/**
 * Everything that a run is made from.
 *
 * @param testAccuracy what is known of it already; NaN for nothing
 * @param beginning gives a network its weights, on its thread
 * @param recorders makes the recorder of a network that has its weights, on its thread
 * @param past what was recorded of it before, in order
 */
record Opening(
        Guest guest,
        Dataset dataset,
        Blueprint blueprint,
        Scenario scenario,
        double testAccuracy,
        Function<Network, Beginning> beginning,
        Recorders recorders,
        List<TrainEvent> past) {

    Opening {
        past = List.copyOf(past);
    }

    /** Of a run that nothing was recorded of yet. */
    Opening(
            Guest guest,
            Dataset dataset,
            Blueprint blueprint,
            Scenario scenario,
            double testAccuracy,
            Function<Network, Beginning> beginning,
            Recorders recorders) {
        this(guest, dataset, blueprint, scenario, testAccuracy, beginning, recorders, List.of());
    }

    /** Makes the recorder of a network that has its weights. */
    @FunctionalInterface
    interface Recorders {
        RunRecorder of(Network network, Consumer<Problem> trouble);
    }
}
