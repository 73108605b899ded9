package org.convscope.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.convscope.blueprint.Blueprint;
import org.convscope.engine.block.BlockStep;
import org.convscope.engine.block.ImagePass;
import org.convscope.net.Batch;
import org.convscope.tensor.Tensor;

/** Walks images through the network in plain arrays: one with its channels side by side, many in blocks. */
final class BlockPass implements ForwardPass {

    /** From so many images on a block is quicker than one after the other. */
    private static final int LEAST_IN_BLOCKS = 16;

    private final Blueprint blueprint;
    private final Weights weights;
    private final BlockStep blocks;
    private final ImagePass single;
    private long prepared = -1;

    BlockPass(Blueprint blueprint, ParameterLayout layout, Weights weights, BlockStep blocks) {
        this.blueprint = blueprint;
        this.weights = weights;
        this.blocks = blocks;
        this.single = new ImagePass(blueprint, layout);
    }

    @Override
    public Map<String, Tensor> outputs(Tensor image) {
        float[] parameters = weights.values();
        if (prepared != weights.changes()) {
            single.prepare(parameters);
            prepared = weights.changes();
        }
        return single.outputs(parameters, image);
    }

    @Override
    public Map<String, Tensor> outputs(Batch batch, Set<String> nodes) {
        if (blocks.isBusy() || batch.size() < LEAST_IN_BLOCKS) {
            return oneByOne(batch, nodes);
        }
        Map<String, Tensor> tensors = new HashMap<>();
        blocks.outputs(weights.values(), batch.images(), batch.size(), nodes).forEach((node, values) -> {
            float[] answers = node.equals(blueprint.last().id())
                    ? new Logits(values, blueprint.classes()).probabilities()
                    : values;
            tensors.put(node, Tensor.of(Arrays.batched(batch.size(), blueprint.shape(node)), answers));
        });
        return tensors;
    }

    /** In the middle of a step the blocks are full of its images; and a block takes as long over few as over 32. */
    private Map<String, Tensor> oneByOne(Batch batch, Set<String> nodes) {
        Map<String, float[]> gathered = new HashMap<>();
        for (int image = 0; image < batch.size(); image++) {
            int at = image;
            Map<String, Tensor> one = outputs(Tensor.of(
                    batch.shape(), batch.images(), image * batch.shape().size()));
            nodes.forEach(node -> {
                Tensor values = one.get(node);
                values.copyInto(
                        gathered.computeIfAbsent(node, first -> new float[batch.size() * values.size()]),
                        at * values.size());
            });
        }
        Map<String, Tensor> tensors = new HashMap<>();
        gathered.forEach((node, values) ->
                tensors.put(node, Tensor.of(Arrays.batched(batch.size(), blueprint.shape(node)), values)));
        return tensors;
    }
}
