package org.convscope.ui.map.geometry;

import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/**
 * That one map is computed from another.
 *
 * @param from node that is read
 * @param fromMap its map or unit
 * @param to node that reads
 * @param toMap its map or unit
 */
public record Strand(String from, int fromMap, String to, int toMap) {

    /** From the middle of its source's right side to the middle of its target's left side. */
    public Curve curve(NetworkMapLayout layout) {
        Rectangle2D source = layout.column(from).tile(fromMap);
        Rectangle2D target = layout.column(to).tile(toMap);
        return new Curve(
                new Point2D(source.getMaxX(), (source.getMinY() + source.getMaxY()) / 2),
                new Point2D(target.getMinX(), (target.getMinY() + target.getMaxY()) / 2));
    }
}
