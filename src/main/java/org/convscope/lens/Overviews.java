package org.convscope.lens;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Node;
import org.convscope.frame.ColorMap;
import org.convscope.frame.Scope;
import org.convscope.frame.SteadyScales;
import org.convscope.probe.Activations;
import org.convscope.probe.Probe;
import org.convscope.probe.Sight;

/** Reads the network map at once: what every node that is shown gives for the subject, and what it leads to. */
public final class Overviews implements Probe<Overview> {

    private final Scope scope;
    private final ScopedScales scales;
    private final Optional<Set<String>> nodes;

    private Overviews(Scope scope, ScopedScales scales, Optional<Set<String>> nodes) {
        this.scope = scope;
        this.scales = scales;
        this.nodes = nodes;
    }

    /** An overview whose scales fit its values exactly, for a network that rests. */
    public static Overviews of(Scope scope) {
        return new Overviews(scope, ScopedScales.exact(scope), Optional.empty());
    }

    /**
     * One of a series of overviews of a network that learns; {@code scales} are kept from one to the next,
     * and serve this series alone.
     */
    public static Overviews of(Scope scope, SteadyScales scales) {
        return new Overviews(scope, ScopedScales.steady(scope, scales), Optional.empty());
    }

    /**
     * One of these nodes and the last one alone. A scale that the whole network shares needs every node's
     * values, and so all of them are read for it.
     */
    public Overviews of(Set<String> shown) {
        return scope == Scope.NETWORK ? this : new Overviews(scope, scales, Optional.of(shown));
    }

    @Override
    public Overview read(Sight sight) {
        Blueprint blueprint = sight.blueprint();
        Activations.Reading reading = activations(blueprint.last().id()).read(sight);
        Map<String, ColorMap> maps = new HashMap<>();
        for (Node node : blueprint.nodes()) {
            maps.put(node.id(), NodeColors.of(blueprint, node.id()));
        }
        return new Overview(
                reading.stamp(),
                scales.pictures(reading.stamp(), reading.outputs(), maps),
                PredictionLens.bars(reading.stamp(), reading.of(blueprint.last().id()), 1));
    }

    private Activations activations(String last) {
        return nodes.map(shown -> {
                    Set<String> read = new HashSet<>(shown);
                    read.add(last);
                    return new Activations(read);
                })
                .orElseGet(Activations::new);
    }
}
