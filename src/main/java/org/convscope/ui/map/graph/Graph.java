package org.convscope.ui.map.graph;

import java.util.List;
import javafx.geometry.Point2D;

/**
 * Boxes and what leads from one to the next, to be put in place.
 *
 * @param boxes in the network's order
 * @param links in the network's order
 */
record Graph(List<Box> boxes, List<Link> links) {

    Graph {
        boxes = List.copyOf(boxes);
        links = List.copyOf(links);
    }

    /** Where a box has to stand. */
    enum Side {
        /** On the left edge: what comes in. */
        FIRST,
        /** Anywhere. */
        ANY,
        /** On the right edge: what goes out. */
        LAST
    }

    /** A box of which only the size matters. */
    record Box(String id, double width, double height, Side side) {}

    /**
     * A line from the right edge of a box to the left edge of another.
     *
     * @param from id of a box
     * @param fromY how far below the box's upper edge it leaves
     * @param to id of a box
     * @param toY how far below the box's upper edge it arrives
     */
    record Link(String from, double fromY, String to, double toY) {}

    /**
     * A graph in place.
     *
     * @param corners upper left corner of each box, in the graph's order
     * @param paths of each link, in the graph's order: level and upright pieces by turns, the ends included
     * @param width of all
     * @param height of all
     */
    record Placed(List<Point2D> corners, List<List<Point2D>> paths, double width, double height) {

        Placed {
            corners = List.copyOf(corners);
            paths = List.copyOf(paths);
        }
    }
}
