package org.convscope.blueprint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.convscope.problem.Problem;
import org.convscope.tensor.Shape;

/**
 * A checked drawing of a network: nodes in an order in which each comes after its inputs, every
 * shape known. The first node is the input, the last a softmax over the classes.
 */
public final class Blueprint {

    private final String network;
    private final Options options;
    private final Initialisation initialisation;
    private final Map<String, Node> nodes;
    private final Map<String, Shape> shapes;
    private final Set<String> signed = new HashSet<>();

    private Blueprint(Drawing drawing) {
        this.network = drawing.network;
        this.options = drawing.options;
        this.initialisation = drawing.initialisation;
        this.nodes = new LinkedHashMap<>(drawing.nodes);
        this.shapes = new LinkedHashMap<>(drawing.shapes);
        for (Node node : nodes.values()) {
            if (node.op().signed(node.inputs().stream().anyMatch(signed::contains))) {
                signed.add(node.id());
            }
        }
    }

    private Blueprint(Blueprint same, String network) {
        this.network = network;
        this.options = same.options;
        this.initialisation = same.initialisation;
        this.nodes = same.nodes;
        this.shapes = same.shapes;
        this.signed.addAll(same.signed);
    }

    /** Begins a drawing of the architecture {@code network} for images of this shape. */
    public static Drawing draw(String network, Options options, Shape input) {
        return new Drawing(network, options, input);
    }

    /** The same drawing in the name of another architecture, which drew it by this one's hand. */
    public Blueprint inTheNameOf(String architecture) {
        return new Blueprint(this, architecture);
    }

    /** Id of the architecture in the zoo. */
    public String network() {
        return network;
    }

    /** The choices it was drawn with. */
    public Options options() {
        return options;
    }

    /** How its weights begin. */
    public Initialisation initialisation() {
        return initialisation;
    }

    /** All nodes, each after its inputs. */
    public List<Node> nodes() {
        return List.copyOf(nodes.values());
    }

    /** Whether there is a node of this id. */
    public boolean has(String id) {
        return nodes.containsKey(id);
    }

    /** The node of this id; a Problem that lists the ids if there is none. */
    public Node node(String id) {
        if (!has(id)) {
            throw Problem.of("blueprint.noNode", id, String.join(", ", nodes.keySet()))
                    .asException();
        }
        return nodes.get(id);
    }

    /** Output shape of a node for one image. */
    public Shape shape(String id) {
        return shapes.get(node(id).id());
    }

    /** Whether values of a node may have both signs: a matter of its drawing, never of the moment. */
    public boolean signed(String id) {
        return signed.contains(node(id).id());
    }

    /** Shape of the image that goes in. */
    public Shape input() {
        return shapes.get(first().id());
    }

    /** Number of classes that come out. */
    public int classes() {
        return shapes.get(last().id()).size();
    }

    /** Means and variances that batch norms keep beside the parameters, and training does not descend on. */
    public long runningStatistics() {
        return nodes.values().stream()
                .filter(node -> node.op() instanceof Op.BatchNorm)
                .mapToLong(node -> 2L * shape(node.id()).channels())
                .sum();
    }

    /** The input node. */
    public Node first() {
        return nodes.values().iterator().next();
    }

    /** The softmax node. */
    public Node last() {
        List<Node> all = nodes();
        return all.get(all.size() - 1);
    }

    /** The first input of a node, which is its only one unless the node merges. */
    public Node source(String id) {
        return node(node(id).inputs().get(0));
    }

    /** The nodes that read this one. */
    public List<Node> targets(String id) {
        return nodes.values().stream()
                .filter(node -> node.inputs().contains(id))
                .toList();
    }

    /** The activation that a node's values go through next, with nothing or a batch norm between. */
    public Optional<Node> activationAfter(String id) {
        List<Node> targets = targets(id);
        if (targets.size() != 1) {
            return Optional.empty();
        }
        Node next = targets.get(0);
        if (next.op() instanceof Op.Activation) {
            return Optional.of(next);
        }
        return next.op() instanceof Op.BatchNorm ? activationAfter(next.id()) : Optional.empty();
    }

    @Override
    public String toString() {
        return network + " " + options + " on " + input();
    }

    /** A blueprint in the making: each node is checked as it is drawn. */
    public static final class Drawing {

        private final String network;
        private final Options options;
        private final Map<String, Node> nodes = new LinkedHashMap<>();
        private final Map<String, Shape> shapes = new LinkedHashMap<>();
        private Initialisation initialisation = Initialisation.XAVIER;
        private String pen;
        private String block = "";

        private Drawing(String network, Options options, Shape input) {
            this.network = network;
            this.options = options;
            add("input", new Op.Input(input), List.of());
        }

        /** The choices it is drawn with. */
        public Options options() {
            return options;
        }

        /** Weights will begin like this. */
        public Drawing beginning(Initialisation wanted) {
            initialisation = wanted;
            return this;
        }

        /** Nodes drawn from now on belong to this block; empty for none. */
        public Drawing inBlock(String name) {
            block = name;
            return this;
        }

        /** A node that reads the one drawn before. */
        public Drawing then(String id, Op op) {
            return add(id, op, List.of(pen));
        }

        /** A node that reads the named ones. */
        public Drawing join(String id, Op op, String... inputs) {
            return add(id, op, List.of(inputs));
        }

        /** The finished drawing. */
        public Blueprint done() {
            if (!(nodes.get(pen).op() instanceof Op.Softmax)) {
                throw new IllegalStateException("A blueprint ends in a softmax, not in " + pen);
            }
            return new Blueprint(this);
        }

        private Drawing add(String id, Op op, List<String> inputs) {
            List<Shape> inputShapes = new ArrayList<>();
            for (String input : inputs) {
                Shape shape = shapes.get(input);
                if (shape == null) {
                    throw new IllegalStateException(id + " reads " + input + ", which is not drawn yet");
                }
                inputShapes.add(shape);
            }
            if (nodes.put(id, new Node(id, op, inputs, block)) != null) {
                throw new IllegalStateException("Two nodes are called " + id);
            }
            shapes.put(id, op.outputShape(inputShapes));
            pen = id;
            return this;
        }
    }
}
