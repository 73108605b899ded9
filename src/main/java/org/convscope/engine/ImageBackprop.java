package org.convscope.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Node;
import org.convscope.blueprint.Op;
import org.convscope.net.ImageGradients;
import org.convscope.net.Parameter;
import org.convscope.tensor.Tensor;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Walks the error of one image back through the layers, and keeps what arrives at each of them. The
 * network is as it is outside of training: batch norms stand on their running statistics, which DL4J's
 * own way back knows nothing of.
 */
final class ImageBackprop {

    private final ComputationGraph graph;
    private final Blueprint blueprint;
    private final ParameterLayout layout;

    ImageBackprop(ComputationGraph graph, Blueprint blueprint, ParameterLayout layout) {
        this.graph = graph;
        this.blueprint = blueprint;
        this.layout = layout;
    }

    /**
     * Derivatives of the cross-entropy of one image.
     *
     * @param outputs what each node gave for it, batch of one
     */
    ImageGradients run(Map<String, INDArray> outputs, int label, LayerWorkspaceMgr workspaces) {
        String last = blueprint.last().inputs().get(0);
        Logits logits = new Logits(Arrays.copy(outputs.get(last)), blueprint.classes());
        float[] weights = Arrays.copy(graph.params());
        Map<String, float[]> arrived = new HashMap<>();
        arrived.put(last, logits.error(0, label));
        Map<String, Map<Parameter, Tensor>> parameters = new LinkedHashMap<>();
        for (Node node : backwards()) {
            float[] error = arrived.get(node.id());
            String source = node.inputs().get(0);
            INDArray input = outputs.get(source);
            if (node.op() instanceof Op.BatchNorm norm) {
                BatchNormSlope slope = new BatchNormSlope(norm, layout.read(node.id(), weights));
                parameters.put(node.id(), slope.learned(Arrays.copy(input), error));
                arrived.put(source, slope.through(error));
            } else {
                arrived.put(source, throughLayer(node, input, error, workspaces));
            }
        }
        float[] gradients = Arrays.copy(graph.getFlattenedGradients());
        Map<String, Tensor> activations = new LinkedHashMap<>();
        for (Node node : blueprint.nodes()) {
            if (arrived.containsKey(node.id())) {
                activations.put(node.id(), Tensor.of(blueprint.shape(node.id()), arrived.get(node.id())));
            }
            Map<Parameter, Tensor> learned = layout.readLearned(node.id(), gradients);
            if (!learned.isEmpty()) {
                parameters.putIfAbsent(node.id(), learned);
            }
        }
        return new ImageGradients(logits.loss(0, label), activations, parameters);
    }

    /** All nodes between the softmax and the input, last first. */
    private List<Node> backwards() {
        List<Node> nodes = new ArrayList<>(blueprint.nodes());
        Collections.reverse(nodes);
        return nodes.subList(1, nodes.size() - 1);
    }

    private float[] throughLayer(Node node, INDArray source, float[] error, LayerWorkspaceMgr workspaces) {
        Layer layer = graph.getLayer(node.id());
        INDArray input = Inference.input(node, source);
        layer.setInput(input, workspaces);
        INDArray epsilon = Arrays.of(error, Arrays.batched(1, blueprint.shape(node.id())));
        return Arrays.copy(layer.backpropGradient(epsilon, workspaces).getSecond());
    }
}
