package org.convscope.ui.map.geometry;

import java.util.List;
import javafx.geometry.Point2D;

/**
 * How the way from one node to those that read it runs past other boxes; where it enters or leaves an open
 * block, one route ends and the next begins.
 *
 * @param from the node that is read
 * @param readers the nodes that are reached by it
 * @param points level and upright pieces by turns, from left to right
 */
public record Route(String from, List<String> readers, List<Point2D> points) {

    public Route {
        readers = List.copyOf(readers);
        points = List.copyOf(points);
    }

    /** Whether what this node reads or gives runs along it. */
    public boolean serves(String node) {
        return from.equals(node) || readers.contains(node);
    }

    Route moved(double right, double down) {
        return new Route(
                from,
                readers,
                points.stream().map(point -> point.add(right, down)).toList());
    }
}
