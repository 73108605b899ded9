package org.convscope.ui.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Census;
import org.convscope.blueprint.Node;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.census.Comparison;
import org.convscope.blueprint.census.NodePair;
import org.convscope.tensor.Shape;

/**
 * Which layers stand under each other: a slot for each place in the networks, with each network's node there. Nodes of
 * networks that are drawn differently are paired as the census compares them.
 *
 * @param slots in the order of the networks
 */
record Slots(List<Slot> slots) {

    /**
     * One place.
     *
     * @param nodes id of the node of each network, empty where it has none
     * @param shapes shape of what each gives, empty likewise
     */
    record Slot(List<Optional<String>> nodes, List<Optional<Shape>> shapes) {

        Slot {
            nodes = List.copyOf(nodes);
            shapes = List.copyOf(shapes);
        }

        /** Whether a network gives here what the first gives, in the same shape. */
        boolean isAlike(int network) {
            return shapes.get(0).isPresent() && shapes.get(0).equals(shapes.get(network));
        }

        /** How many maps or units there are, of the network that has most. */
        int channels() {
            return shapes.stream()
                    .flatMap(Optional::stream)
                    .mapToInt(Shape::channels)
                    .max()
                    .orElse(0);
        }
    }

    Slots {
        slots = List.copyOf(slots);
    }

    /** The slots of these networks, in this order; the input, the output and what changes no value have none. */
    static Slots of(List<Blueprint> networks) {
        List<String[]> rows = new ArrayList<>();
        for (Node node : networks.isEmpty() ? List.<Node>of() : networks.get(0).nodes()) {
            String[] ids = new String[networks.size()];
            ids[0] = node.id();
            rows.add(ids);
        }
        for (int next = 1; next < networks.size(); next++) {
            insert(rows, next, networks);
        }
        return new Slots(rows.stream()
                .map(ids -> slot(ids, networks))
                .flatMap(Optional::stream)
                .toList());
    }

    /** How many there are. */
    int size() {
        return slots.size();
    }

    /** The same with a row more for each network but the first: of the nodes that it and the first have in one shape. */
    Slots withDifferences() {
        return new Slots(slots.stream().map(Slots::withDifferences).toList());
    }

    private static Slot withDifferences(Slot slot) {
        List<Optional<String>> nodes = new ArrayList<>(slot.nodes);
        List<Optional<Shape>> shapes = new ArrayList<>(slot.shapes);
        for (int network = 1; network < slot.nodes.size(); network++) {
            boolean isAlike = slot.isAlike(network);
            nodes.add(isAlike ? slot.nodes.get(0) : Optional.empty());
            shapes.add(isAlike ? slot.shapes.get(0) : Optional.empty());
        }
        return new Slot(nodes, shapes);
    }

    /** Where a node of a network stands; −1 if it has no slot. */
    int indexOf(int network, String node) {
        for (int i = 0; i < slots.size(); i++) {
            if (slots.get(i).nodes.get(network).filter(node::equals).isPresent()) {
                return i;
            }
        }
        return -1;
    }

    private static void insert(List<String[]> rows, int network, List<Blueprint> networks) {
        Comparison pairs = Comparison.of(Census.of(networks.get(0)), Census.of(networks.get(network)));
        int behind = 0;
        for (NodePair pair : pairs.nodes()) {
            Optional<String> first = pair.left().map(row -> row.node().id());
            Optional<String> other = pair.right().map(row -> row.node().id());
            if (first.isPresent()) {
                int at = find(rows, first.get());
                other.ifPresent(id -> rows.get(at)[network] = id);
                behind = at + 1;
            } else {
                String[] ids = new String[networks.size()];
                ids[network] = other.orElseThrow();
                rows.add(behind, ids);
                behind++;
            }
        }
    }

    private static int find(List<String[]> rows, String ofFirst) {
        for (int i = 0; i < rows.size(); i++) {
            if (ofFirst.equals(rows.get(i)[0])) {
                return i;
            }
        }
        throw new IllegalStateException("No row of " + ofFirst);
    }

    private static Optional<Slot> slot(String[] ids, List<Blueprint> networks) {
        List<Optional<String>> nodes =
                Arrays.stream(ids).map(Optional::ofNullable).toList();
        List<Optional<Shape>> shapes = new ArrayList<>();
        boolean isSeen = false;
        for (int i = 0; i < ids.length; i++) {
            Blueprint network = networks.get(i);
            shapes.add(nodes.get(i).map(network::shape));
            isSeen |=
                    nodes.get(i).map(network::node).filter(Slots::changesValues).isPresent();
        }
        return isSeen ? Optional.of(new Slot(nodes, shapes)) : Optional.empty();
    }

    private static boolean changesValues(Node node) {
        return !(node.op() instanceof Op.Input || node.op() instanceof Op.Softmax || node.op() instanceof Op.Dropout);
    }
}
