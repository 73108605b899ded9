package org.convscope.probe;

import org.convscope.tensor.Stamp;

/** What the last training step saw and did at the focused node. */
public final class LastStep implements Probe<LastStep.Reading> {

    /**
     * Gradients and changes of one batch; both empty before the first step and where nothing is learned.
     *
     * @param stamp the step they belong to
     * @param node whose parameters were changed
     * @param gradients derivatives of the batch's mean loss by the parameters, before the step
     * @param updates what the step added to the parameters
     */
    public record Reading(Stamp stamp, String node, ParameterValues gradients, ParameterValues updates) {}

    @Override
    public Reading read(Sight sight) {
        return of(sight, sight.node().id());
    }

    static Reading of(Sight sight, String node) {
        return new Reading(
                sight.stamp(),
                node,
                new ParameterValues(sight.network().lastGradients(node)),
                new ParameterValues(sight.network().lastUpdates(node)));
    }
}
