package org.convscope.train;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Census;
import org.convscope.blueprint.Node;
import org.convscope.blueprint.Op;
import org.convscope.data.LabelledImages;
import org.convscope.net.Batch;
import org.convscope.net.Network;
import org.convscope.net.Parameter;
import org.convscope.tensor.Tensor;

/**
 * Measures every layer that learns, once, a moment at a time, so that questions can be answered in between: first the
 * outputs for the first images of a sample, then the weights.
 */
public final class LayerMeter {

    /** Images of the sample whose outputs are looked at, at the most and at the least. */
    private static final int MOST_IMAGES = 256;

    private static final int LEAST_IMAGES = 32;

    /** Images that the engine takes at once: fewer would not be quicker, more would only take room. */
    private static final int SLICE = 32;

    /** Multiply-adds of looking at them: half a second on one core. */
    private static final long ALL_MACS = 20_000_000_000L;

    /** Multiply-adds of a moment: a twentieth of a second. */
    private static final long SOME_MACS = 2_000_000_000L;

    /** Outputs of one node that are held at a time: larger arrays would make Java's heap grow in jumps. */
    private static final long NODE_BYTES = 4 << 20;

    /** Outputs of all nodes that are held at a time. */
    private static final long SLICE_BYTES = 32 << 20;

    /** Weights that are looked at in a moment. */
    private static final long SOME_WEIGHTS = 1 << 22;

    private final Blueprint blueprint;
    private final LabelledImages sample;
    private final int images;
    private final int slice;
    private final long imageMacs;
    private final Map<String, Outputs> outputs = new HashMap<>();
    private final List<LayerMeasure> measured = new ArrayList<>();
    private int looked;
    private int weighed;

    /** Nothing is measured yet. */
    LayerMeter(Blueprint blueprint, LabelledImages sample) {
        this.blueprint = blueprint;
        this.sample = sample;
        Census census = Census.of(blueprint);
        this.imageMacs = census.macs();
        this.images = Math.min(sample.size(), imagesFor(imageMacs));
        long allBytes = 1;
        long largestBytes = 1;
        for (Node node : blueprint.nodes()) {
            if (census.row(node.id()).parameters().total() > 0) {
                Node shown = shown(node);
                outputs.put(
                        shown.id(),
                        new Outputs(shown, blueprint.shape(shown.id()).channels()));
                long bytes = (long) blueprint.shape(shown.id()).size() * Float.BYTES;
                allBytes += bytes;
                largestBytes = Math.max(largestBytes, bytes);
            }
        }
        this.slice = (int) Math.max(1, Math.min(SLICE, Math.min(NODE_BYTES / largestBytes, SLICE_BYTES / allBytes)));
    }

    /** How many images are looked at by a network of so many multiply-adds an image: fewer by a large one. */
    public static int imagesFor(long macs) {
        return (int) Math.max(LEAST_IMAGES, Math.min(MOST_IMAGES, ALL_MACS / Math.max(1, macs)));
    }

    /** Measures for a moment, on the network's thread; true when all is measured. */
    boolean advance(Network network) {
        if (looked < images && !outputs.isEmpty()) {
            look(network);
            return false;
        }
        return weigh(network);
    }

    /** What was measured, in the blueprint's order. */
    List<LayerMeasure> measured() {
        return List.copyOf(measured);
    }

    /** Whose outputs are looked at: the activation that follows, or the batch norm, or the node itself. */
    private Node shown(Node node) {
        List<Node> targets = blueprint.targets(node.id());
        boolean isNormed = targets.size() == 1 && targets.get(0).op() instanceof Op.BatchNorm;
        return blueprint.activationAfter(node.id()).orElse(isNormed ? targets.get(0) : node);
    }

    private void look(Network network) {
        for (long macs = 0; looked < images && macs < SOME_MACS; ) {
            Batch some = Scorer.chunk(sample, looked, Math.min(slice, images - looked));
            network.activations(some, outputs.keySet())
                    .forEach((node, values) -> outputs.get(node).add(values));
            looked += some.size();
            macs += some.size() * imageMacs;
        }
    }

    private boolean weigh(Network network) {
        List<Node> nodes = blueprint.nodes();
        for (long weights = 0; weighed < nodes.size() && weights < SOME_WEIGHTS; weighed++) {
            Node node = nodes.get(weighed);
            Optional<Tensor> main = main(network.parameters(node.id()));
            if (main.isPresent()) {
                measured.add(measure(node, main.get(), network));
                weights += main.get().size();
            }
        }
        return weighed == nodes.size();
    }

    private LayerMeasure measure(Node node, Tensor weights, Network network) {
        Optional<Tensor> gradient = main(network.lastGradients(node.id()));
        double gradientRms = gradient.map(Tensor::rms).orElse(Double.NaN);
        double updateRms = main(network.lastUpdates(node.id())).map(Tensor::rms).orElse(Double.NaN);
        double weightRms = weights.rms();
        Node shown = shown(node);
        Outputs seen = outputs.get(shown.id());
        HistogramCount ofWeights = new HistogramCount();
        ofWeights.add(weights);
        return new LayerMeasure(
                node.id(),
                gradientRms * Math.sqrt(weights.size()),
                gradientRms,
                weightRms == 0 ? Double.NaN : updateRms / weightRms,
                weightRms,
                shown.op() instanceof Op.Activation ? shown.id() : "",
                seen.deadShare(),
                seen.saturatedShare(),
                ofWeights.histogram(),
                seen.distribution());
    }

    /** The weights, or the scale of a batch norm. */
    private static Optional<Tensor> main(Map<Parameter, Tensor> parameters) {
        return Optional.ofNullable(parameters.get(Parameter.WEIGHT))
                .or(() -> Optional.ofNullable(parameters.get(Parameter.SCALE)));
    }
}
