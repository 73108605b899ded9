package org.convscope.ui.map.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayerConstraint;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Puts a graph with branches in layers, as ELK does: who reads stands to the right, branches stand above
 * each other in the network's order, and links pass beside boxes, never across.
 *
 * <p>Loading ELK's classes takes more than a second, so this is not for the FX thread.
 */
final class ElkLayers {

    private static final double BETWEEN_BRANCHES = 18;
    private static final double BETWEEN_LINES = 10;

    /** Links of the longest way through the graph are kept level before all others: blocks in a row stand in a line. */
    private static final int MAIN = 100;

    /** A link to the next layer is kept level rather than one that runs past layers. */
    private static final int STEP = 10;

    private static final int SHORTCUT = 1;

    private ElkLayers() {}

    static {
        // Teaches ELK to copy its own default values, without which it lays nothing out.
        LayoutMetaDataService.getInstance();
    }

    /** Places all boxes, at least {@code gap} points between layers. */
    static Graph.Placed place(Graph graph, double gap) {
        ElkNode root = root(gap);
        Map<String, ElkNode> nodes = new HashMap<>();
        Map<String, ElkPort> ports = new HashMap<>();
        for (Graph.Box box : graph.boxes()) {
            nodes.put(box.id(), node(root, box));
        }
        List<ElkEdge> edges = new ArrayList<>();
        Map<String, Integer> layers = layers(graph);
        Set<Graph.Link> longest = longest(graph, layers);
        for (Graph.Link link : graph.links()) {
            ElkNode from = nodes.get(link.from());
            ElkPort out = ports.computeIfAbsent(
                    link.from() + " out " + link.fromY(),
                    key -> port(from, PortSide.EAST, from.getWidth(), link.fromY()));
            ElkNode to = nodes.get(link.to());
            ElkPort in = ports.computeIfAbsent(
                    link.to() + " in " + link.toY(), key -> port(to, PortSide.WEST, 0, link.toY()));
            ElkEdge edge = ElkGraphUtil.createSimpleEdge(out, in);
            boolean isStep = layers.get(link.to()) - layers.get(link.from()) == 1;
            int straightness = longest.contains(link) ? MAIN : isStep ? STEP : SHORTCUT;
            edge.setProperty(LayeredOptions.PRIORITY_STRAIGHTNESS, straightness);
            edges.add(edge);
        }
        new LayeredLayoutProvider().layout(root, new BasicProgressMonitor());
        return new Graph.Placed(
                graph.boxes().stream()
                        .map(box -> nodes.get(box.id()))
                        .map(node -> new Point2D(node.getX(), node.getY()))
                        .toList(),
                edges.stream().map(ElkLayers::path).toList(),
                root.getWidth(),
                root.getHeight());
    }

    /** How many boxes have to stand before each, at least. */
    private static Map<String, Integer> layers(Graph graph) {
        Map<String, Integer> layers = new HashMap<>();
        graph.boxes().forEach(box -> layers.put(box.id(), 0));
        boolean isGrowing = true;
        while (isGrowing) {
            isGrowing = false;
            for (Graph.Link link : graph.links()) {
                int least = layers.get(link.from()) + 1;
                isGrowing |= least > layers.get(link.to());
                layers.merge(link.to(), least, Math::max);
            }
        }
        return layers;
    }

    /** The links of a longest way to the last box; of several, the first in the network's order. */
    private static Set<Graph.Link> longest(Graph graph, Map<String, Integer> layers) {
        Set<Graph.Link> way = new HashSet<>();
        Optional<String> end = graph.boxes().stream().map(Graph.Box::id).max(Comparator.comparing(layers::get));
        while (end.isPresent()) {
            String to = end.get();
            Optional<Graph.Link> before = graph.links().stream()
                    .filter(link -> link.to().equals(to) && layers.get(link.from()) == layers.get(to) - 1)
                    .findFirst();
            before.ifPresent(way::add);
            end = before.map(Graph.Link::from);
        }
        return way;
    }

    private static ElkNode root(double gap) {
        ElkNode root = ElkGraphUtil.createGraph();
        root.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
        root.setProperty(LayeredOptions.PADDING, new ElkPadding(0));
        root.setProperty(LayeredOptions.RANDOM_SEED, 1);
        root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        root.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
        root.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.NETWORK_SIMPLEX);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE, BETWEEN_BRANCHES);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE, BETWEEN_LINES);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE, BETWEEN_LINES);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, gap);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, gap / 2);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, BETWEEN_LINES / 2);
        return root;
    }

    private static ElkNode node(ElkNode root, Graph.Box box) {
        ElkNode node = ElkGraphUtil.createNode(root);
        node.setDimensions(box.width(), box.height());
        node.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
        if (box.side() != Graph.Side.ANY) {
            node.setProperty(
                    LayeredOptions.LAYERING_LAYER_CONSTRAINT,
                    box.side() == Graph.Side.FIRST ? LayerConstraint.FIRST : LayerConstraint.LAST);
        }
        return node;
    }

    private static ElkPort port(ElkNode node, PortSide side, double x, double y) {
        ElkPort port = ElkGraphUtil.createPort(node);
        port.setDimensions(0, 0);
        port.setLocation(x, y);
        port.setProperty(LayeredOptions.PORT_SIDE, side);
        return port;
    }

    private static List<Point2D> path(ElkEdge edge) {
        ElkEdgeSection section = List.copyOf(edge.getSections()).get(0);
        List<Point2D> path = new ArrayList<>();
        path.add(new Point2D(section.getStartX(), section.getStartY()));
        for (ElkBendPoint bend : List.copyOf(section.getBendPoints())) {
            path.add(new Point2D(bend.getX(), bend.getY()));
        }
        path.add(new Point2D(section.getEndX(), section.getEndY()));
        return path;
    }
}
