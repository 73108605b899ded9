package org.convscope.engine.block;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Node;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.Pooling;
import org.convscope.blueprint.Window;
import org.convscope.tensor.Shape;

/**
 * The layers of a network, each after those it reads, with the maps and deltas that they hand to each other. Every node
 * has deltas; where several read it, all but the first return theirs in maps of their own, and a {@link Fork} adds them.
 */
final class Stack {

    final int blocks;
    final List<Layer> layers = new ArrayList<>();
    /** Which node each layer computes; empty for a fork. */
    final List<String> nodes = new ArrayList<>();

    final Maps images;
    final Maps logits;
    final Maps logitDeltas;
    private final Blueprint blueprint;
    private final BlockStep.Places places;
    private final long seed;
    private final Map<String, Maps> outputs = new HashMap<>();
    private final Map<String, Maps> deltas = new HashMap<>();
    private final Map<Edge, Maps> returned = new HashMap<>();

    /** That one node reads another. */
    private record Edge(String source, String reader) {}

    Stack(Blueprint blueprint, BlockStep.Places places, long seed, int blocks) {
        this.blueprint = blueprint;
        this.places = places;
        this.seed = seed;
        this.blocks = blocks;
        this.images = maps(blueprint.first(), reach(blueprint, blueprint.first()));
        outputs.put(blueprint.first().id(), images);
        List<Node> nodes = blueprint.nodes();
        for (Node node : nodes.subList(1, nodes.size() - 1)) {
            add(node);
        }
        String last = blueprint.last().inputs().get(0);
        this.logits = outputs.get(last);
        this.logitDeltas = deltas.get(last);
    }

    /**
     * Whether a network can be stacked: an activation has to be the only reader of what it writes over, which must not be
     * another activation, whose slope is known from its outputs; and a dense layer reads maps that lie side by side,
     * without the frame that a padded convolution needs.
     */
    static boolean fits(Blueprint blueprint) {
        return blueprint.nodes().stream().allMatch(node -> {
            boolean isRead = blueprint.targets(node.id()).size() > 1;
            boolean isWrittenOver =
                    blueprint.targets(node.id()).stream().anyMatch(reader -> reader.op() instanceof Op.Activation);
            boolean isFlattened =
                    blueprint.targets(node.id()).stream().anyMatch(reader -> reader.op() instanceof Op.Dense);
            boolean isKept = node.op() instanceof Op.Input || node.op() instanceof Op.Activation;
            return !(isWrittenOver && (isRead || isKept)) && !(isFlattened && isRead);
        });
    }

    /** About how many floats a stack takes: maps, deltas, and the layers' copies of the weights. */
    static long floats(Blueprint blueprint, int blocks) {
        long floats = 0;
        for (Node node : blueprint.nodes()) {
            Shape shape = blueprint.shape(node.id());
            long framed = blocks * Maps.floats(shape.channels(), shape.height(), shape.width(), reach(blueprint, node));
            long plain = blocks * Maps.floats(shape.channels(), shape.height(), shape.width(), Maps.Frame.NONE);
            int readers = blueprint.targets(node.id()).size();
            if (node.op() instanceof Op.Input) {
                floats += framed;
            } else if (!(node.op() instanceof Op.Softmax)) {
                boolean isInPlace = node.op() instanceof Op.Activation;
                floats += (isInPlace ? 0 : framed + plain) + Math.max(0, readers - 1) * plain;
                boolean remembers = node.op() instanceof Op.Dropout
                        || node.op() instanceof Op.Pool pool && pool.kind() == Pooling.MAX;
                floats += remembers ? plain : 0;
                // Packed for the way forward and for the way back, and their gradients with what they gather.
                Shape input = blueprint.shape(node.inputs().get(0));
                long parameters = node.op().parameters(input).total();
                floats += 3 * parameters + Math.min(parameters, GatheredGradient.MOST_FLOATS);
            }
        }
        return floats;
    }

    /** Where a node's outputs are, as long as no activation has written over them. */
    Maps output(String node) {
        return outputs.get(node);
    }

    private void put(String node, Layer layer) {
        layers.add(layer);
        nodes.add(node);
    }

    private void add(Node node) {
        String id = node.id();
        if (node.op() instanceof Op.Activation activation) {
            // Written over what it reads: nothing needs the sums any more.
            outputs.put(id, source(node));
            deltas.put(id, sourceDeltas(node));
            put(id, new Curve(activation.kind(), source(node), sourceDeltas(node)));
        } else {
            outputs.put(id, maps(node, reach(blueprint, node)));
            deltas.put(id, maps(node, Maps.Frame.NONE));
            put(id, layer(node, outputs.get(id), deltas.get(id)));
        }
        fork(node);
    }

    /** Decides where each reader of a node returns its deltas. */
    private void fork(Node node) {
        List<Maps> others = new ArrayList<>();
        for (Node reader : blueprint.targets(node.id())) {
            Edge edge = new Edge(node.id(), reader.id());
            if (returned.keySet().stream().noneMatch(known -> known.source.equals(node.id()))) {
                returned.put(edge, deltas.get(node.id()));
            } else {
                Maps other = maps(node, Maps.Frame.NONE);
                returned.put(edge, other);
                others.add(other);
            }
        }
        if (!others.isEmpty()) {
            put("", new Fork(deltas.get(node.id()), others));
        }
    }

    private Layer layer(Node node, Maps target, Maps targetDeltas) {
        String id = node.id();
        Maps source = source(node);
        Maps sourceDeltas = sourceDeltas(node);
        if (node.op() instanceof Op.Conv conv) {
            return convolution(node, conv, target, targetDeltas);
        }
        if (node.op() instanceof Op.Dense) {
            return new Convolution(
                    source.flat(),
                    sourceDeltas == null ? null : sourceDeltas.flat(),
                    target,
                    targetDeltas,
                    Window.CELL,
                    places.weight(id),
                    places.bias(id));
        }
        if (node.op() instanceof Op.Pool pool) {
            return new Pool(pool.kind(), source, sourceDeltas, target, targetDeltas, pool.window(), blocks);
        }
        if (node.op() instanceof Op.Subsample subsample) {
            return new Subsampling(
                    source, sourceDeltas, target, targetDeltas, subsample.window(), places.weight(id), places.bias(id));
        }
        if (node.op() instanceof Op.Lrn norm) {
            return new LocalNorm(norm, source, sourceDeltas, target, targetDeltas);
        }
        if (node.op() instanceof Op.GlobalPool) {
            return new GlobalMean(source, sourceDeltas, target, targetDeltas);
        }
        if (node.op() instanceof Op.BatchNorm norm) {
            return new Norm(
                    source,
                    sourceDeltas,
                    target,
                    targetDeltas,
                    new Norm.Place(places.weight(id), places.bias(id), places.mean(id), places.variance(id)),
                    norm.epsilon(),
                    norm.decay());
        }
        if (node.op() instanceof Op.Dropout dropout) {
            // Every node of a kind draws its own numbers.
            long own = seed + 31L * layers.size();
            return new Dropout(source, sourceDeltas, target, targetDeltas, dropout.rate(), own, blocks);
        }
        if (node.op() instanceof Op.Add) {
            List<Maps> asked = node.inputs().stream()
                    .map(input -> returned.get(new Edge(input, id)))
                    .filter(Objects::nonNull)
                    .toList();
            return new Sum(node.inputs().stream().map(outputs::get).toList(), asked, target, targetDeltas);
        }
        if (node.op() instanceof Op.Concat) {
            Concatenation whole = new Concatenation(target, targetDeltas);
            node.inputs().forEach(input -> whole.append(outputs.get(input), returned.get(new Edge(input, id))));
            return whole;
        }
        throw new IllegalStateException(
                "No layer on blocks is known for " + node.op().name());
    }

    private Layer convolution(Node node, Op.Conv conv, Maps target, Maps targetDeltas) {
        Maps source = source(node);
        Maps sourceDeltas = sourceDeltas(node);
        SparseKernels sparse =
                SparseKernels.of(conv, blueprint.shape(node.inputs().get(0)));
        SparseConvolution.Maker maker = (weight, bias) ->
                new Convolution(source, sourceDeltas, target, targetDeltas, conv.window(), weight, bias);
        int weight = places.weight(node.id());
        int bias = places.bias(node.id());
        return sparse == null
                ? maker.make(weight, bias)
                : new SparseConvolution(
                        sparse,
                        target.channels * source.channels * conv.window().area(),
                        target.channels,
                        weight,
                        bias,
                        maker);
    }

    private Maps source(Node node) {
        return outputs.get(node.inputs().get(0));
    }

    /** Where a node returns the deltas of what it reads first; {@code null} for images, which nobody changes. */
    private Maps sourceDeltas(Node node) {
        return returned.get(new Edge(node.inputs().get(0), node.id()));
    }

    private Maps maps(Node node, Maps.Frame frame) {
        Shape shape = blueprint.shape(node.id());
        return shape.isMaps()
                ? new Maps(shape.channels(), shape.height(), shape.width(), frame, blocks)
                : new Maps(shape.size(), 1, 1, Maps.Frame.NONE, blocks);
    }

    /** How far beyond the edge of a node's maps its readers reach. */
    private static Maps.Frame reach(Blueprint blueprint, Node node) {
        return blueprint.targets(node.id()).stream()
                .map(target -> {
                    if (target.op() instanceof Op.Activation) {
                        return reach(blueprint, target);
                    }
                    Window window = target.op().window();
                    return target.op() instanceof Op.Conv
                            ? new Maps.Frame(
                                    window.vertical().padding(),
                                    window.horizontal().padding())
                            : Maps.Frame.NONE;
                })
                .reduce(Maps.Frame.NONE, Maps.Frame::around);
    }
}
