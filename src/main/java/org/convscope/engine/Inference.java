package org.convscope.engine;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Census;
import org.convscope.blueprint.Node;
import org.convscope.blueprint.Op;
import org.convscope.net.Batch;
import org.convscope.tensor.Tensor;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.conf.WorkspaceConfiguration;
import org.nd4j.linalg.api.memory.enums.AllocationPolicy;
import org.nd4j.linalg.api.memory.enums.LearningPolicy;
import org.nd4j.linalg.api.memory.enums.ResetPolicy;
import org.nd4j.linalg.api.memory.enums.SpillPolicy;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Walks images through the layers without learning, and keeps what each of them gives.
 *
 * <p>DL4J's own feedForward would not do: outside of training its activation layers write over what they
 * read, so that a convolution seems to give what only its activation gives. All memory of a walk comes
 * from one workspace, which the next walk uses again.
 */
final class Inference implements ForwardPass {

    private static final String WORKSPACE = "CONVSCOPE_INFERENCE";
    private static final WorkspaceConfiguration GROWS_ONCE = WorkspaceConfiguration.builder()
            .initialSize(0)
            .overallocationLimit(0.02)
            .policyLearning(LearningPolicy.FIRST_LOOP)
            .policyReset(ResetPolicy.BLOCK_LEFT)
            .policySpill(SpillPolicy.REALLOCATE)
            .policyAllocation(AllocationPolicy.OVERALLOCATE)
            .build();

    /** Activations of one walk stay below this; more images are taken in turns. */
    private static final long MOST_ACTIVATION_BYTES = 16L << 20;

    private final ComputationGraph graph;
    private final Blueprint blueprint;
    private final Helpers helpers;
    private final int mostImages;

    Inference(ComputationGraph graph, Blueprint blueprint, Helpers helpers) {
        this.graph = graph;
        this.blueprint = blueprint;
        this.helpers = helpers;
        this.mostImages =
                (int) Math.max(1, MOST_ACTIVATION_BYTES / Census.of(blueprint).activationBytes());
    }

    @Override
    public Map<String, Tensor> outputs(Tensor image) {
        return run(image.toArray(), 1, (outputs, workspaces) -> {
            Map<String, Tensor> tensors = new LinkedHashMap<>();
            outputs.forEach((node, array) -> tensors.put(node, Arrays.tensor(array, blueprint.shape(node))));
            return tensors;
        });
    }

    @Override
    public Map<String, Tensor> outputs(Batch batch, Set<String> nodes) {
        Map<String, float[]> gathered = new HashMap<>();
        nodes.forEach(node -> gathered.put(
                node, new float[batch.size() * blueprint.shape(node).size()]));
        int size = batch.shape().size();
        for (int from = 0; from < batch.size(); from += mostImages) {
            int first = from;
            int n = Math.min(mostImages, batch.size() - from);
            float[] images = java.util.Arrays.copyOfRange(batch.images(), from * size, (from + n) * size);
            run(images, n, (outputs, workspaces) -> {
                gathered.forEach((node, values) -> {
                    float[] some = Arrays.copy(outputs.get(node));
                    System.arraycopy(
                            some, 0, values, first * blueprint.shape(node).size(), some.length);
                });
                return null;
            });
        }
        Map<String, Tensor> tensors = new HashMap<>();
        gathered.forEach((node, values) ->
                tensors.put(node, Tensor.of(Arrays.batched(batch.size(), blueprint.shape(node)), values)));
        return tensors;
    }

    /**
     * Computes all nodes for {@code images}, row-major {@code [N, C, H, W]}.
     *
     * @param reader is given every node's output, in the blueprint's order, and copies what it needs: the
     *     arrays are gone when it returns
     */
    <R> R run(float[] images, int n, BiFunction<Map<String, INDArray>, LayerWorkspaceMgr, R> reader) {
        helpers.prepare(true);
        LayerWorkspaceMgr workspaces = LayerWorkspaceMgr.builder()
                .defaultWorkspace(WORKSPACE, GROWS_ONCE)
                .build();
        MemoryWorkspace memory = workspaces.notifyScopeEntered(ArrayType.ACTIVATIONS);
        try {
            Map<String, INDArray> outputs = new LinkedHashMap<>();
            for (Node node : blueprint.nodes()) {
                outputs.put(
                        node.id(),
                        node.op() instanceof Op.Input
                                ? Arrays.of(images, Arrays.batched(n, blueprint.input()))
                                : compute(node, outputs, workspaces));
            }
            return reader.apply(outputs, workspaces);
        } finally {
            for (Layer layer : graph.getLayers()) {
                layer.clear();
            }
            memory.close();
        }
    }

    private INDArray compute(Node node, Map<String, INDArray> outputs, LayerWorkspaceMgr workspaces) {
        INDArray source = outputs.get(node.inputs().get(0));
        if (node.op() instanceof Op.Dropout) {
            return source;
        }
        if (node.op() instanceof Op.Add) {
            INDArray sum = source.dup('c');
            node.inputs().stream().skip(1).map(outputs::get).forEach(sum::addi);
            return sum;
        }
        if (node.op() instanceof Op.Concat) {
            return Nd4j.concat(1, node.inputs().stream().map(outputs::get).toArray(INDArray[]::new));
        }
        INDArray input = input(node, source);
        // An activation layer writes over its input.
        INDArray given = node.op() instanceof Op.Activation ? input.dup('c') : input;
        return graph.getLayer(node.id()).activate(given, false, workspaces);
    }

    /** What the layer of a node reads when {@code source} comes out before it: dense layers read rows. */
    static INDArray input(Node node, INDArray source) {
        boolean flat = node.op() instanceof Op.Dense && source.rank() == 4;
        return flat ? source.dup('c').reshape('c', source.size(0), source.length() / source.size(0)) : source;
    }
}
