package org.convscope.engine;

import java.util.OptionalDouble;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Op;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** The dropout layers of a graph. */
final class Dropouts {

    private Dropouts() {}

    /** From the next step on every one drops such a share; empty for what each was drawn with. */
    static void set(ComputationGraph graph, Blueprint blueprint, OptionalDouble share) {
        for (Layer layer : graph.getLayers()) {
            if (layer.conf().getLayer() instanceof DropoutLayer conf
                    && conf.getIDropout() instanceof Dropout dropout
                    && blueprint.node(conf.getLayerName()).op() instanceof Op.Dropout drawn) {
                // DL4J asks for the probability that a value stays.
                dropout.setP(1 - share.orElse(drawn.rate()));
            }
        }
    }
}
