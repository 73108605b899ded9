package org.convscope.train;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Node;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.blueprint.Op;
import org.convscope.data.LabelledImages;
import org.convscope.net.Batch;
import org.convscope.net.Network;
import org.convscope.tensor.Tensor;

/**
 * Looks for a layer in which no unit is alive: every value of every image lies where its non-linearity
 * is exactly flat. No gradient passes such a layer, so nothing before it will ever change again.
 *
 * <p>ReLU is flat at 0, sigmoid where it has been rounded to 0 or 1, tanh where it has been rounded to
 * −1 or 1, leaky ReLU nowhere. A sigmoid on its long first plateau learns slowly, but is not flat.
 */
final class FlatLayers {

    private static final long MOST_BYTES = 32L << 20;

    private final LabelledImages images;
    private final Blueprint blueprint;
    private final Set<String> flat = new LinkedHashSet<>();
    private final int chunk;
    private int done;

    /** Every layer is suspected until an image shows a living unit. */
    FlatLayers(Blueprint blueprint, LabelledImages images) {
        this.blueprint = blueprint;
        this.images = images;
        long bytes = 1;
        for (Node node : blueprint.nodes()) {
            if (node.op() instanceof Op.Activation) {
                flat.add(node.id());
                bytes += (long) blueprint.shape(node.id()).size() * Float.BYTES;
            }
        }
        chunk = (int) Math.max(1, Math.min(Scorer.CHUNK, MOST_BYTES / bytes));
    }

    /** Looks at the next images, on the network's thread; true when nothing is left to look for. */
    boolean advance(Network network) {
        if (!flat.isEmpty()) {
            Batch batch = Scorer.chunk(images, done, Math.min(chunk, images.size() - done));
            Map<String, Tensor> outputs = network.activations(batch, Set.copyOf(flat));
            flat.removeIf(node -> !isFlat(node, outputs.get(node)));
            done += batch.size();
        }
        return flat.isEmpty() || done == images.size();
    }

    /** The first such layer, if there is one. */
    Optional<String> first() {
        return flat.stream().findFirst();
    }

    private boolean isFlat(String node, Tensor outputs) {
        Nonlinearity kind = ((Op.Activation) blueprint.node(node).op()).kind();
        for (int i = 0; i < outputs.size(); i++) {
            if (!isFlatAt(kind, outputs.flat(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isFlatAt(Nonlinearity kind, float output) {
        return switch (kind) {
            case RELU -> output == 0;
            case SIGMOID -> output == 0 || output == 1;
            case TANH -> output == -1 || output == 1;
            case LEAKY_RELU -> false;
        };
    }
}
