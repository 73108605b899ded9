package org.convscope.lens;

import java.util.Set;
import org.convscope.blueprint.Blueprint;
import org.convscope.frame.Distribution;
import org.convscope.probe.Activations;
import org.convscope.probe.Sight;

/** Statistics and histogram of the focused map. */
public final class MapDistributionLens implements Lens {

    @Override
    public String id() {
        return "map-distribution";
    }

    /** A unit is a single value: only maps have a distribution of their own. */
    @Override
    public boolean fits(Blueprint blueprint, String node) {
        return blueprint.shape(node).isMaps();
    }

    @Override
    public Distribution look(Sight sight) {
        Activations.Reading reading = new Activations(Set.of(sight.node().id())).read(sight);
        return new Distribution(
                reading.stamp(),
                reading.of(sight.node().id()).plane(sight.channel()).stats());
    }
}
