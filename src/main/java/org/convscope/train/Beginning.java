package org.convscope.train;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.convscope.net.Checkpoint;

/**
 * Where a training begins: with the first step, or where another one stopped. Together with the
 * network's own weights this is all that is needed to go on as if it had never stopped.
 *
 * @param step mini-batches that the network has learned
 * @param openEpoch news of those steps whose epoch is not over, its test score included
 * @param sampledStep the last step at which the sample was scored; 0 for never
 * @param steered what was changed on the way, in order
 * @param firstWeights where a reset finds the weights of step 0, asked on the network's thread; empty if
 *     the network still has them
 */
public record Beginning(
        long step,
        List<TrainEvent.StepDone> openEpoch,
        long sampledStep,
        List<TrainEvent.Steered> steered,
        Optional<Supplier<Checkpoint>> firstWeights) {

    /** With a new network. */
    public static final Beginning FRESH = new Beginning(0, List.of(), 0, Optional.empty());

    public Beginning {
        openEpoch = List.copyOf(openEpoch);
        steered = List.copyOf(steered);
    }

    /** Where a training begins that nobody has steered. */
    public Beginning(
            long step,
            List<TrainEvent.StepDone> openEpoch,
            long sampledStep,
            Optional<Supplier<Checkpoint>> firstWeights) {
        this(step, openEpoch, sampledStep, List.of(), firstWeights);
    }
}
