package org.convscope.spec;

import java.util.Objects;
import org.convscope.tensor.Cell;

/**
 * Where a person looks.
 *
 * @param subject the image
 * @param node id of the node
 * @param channel feature map or unit of the node, from 0
 * @param cell place in the map
 */
public record Focus(Subject subject, String node, int channel, Cell cell) {

    public Focus {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(node, "node");
        Objects.requireNonNull(cell, "cell");
    }

    /** The whole of a node, beginning with its first map's first cell. */
    public static Focus on(Subject subject, String node) {
        return new Focus(subject, node, 0, new Cell(0, 0));
    }

    /** The same place for another image. */
    public Focus of(Subject other) {
        return new Focus(other, node, channel, cell);
    }

    /** The same image and node, another map and cell. */
    public Focus at(int otherChannel, Cell otherCell) {
        return new Focus(subject, node, otherChannel, otherCell);
    }
}
