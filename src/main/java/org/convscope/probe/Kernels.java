package org.convscope.probe;

import org.convscope.tensor.Stamp;

/** What a node has learned, or keeps. */
public final class Kernels implements Probe<Kernels.Reading> {

    /**
     * Parameters of one node; empty where there is nothing to learn.
     *
     * @param stamp when they were true
     * @param node whose they are
     */
    public record Reading(Stamp stamp, String node, ParameterValues parameters) {}

    @Override
    public Reading read(Sight sight) {
        return of(sight, sight.node().id());
    }

    /** The parameters of any node. */
    public static Reading of(Sight sight, String node) {
        return new Reading(
                sight.stamp(), node, new ParameterValues(sight.network().parameters(node)));
    }
}
