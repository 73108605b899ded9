package org.convscope.probe;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.convscope.tensor.Stamp;
import org.convscope.tensor.Tensor;

/** What nodes give for the subject. */
public final class Activations implements Probe<Activations.Reading> {

    private final Optional<Set<String>> nodes;

    /** Of every node. */
    public Activations() {
        this.nodes = Optional.empty();
    }

    /** Of these nodes and no other. */
    public Activations(Set<String> nodes) {
        this.nodes = Optional.of(Set.copyOf(nodes));
    }

    /**
     * Outputs of a network's nodes for one image.
     *
     * @param stamp when they were true
     * @param outputs by node id, in the blueprint's order, each in its node's shape
     */
    public record Reading(Stamp stamp, Map<String, Tensor> outputs) {

        public Reading {
            outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
        }

        /** What one node gives. */
        public Tensor of(String node) {
            return outputs.get(node);
        }
    }

    @Override
    public Reading read(Sight sight) {
        return new Reading(sight.stamp(), nodes.map(sight::activations).orElseGet(sight::activations));
    }
}
