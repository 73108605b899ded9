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
import org.convscope.tensor.Shape;
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
    private final Weights weights;

    ImageBackprop(ComputationGraph graph, Blueprint blueprint, ParameterLayout layout, Weights weights) {
        this.weights = weights;
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
        Map<String, float[]> arrived = new HashMap<>();
        arrived.put(last, logits.error(0, label));
        Map<String, Map<Parameter, Tensor>> parameters = new LinkedHashMap<>();
        for (Node node : backwards()) {
            float[] error = arrived.get(node.id());
            INDArray input = outputs.get(node.inputs().get(0));
            if (node.op() instanceof Op.BatchNorm norm) {
                BatchNormSlope slope = new BatchNormSlope(norm, layout.read(node.id(), weights.values()));
                parameters.put(node.id(), slope.learned(Arrays.copy(input), error));
                arrive(arrived, node, slope.through(error));
            } else if (node.op() instanceof Op.Add || node.op() instanceof Op.Concat) {
                arriveAtBranches(arrived, node, error);
            } else if (node.op() instanceof Op.GlobalPool) {
                arrive(
                        arrived,
                        node,
                        spread(error, blueprint.shape(node.inputs().get(0))));
            } else if (node.op() instanceof Op.Dropout) {
                arrive(arrived, node, error);
            } else {
                arrive(arrived, node, throughLayer(node, input, error, workspaces));
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

    /** Adds an error to those that came to what {@code node} reads from other readers. */
    private void arrive(Map<String, float[]> arrived, Node node, float[] error) {
        add(error, 0, arrivedAt(arrived, node.inputs().get(0)));
    }

    /** A sum passes its error on to each input as it is; a concatenation gives each its own channels' part. */
    private void arriveAtBranches(Map<String, float[]> arrived, Node node, float[] error) {
        int from = 0;
        for (String input : node.inputs()) {
            float[] sum = arrivedAt(arrived, input);
            add(error, from, sum);
            from += node.op() instanceof Op.Concat ? sum.length : 0;
        }
    }

    private float[] arrivedAt(Map<String, float[]> arrived, String node) {
        return arrived.computeIfAbsent(
                node, first -> new float[blueprint.shape(node).size()]);
    }

    private static void add(float[] error, int from, float[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += error[from + i];
        }
    }

    /** Every cell of a map has the same part in its mean. */
    private static float[] spread(float[] error, Shape maps) {
        int area = maps.height() * maps.width();
        float[] spread = new float[maps.size()];
        for (int i = 0; i < spread.length; i++) {
            spread[i] = error[i / area] / area;
        }
        return spread;
    }

    private float[] throughLayer(Node node, INDArray source, float[] error, LayerWorkspaceMgr workspaces) {
        Layer layer = graph.getLayer(node.id());
        INDArray input = Inference.input(node, source);
        layer.setInput(input, workspaces);
        INDArray epsilon = Arrays.of(error, Arrays.batched(1, blueprint.shape(node.id())));
        return Arrays.copy(layer.backpropGradient(epsilon, workspaces).getSecond());
    }
}
