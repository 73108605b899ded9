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
        Map<String, Tensor> tensors = new HashMap<>();
        blocks.outputs(weights.values(), batch.images(), batch.size(), nodes).forEach((node, values) -> {
            float[] answers = node.equals(blueprint.last().id())
                    ? new Logits(values, blueprint.classes()).probabilities()
                    : values;
            tensors.put(node, Tensor.of(Arrays.batched(batch.size(), blueprint.shape(node)), answers));
        });
        return tensors;
    }
}
