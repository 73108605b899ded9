package org.convscope.engine;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Node;
import org.convscope.blueprint.Op;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.layers.mkldnn.MKLDNNBatchNormHelper;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * What makes DL4J's layers quick, attached to one graph. DL4J has no public way to hand a layer its
 * helper, so the field is set by reflection; a version without it is refused, not run slowly.
 *
 * <p>Only convolution and batch norm need one. Pooling calls the same native operation with and without;
 * DL4J's helper for LRN is wrong in both directions and is never attached; see {@link LocalNormLayer}.
 */
final class Helpers {

    private final List<OneDnnConvolution> convolutions = new ArrayList<>();

    private Helpers() {}

    /** No helper at all: DL4J as it comes. */
    static Helpers none() {
        return new Helpers();
    }

    /** Attaches a helper to every layer that has a right one. */
    static Helpers attach(ComputationGraph graph, Blueprint blueprint) {
        Helpers helpers = new Helpers();
        for (Node node : blueprint.nodes()) {
            Layer layer = graph.getLayer(node.id());
            if (node.op() instanceof Op.Conv conv && conv.connections().areAll()) {
                OneDnnConvolution convolution = new OneDnnConvolution(readsImagesAlone(blueprint, node));
                helpers.convolutions.add(convolution);
                set(layer, convolution);
            } else if (node.op() instanceof Op.BatchNorm) {
                set(layer, new MKLDNNBatchNormHelper(DataType.FLOAT));
            } else if (node.op() instanceof Op.Activation activation) {
                ((ActivationLayer) layer.conf().getLayer()).setActivationFn(new QuickActivation(activation.kind()));
            }
        }
        return helpers;
    }

    /** To be called before each pass through the graph. */
    void prepare(boolean imageGradientWanted) {
        for (OneDnnConvolution convolution : convolutions) {
            convolution.forget();
            convolution.wantImageGradient(imageGradientWanted);
        }
    }

    /** Where others read the images as well, DL4J adds up what comes back from all of them. */
    private static boolean readsImagesAlone(Blueprint blueprint, Node node) {
        return blueprint.targets(blueprint.first().id()).equals(List.of(node));
    }

    private static void set(Layer layer, Object helper) {
        try {
            Field field = layer.getClass().getDeclaredField("helper");
            field.setAccessible(true);
            field.set(layer, helper);
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException(
                    layer.getClass().getName() + " has no helper; this is another DL4J than 1.0.0-M2.1", changed);
        }
    }
}
