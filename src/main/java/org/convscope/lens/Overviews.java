package org.convscope.lens;

import java.util.HashMap;
import java.util.Map;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Node;
import org.convscope.frame.ColorMap;
import org.convscope.frame.Scope;
import org.convscope.frame.SteadyScales;
import org.convscope.probe.Activations;
import org.convscope.probe.Probe;
import org.convscope.probe.Sight;

/** Reads the whole network map at once: what every node gives for the subject, and what it leads to. */
public final class Overviews implements Probe<Overview> {

    private final ScopedScales scales;

    private Overviews(ScopedScales scales) {
        this.scales = scales;
    }

    /** An overview whose scales fit its values exactly, for a network that rests. */
    public static Overviews of(Scope scope) {
        return new Overviews(ScopedScales.exact(scope));
    }

    /**
     * One of a series of overviews of a network that learns; {@code scales} are kept from one to the next,
     * and serve this series alone.
     */
    public static Overviews of(Scope scope, SteadyScales scales) {
        return new Overviews(ScopedScales.steady(scope, scales));
    }

    @Override
    public Overview read(Sight sight) {
        Blueprint blueprint = sight.blueprint();
        Activations.Reading reading = new Activations().read(sight);
        Map<String, ColorMap> maps = new HashMap<>();
        for (Node node : blueprint.nodes()) {
            maps.put(node.id(), NodeColors.of(blueprint, node.id()));
        }
        return new Overview(
                reading.stamp(),
                scales.pictures(reading.stamp(), reading.outputs(), maps),
                PredictionLens.bars(reading.stamp(), reading.of(blueprint.last().id()), 1));
    }
}
