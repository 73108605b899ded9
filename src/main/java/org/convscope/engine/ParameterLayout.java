package org.convscope.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Op;
import org.convscope.engine.block.BlockStep;
import org.convscope.engine.block.SparseKernels;
import org.convscope.net.Parameter;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Tensor;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;

/**
 * The order in which DL4J keeps all parameters of a graph in one vector, layer after layer.
 *
 * <p>A dense layer's weights are {@code [in, out]} to DL4J, column after column; read row after row, the
 * same values are the port's {@code [out, in]}. So every slot of the vector already is what the port wants.
 */
final class ParameterLayout implements BlockStep.Places {

    private static final Map<String, Parameter> NAMES = Map.of(
            "W", Parameter.WEIGHT,
            "b", Parameter.BIAS,
            "gamma", Parameter.SCALE,
            "beta", Parameter.SHIFT,
            "mean", Parameter.MEAN,
            "var", Parameter.VARIANCE);

    private final List<Slot> slots = new ArrayList<>();
    private final Blueprint blueprint;

    ParameterLayout(ComputationGraph graph, Blueprint blueprint) {
        this.blueprint = blueprint;
        for (Layer layer : graph.getLayers()) {
            String node = layer.conf().getLayer().getLayerName();
            layer.paramTable().forEach((name, view) -> {
                Parameter parameter = NAMES.get(name);
                Shape shape = parameter == Parameter.WEIGHT
                        ? weights(blueprint, node)
                        : Shape.of(Math.toIntExact(view.length()));
                slots.add(new Slot(
                        node,
                        parameter,
                        Math.toIntExact(view.offset()),
                        shape,
                        parameter == Parameter.WEIGHT ? sparse(blueprint, node) : null));
            });
        }
        slots.sort(Comparator.comparingInt(Slot::offset));
    }

    private static Shape weights(Blueprint blueprint, String node) {
        Shape input = blueprint.shape(blueprint.source(node).id());
        if (blueprint.node(node).op() instanceof Op.Conv conv) {
            return Shape.of(
                    conv.outputChannels(),
                    input.channels(),
                    conv.window().height(),
                    conv.window().width());
        }
        return Shape.of(blueprint.shape(node).size(), input.size());
    }

    private static SparseKernels sparse(Blueprint blueprint, String node) {
        return blueprint.node(node).op() instanceof Op.Conv conv
                ? SparseKernels.of(conv, blueprint.shape(blueprint.source(node).id()))
                : null;
    }

    @Override
    public int weight(String node) {
        return begin(node, Parameter.WEIGHT, Parameter.SCALE);
    }

    @Override
    public int bias(String node) {
        return begin(node, Parameter.BIAS, Parameter.SHIFT);
    }

    @Override
    public int mean(String node) {
        return begin(node, Parameter.MEAN, Parameter.MEAN);
    }

    @Override
    public int variance(String node) {
        return begin(node, Parameter.VARIANCE, Parameter.VARIANCE);
    }

    private int begin(String node, Parameter one, Parameter other) {
        return slots.stream()
                .filter(slot -> slot.node().equals(node) && (slot.parameter() == one || slot.parameter() == other))
                .findFirst()
                .orElseThrow()
                .offset();
    }

    /** What a node's scales begin with: a batch norm changes nothing, a subsampling takes means. */
    double firstScale(String node) {
        return blueprint.node(node).op() instanceof Op.Subsample subsample
                ? 1.0 / subsample.window().area()
                : 1;
    }

    /** All slots, in the order of the vector. */
    List<Slot> slots() {
        return List.copyOf(slots);
    }

    /** Length of the vector. */
    int size() {
        return slots.stream().mapToInt(Slot::end).max().orElse(0);
    }

    /** Copies a node's parameters out of a vector in this order. */
    Map<Parameter, Tensor> read(String node, float[] vector) {
        return read(node, vector, true);
    }

    /** Copies what a node learns out of a vector in this order. */
    Map<Parameter, Tensor> readLearned(String node, float[] vector) {
        return read(node, vector, false);
    }

    /** A vector in this order of the parameters of all nodes; one that is missing or of another shape is a bug. */
    float[] vector(Map<String, Map<Parameter, Tensor>> parameters) {
        float[] vector = new float[size()];
        for (Slot slot : slots) {
            Tensor values = parameters.getOrDefault(slot.node(), Map.of()).get(slot.parameter());
            if (values == null || !values.shape().equals(slot.shape())) {
                throw new IllegalArgumentException(
                        slot.node() + " wants " + slot.parameter() + " of " + slot.shape() + ", not " + values);
            }
            values.copyInto(vector, slot.offset());
        }
        return vector;
    }

    private Map<Parameter, Tensor> read(String node, float[] vector, boolean kept) {
        Map<Parameter, Tensor> parameters = new EnumMap<>(Parameter.class);
        for (Slot slot : slots) {
            if (slot.node().equals(node) && (kept || slot.isLearned())) {
                parameters.put(slot.parameter(), slot.read(vector));
            }
        }
        return parameters;
    }
}
