package org.convscope.ui.map.geometry;

import javafx.geometry.Rectangle2D;

/**
 * A block as it lies on the map: closed, a card that shows what the block gives; open, a frame around its
 * layers.
 *
 * @param block id of the block
 * @param output the node whose maps the closed card shows
 * @param isOpen whether its layers are shown
 * @param depth blocks around it
 * @param bounds where it lies
 */
public record Card(String block, String output, boolean isOpen, int depth, Rectangle2D bounds) {

    /** The same card, lying elsewhere. */
    Card at(Rectangle2D place) {
        return new Card(block, output, isOpen, depth, place);
    }

    Card moved(double right, double down) {
        return at(Rectangles.moved(bounds, right, down));
    }
}
