package org.convscope.ui.map.graph;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;

/** Puts a graph without branches in a line: every link is level. */
final class Line {

    private Line() {}

    /** Whether each box is read by the next and by no other. */
    static boolean fits(Graph graph) {
        if (graph.links().size() != graph.boxes().size() - 1) {
            return false;
        }
        for (int i = 0; i < graph.links().size(); i++) {
            Graph.Link link = graph.links().get(i);
            boolean leadsOn = link.from().equals(graph.boxes().get(i).id())
                    && link.to().equals(graph.boxes().get(i + 1).id());
            if (!leadsOn) {
                return false;
            }
        }
        return true;
    }

    /** The boxes from left to right, {@code gap} points between them. */
    static Graph.Placed place(Graph graph, double gap) {
        List<Double> tops = new ArrayList<>(List.of(0.0));
        for (Graph.Link link : graph.links()) {
            tops.add(tops.get(tops.size() - 1) + link.fromY() - link.toY());
        }
        double highest = tops.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        List<Point2D> corners = new ArrayList<>();
        List<List<Point2D>> paths = new ArrayList<>();
        double x = 0;
        double height = 0;
        for (int i = 0; i < graph.boxes().size(); i++) {
            Graph.Box box = graph.boxes().get(i);
            double top = Math.rint(tops.get(i) - highest);
            corners.add(new Point2D(x, top));
            height = Math.max(height, top + box.height());
            x += box.width();
            if (i < graph.links().size()) {
                double y = top + graph.links().get(i).fromY();
                paths.add(List.of(new Point2D(x, y), new Point2D(x + gap, y)));
                x += gap;
            }
        }
        return new Graph.Placed(corners, paths, x, height);
    }
}
