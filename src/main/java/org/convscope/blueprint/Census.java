package org.convscope.blueprint;

import java.util.List;
import java.util.Map;
import org.convscope.tensor.Shape;

/** What a blueprint costs: node by node and as a whole, for one image. */
public record Census(List<Row> rows) {

    /**
     * One node's costs.
     *
     * @param node the node
     * @param output its output shape
     * @param parameters its trainable parameters, with their arithmetic
     * @param macs multiply-adds for one image
     * @param activationBytes bytes of its output as 32-bit floats
     * @param receptiveField input pixels that one of its values sees
     */
    public record Row(
            Node node,
            Shape output,
            Count parameters,
            long macs,
            long activationBytes,
            ReceptiveField receptiveField) {}

    public Census {
        rows = List.copyOf(rows);
    }

    /** Counts a blueprint. */
    public static Census of(Blueprint blueprint) {
        Map<String, ReceptiveField> fields = ReceptiveField.of(blueprint);
        return new Census(blueprint.nodes().stream()
                .map(node -> {
                    Shape output = blueprint.shape(node.id());
                    Shape input = node.inputs().isEmpty()
                            ? output
                            : blueprint.shape(node.inputs().get(0));
                    return new Row(
                            node,
                            output,
                            node.op().parameters(input),
                            node.op().macs(input, output),
                            (long) output.size() * Float.BYTES,
                            fields.get(node.id()));
                })
                .toList());
    }

    /** Trainable parameters of the whole network. LeNet: 61,706. */
    public long parameters() {
        return rows.stream().mapToLong(row -> row.parameters().total()).sum();
    }

    /** Multiply-adds for one image. LeNet: 416,520. */
    public long macs() {
        return rows.stream().mapToLong(Row::macs).sum();
    }

    /** Bytes of all outputs for one image. */
    public long activationBytes() {
        return rows.stream().mapToLong(Row::activationBytes).sum();
    }

    /** The row of a node. */
    public Row row(String id) {
        return rows.stream()
                .filter(row -> row.node().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No node " + id));
    }
}
