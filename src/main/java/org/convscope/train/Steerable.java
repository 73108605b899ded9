package org.convscope.train;

import java.util.List;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Node;
import org.convscope.blueprint.Op;
import org.convscope.problem.Problem;
import org.convscope.spec.Optimizer;
import org.convscope.spec.Steering;

/**
 * What can be steered of a network and its optimizer.
 *
 * @param optimizer that the run was begun with
 * @param hasDropout whether there is a dropout layer
 * @param learning ids of the nodes that learn something, in the network's order
 */
public record Steerable(Optimizer optimizer, boolean hasDropout, List<String> learning) {

    public Steerable {
        learning = List.copyOf(learning);
    }

    /** Of a network that learns by {@code optimizer}. */
    public static Steerable of(Blueprint blueprint, Optimizer optimizer) {
        return new Steerable(
                optimizer,
                blueprint.nodes().stream().anyMatch(node -> node.op() instanceof Op.Dropout),
                blueprint.nodes().stream()
                        .filter(node -> learns(blueprint, node))
                        .map(Node::id)
                        .toList());
    }

    /** Whether there is a momentum to change. */
    public boolean hasMomentum() {
        return optimizer instanceof Optimizer.Nesterov;
    }

    /** A Problem if something of it is not possible. */
    void check(Steering wanted) {
        if (wanted.momentum() != 0 && !hasMomentum()) {
            throw Problem.of("train.momentumOf", optimizer.id()).asException();
        }
        if (wanted.dropout().isPresent() && !hasDropout) {
            throw Problem.of("train.noDropout", wanted.dropout().getAsDouble()).asException();
        }
        for (String node : wanted.frozen()) {
            if (!learning.contains(node)) {
                throw Problem.of("train.frozen", node, String.join(", ", learning))
                        .asException();
            }
        }
    }

    private static boolean learns(Blueprint blueprint, Node node) {
        return !node.inputs().isEmpty()
                && node.op()
                                .parameters(blueprint.shape(
                                        blueprint.source(node.id()).id()))
                                .total()
                        > 0;
    }
}
