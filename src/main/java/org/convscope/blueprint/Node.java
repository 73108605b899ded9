package org.convscope.blueprint;

import java.util.List;
import java.util.Objects;

/**
 * One operation of a blueprint.
 *
 * @param id unique within the blueprint, for example {@code conv2}
 * @param op what it computes
 * @param inputs ids of the nodes that it reads, in order
 * @param block the block it belongs to, or empty
 */
public record Node(String id, Op op, List<String> inputs, String block) {

    public Node {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(op, "op");
        inputs = List.copyOf(inputs);
    }
}
