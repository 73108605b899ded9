package org.convscope.ui.inspect;

import java.util.List;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Node;
import org.convscope.blueprint.Op;
import org.convscope.tensor.Cell;
import org.convscope.tensor.Shape;

/**
 * Where the inspector looks.
 *
 * @param blueprint the open network
 * @param node id of the node
 * @param channel map or unit, from 0
 * @param cell place in the map; the first for a unit
 */
public record Place(Blueprint blueprint, String node, int channel, Cell cell) {

    /** What the node computes. */
    public Op op() {
        return blueprint.node(node).op();
    }

    /** Output shape of the node. */
    public Shape shape() {
        return blueprint.shape(node);
    }

    /** Whether the node puts out feature maps, and not single units. */
    public boolean isMap() {
        return shape().isMaps();
    }

    /** Whether nothing is computed here. */
    public boolean isInput() {
        return blueprint.node(node).inputs().isEmpty();
    }

    /** Whether a unit stands for a class: logits and softmax. */
    public boolean isOfClasses() {
        return op() instanceof Op.Softmax
                || blueprint.targets(node).stream().anyMatch(target -> target.op() instanceof Op.Softmax);
    }

    /** The node that shows which units answer: the activation that follows, or the node itself. */
    public String answering() {
        List<Node> targets = blueprint.targets(node);
        if (op() instanceof Op.Activation || targets.size() != 1) {
            return node;
        }
        Place next = new Place(blueprint, targets.get(0).id(), channel, cell);
        if (next.op() instanceof Op.Activation) {
            return next.node;
        }
        return next.op() instanceof Op.BatchNorm ? next.answering() : node;
    }

    /** The node that learns what is seen here: itself, or the nearest before it; itself if there is none. */
    public String learning() {
        Node at = blueprint.node(node);
        while (!(at.op() instanceof Op.Conv || at.op() instanceof Op.Dense)) {
            if (at.inputs().isEmpty()) {
                return node;
            }
            at = blueprint.source(at.id());
        }
        return at.id();
    }

    /** Whether both are in the same node of the same network. */
    boolean isSameNode(Place other) {
        return blueprint.equals(other.blueprint) && node.equals(other.node);
    }

    /** The same map at another cell, kept within it. */
    public Place at(int row, int column) {
        return new Place(
                blueprint, node, channel, new Cell(clamp(row, shape().height()), clamp(column, shape().width())));
    }

    /** The next cell in reading order; after the last, the first. */
    public Place next() {
        int width = shape().width();
        int position = (cell.row() * width + cell.column() + 1) % (shape().height() * width);
        return at(position / width, position % width);
    }

    private static int clamp(int index, int length) {
        return Math.max(0, Math.min(length - 1, index));
    }
}
