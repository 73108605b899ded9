package org.convscope.probe;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.convscope.tensor.Stamp;
import org.convscope.tensor.Tensor;

/** What every node gives for the subject. */
public final class Activations implements Probe<Activations.Reading> {

    /**
     * Outputs of a whole network for one image.
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
        return new Reading(sight.stamp(), sight.activations());
    }
}
