package org.convscope.lens;

import java.util.Set;
import org.convscope.blueprint.Blueprint;
import org.convscope.frame.Distribution;
import org.convscope.probe.Activations;
import org.convscope.probe.Sight;

/** Statistics and histogram of all values of the node. */
public final class DistributionLens implements Lens {

    @Override
    public String id() {
        return "distribution";
    }

    @Override
    public boolean fits(Blueprint blueprint, String node) {
        return blueprint.has(node);
    }

    @Override
    public Distribution look(Sight sight) {
        Activations.Reading reading = new Activations(Set.of(sight.node().id())).read(sight);
        return new Distribution(reading.stamp(), reading.of(sight.node().id()).stats());
    }
}
