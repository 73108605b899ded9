package org.convscope.ui.explore;

import java.util.Objects;
import org.convscope.spec.Focus;
import org.convscope.spec.Subject;
import org.convscope.tensor.Cell;

/**
 * A map that is pointed at, and perhaps a place in it.
 *
 * @param node id of the node
 * @param channel map or unit, from 0
 * @param cell place in the map, or {@code null} for the map as a whole
 */
public record Selection(String node, int channel, Cell cell) {

    public Selection {
        Objects.requireNonNull(node, "node");
    }

    /** A map as a whole. */
    public static Selection of(String node, int channel) {
        return new Selection(node, channel, null);
    }

    /** Whether it points into a map. */
    public boolean hasCell() {
        return cell != null;
    }

    /** Whether both are the same map, wherever in it they point. */
    public boolean isSameMap(Selection other) {
        return other != null && node.equals(other.node) && channel == other.channel;
    }

    /** The place for a probe; the first cell where none is chosen. */
    public Focus on(Subject subject) {
        return new Focus(subject, node, channel, cell == null ? new Cell(0, 0) : cell);
    }
}
