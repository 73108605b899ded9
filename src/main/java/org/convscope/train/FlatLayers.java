package org.convscope.train;

import java.util.BitSet;
import java.util.LinkedHashMap;
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
 * Looks for layers whose units are dead: for every image, the unit's value lies where its non-linearity
 * is exactly flat, so no gradient passes and what feeds the unit will not change again.
 *
 * <p>ReLU is flat at 0, sigmoid where it has been rounded to 0 or 1, tanh where it has been rounded to
 * −1 or 1, leaky ReLU nowhere. A sigmoid on its long first plateau learns slowly, but is not flat.
 */
final class FlatLayers {

    /**
     * A layer is dead if so many of its units are. Half of them may be by chance, where weights begin so
     * small that the biases decide; LeNet with ReLU at the rate 0.9 has 93 to 100 of 100 dead in act2.
     */
    static final double LEAST_SHARE = 0.9;

    private static final long MOST_BYTES = 32L << 20;

    private final LabelledImages images;
    private final Blueprint blueprint;
    private final Map<String, BitSet> alive = new LinkedHashMap<>();
    private final int chunk;
    private int done;

    /**
     * A layer that is dead.
     *
     * @param node its activation
     * @param share of its units that are dead, from 0 to 1
     */
    record Layer(String node, double share) {}

    /** Every unit is suspected until an image shows that it lives. */
    FlatLayers(Blueprint blueprint, LabelledImages images) {
        this.blueprint = blueprint;
        this.images = images;
        long bytes = 1;
        for (Node node : blueprint.nodes()) {
            if (node.op() instanceof Op.Activation) {
                alive.put(node.id(), new BitSet());
                bytes += (long) blueprint.shape(node.id()).size() * Float.BYTES;
            }
        }
        chunk = (int) Math.max(1, Math.min(Scorer.CHUNK, MOST_BYTES / bytes));
    }

    /** Looks at the next images, on the network's thread; true when nothing is left to look for. */
    boolean advance(Network network) {
        if (!alive.isEmpty()) {
            Batch batch = Scorer.chunk(images, done, Math.min(chunk, images.size() - done));
            Map<String, Tensor> outputs = network.activations(batch, Set.copyOf(alive.keySet()));
            outputs.forEach(this::look);
            alive.keySet().removeIf(node -> share(node) < LEAST_SHARE);
            done += batch.size();
        }
        return alive.isEmpty() || done == images.size();
    }

    /** The layer with the most dead units; the first of several. */
    Optional<Layer> worst() {
        return alive.keySet().stream()
                .map(node -> new Layer(node, share(node)))
                .reduce((worst, next) -> next.share > worst.share ? next : worst);
    }

    private void look(String node, Tensor outputs) {
        Nonlinearity kind = ((Op.Activation) blueprint.node(node).op()).kind();
        BitSet living = alive.get(node);
        int units = blueprint.shape(node).size();
        for (int i = 0; i < outputs.size(); i++) {
            if (!isFlat(kind, outputs.flat(i))) {
                living.set(i % units);
            }
        }
    }

    private double share(String node) {
        return 1
                - (double) alive.get(node).cardinality() / blueprint.shape(node).size();
    }

    private static boolean isFlat(Nonlinearity kind, float output) {
        return switch (kind) {
            case RELU -> output == 0;
            case SIGMOID -> output == 0 || output == 1;
            case TANH -> output == -1 || output == 1;
            case SCALED_TANH -> Math.abs(output) >= (float) Nonlinearity.AMPLITUDE;
            case LEAKY_RELU -> false;
        };
    }
}
