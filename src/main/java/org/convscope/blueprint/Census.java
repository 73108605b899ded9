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
     * @param multiplyAdds its multiply-adds for one image, with their arithmetic
     * @param activationBytes bytes of its output as 32-bit floats
     * @param receptiveField input pixels that one of its values sees
     */
    public record Row(
            Node node,
            Shape output,
            Count parameters,
            Count multiplyAdds,
            long activationBytes,
            ReceptiveField receptiveField) {

        /** Multiply-adds for one image. */
        public long macs() {
            return multiplyAdds.total();
        }

        /** Bytes of its parameters as 32-bit floats. */
        public long parameterBytes() {
            return parameters.total() * Float.BYTES;
        }
    }

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
                            node.op().multiplyAdds(input, output),
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

    /** Bytes of all parameters as 32-bit floats. LeNet: 246,824. */
    public long parameterBytes() {
        return parameters() * Float.BYTES;
    }

    /**
     * Bytes that a step on so many images cannot do without: parameters and their gradients, and for each image the
     * outputs of all nodes and their gradients. What an optimizer remembers, and room to work in, come on top.
     */
    public long trainingBytes(int images) {
        return 2 * (parameterBytes() + images * activationBytes());
    }

    /** Nodes with parameters: what a paper counts as layers, and each batch norm. */
    public long layers() {
        return rows.stream().filter(row -> row.parameters().total() > 0).count();
    }

    /** The receptive field of the last node that does not see the whole image. LeNet: 16, of {@code pool2}. */
    public ReceptiveField receptiveField() {
        return rows.stream()
                .map(Row::receptiveField)
                .filter(field -> !field.whole())
                .reduce((before, next) -> next)
                .orElse(ReceptiveField.PIXEL);
    }

    /** The row of a node. */
    public Row row(String id) {
        return rows.stream()
                .filter(row -> row.node().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No node " + id));
    }
}
