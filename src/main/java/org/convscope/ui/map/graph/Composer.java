package org.convscope.ui.map.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Node;
import org.convscope.ui.map.geometry.Card;
import org.convscope.ui.map.geometry.NetworkMapLayout;
import org.convscope.ui.map.geometry.Part;
import org.convscope.ui.map.geometry.Route;

/**
 * Puts a network together from blocks that are laid out each for itself. What a block reads enters at
 * its left edge, what it gives leaves at its right edge; so from outside an open block is a box like any
 * other, and a graph never has more boxes than one block holds.
 */
public final class Composer {

    /** Points between layers. */
    private static final double GAP = 34;

    // What comes in and goes out has a box of no size at the edge; no item begins with a blank.
    private static final String IN = " in ";
    private static final String OUT = " out ";

    private final Blueprint blueprint;
    private final BlockTree tree;
    private final Set<String> open;
    private final Sizes sizes;

    /** A box with what is in it, and where its links leave and arrive: how far below its upper edge. */
    private record Made(
            String item,
            double width,
            double height,
            Part part,
            Map<String, Double> entries,
            Map<String, Double> exits,
            double middle) {

        double entry(String source) {
            return entries.getOrDefault(source, middle);
        }

        double exit(String node) {
            return exits.getOrDefault(node, middle);
        }
    }

    private Composer(Blueprint blueprint, BlockTree tree, Set<String> open, double outputRow) {
        this.blueprint = blueprint;
        this.tree = tree;
        this.open = open;
        this.sizes = new Sizes(blueprint, tree, outputRow);
    }

    /**
     * Lays a network out.
     *
     * @param open ids of the blocks that show their layers
     * @param outputRow width of a row of the output
     */
    public static NetworkMapLayout compose(Blueprint blueprint, BlockTree tree, Set<String> open, double outputRow) {
        Made whole = new Composer(blueprint, tree, open, outputRow).inside(BlockTree.TOP, 0);
        return NetworkMapLayout.composed(whole.part, whole.width, whole.height);
    }

    /** Whether composing is a matter of moments, since nothing that is shown has branches. */
    public static boolean isQuick(Blueprint blueprint, BlockTree tree, Set<String> open) {
        Composer composer = new Composer(blueprint, tree, open, 1);
        return composer.isLine(BlockTree.TOP);
    }

    private boolean isLine(String block) {
        List<Made> boxes = new ArrayList<>();
        for (String item : tree.items(block)) {
            if (tree.isBlock(item) && open.contains(item) && !isLine(item)) {
                return false;
            }
            boxes.add(new Made(item, 1, 1, Part.empty(), Map.of(), Map.of(), 0));
        }
        return Line.fits(wired(boxes).graph);
    }

    private Made made(String item, int depth, int branches) {
        if (!tree.isBlock(item)) {
            Sizes.Room room = sizes.node(item, branches);
            Rectangle2D box = new Rectangle2D(0, 0, room.width(), room.height());
            Part part = new Part(List.of(room.column()), Map.of(item, box), List.of(), List.of());
            return new Made(item, room.width(), room.height(), part, Map.of(), Map.of(), room.middle());
        }
        Block block = tree.block(item);
        if (open.contains(item)) {
            return inside(item, depth + 1);
        }
        Sizes.Room room = sizes.card(block, branches);
        Card card = new Card(item, block.output(), false, depth, new Rectangle2D(0, 0, room.width(), room.height()));
        Part part = new Part(List.of(room.column()), Map.of(), List.of(card), List.of());
        return new Made(item, room.width(), room.height(), part, Map.of(), Map.of(), room.middle());
    }

    /** A block with its layers, or the whole network. */
    private Made inside(String block, int depth) {
        List<String> items = tree.items(block);
        Map<String, Integer> branches = Branches.of(blueprint, tree, items);
        List<Made> boxes = new ArrayList<>();
        for (String item : items) {
            boxes.add(made(item, depth, branches.get(item)));
        }
        Wired wired = wired(boxes);
        Graph graph = wired.graph;
        Graph.Placed placed = Line.fits(graph) ? Line.place(graph, GAP) : ElkLayers.place(graph, GAP);
        boolean isFramed = !block.equals(BlockTree.TOP);
        double top = isFramed ? Sizes.FRAME_TITLE : 0;
        double width = Math.max(placed.width(), isFramed ? sizes.frameTitle(tree.block(block)) : 0);
        double height = placed.height() + top + (isFramed ? Sizes.FRAME_EDGE : 0);
        Part part = Part.empty();
        if (isFramed) {
            Card frame =
                    new Card(block, tree.block(block).output(), true, depth - 1, new Rectangle2D(0, 0, width, height));
            part = new Part(List.of(), Map.of(), List.of(frame), List.of());
        }
        Map<String, Double> entries = new HashMap<>();
        Map<String, Double> exits = new HashMap<>();
        for (int i = 0; i < graph.boxes().size(); i++) {
            Graph.Box box = graph.boxes().get(i);
            Point2D corner = placed.corners().get(i);
            switch (box.side()) {
                case FIRST -> entries.put(box.id().substring(IN.length()), corner.getY() + top);
                case LAST -> exits.put(box.id().substring(OUT.length()), corner.getY() + top);
                case ANY -> part = part.with(made(boxes, box.id()).part.moved(corner.getX(), corner.getY() + top));
            }
        }
        part = part.with(new Part(List.of(), Map.of(), List.of(), routes(wired, placed, top, width)));
        return new Made(block, width, height, part, entries, exits, height / 2);
    }

    /**
     * The graph of a block's items.
     *
     * @param graph with what comes in and goes out
     * @param served by each link: which nodes read which
     */
    private record Wired(Graph graph, Map<Graph.Link, Map<String, List<String>>> served) {}

    private Wired wired(List<Made> boxes) {
        Map<String, Made> home = new HashMap<>();
        for (Made box : boxes) {
            nodes(box.item).forEach(node -> home.put(node, box));
        }
        Map<String, Graph.Box> sources = new LinkedHashMap<>();
        Map<String, Graph.Box> results = new LinkedHashMap<>();
        Map<Graph.Link, Map<String, List<String>>> served = new LinkedHashMap<>();
        for (Node node : blueprint.nodes()) {
            Made to = home.get(node.id());
            for (String input : node.inputs()) {
                Made from = home.get(input);
                Graph.Link link = null;
                if (to != null && from == null) {
                    sources.put(input, new Graph.Box(IN + input, 0, 0, Graph.Side.FIRST));
                    link = new Graph.Link(IN + input, 0, to.item, to.entry(input));
                } else if (to != null && !from.item.equals(to.item)) {
                    link = new Graph.Link(from.item, from.exit(input), to.item, to.entry(input));
                } else if (to == null && from != null) {
                    results.put(input, new Graph.Box(OUT + input, 0, 0, Graph.Side.LAST));
                    link = new Graph.Link(from.item, from.exit(input), OUT + input, 0);
                }
                if (link != null) {
                    served.computeIfAbsent(link, key -> new LinkedHashMap<>())
                            .computeIfAbsent(input, key -> new ArrayList<>())
                            .add(node.id());
                }
            }
        }
        List<Graph.Box> all = new ArrayList<>(sources.values());
        boxes.forEach(box -> all.add(new Graph.Box(box.item, box.width, box.height, Graph.Side.ANY)));
        all.addAll(results.values());
        return new Wired(new Graph(all, List.copyOf(served.keySet())), served);
    }

    private static List<Route> routes(Wired wired, Graph.Placed placed, double top, double width) {
        List<Route> routes = new ArrayList<>();
        for (int i = 0; i < placed.paths().size(); i++) {
            Graph.Link link = wired.graph.links().get(i);
            List<Point2D> points = new ArrayList<>();
            placed.paths().get(i).forEach(point -> points.add(point.add(0, top)));
            Point2D end = points.get(points.size() - 1);
            if (link.to().startsWith(OUT) && end.getX() < width) {
                // A frame that is wider than its layers, for its title's sake, is left at its own edge.
                points.set(points.size() - 1, new Point2D(width, end.getY()));
            }
            wired.served.get(link).forEach((from, readers) -> routes.add(new Route(from, readers, points)));
        }
        return routes;
    }

    private List<String> nodes(String item) {
        return tree.isBlock(item) ? tree.block(item).nodes() : List.of(item);
    }

    private static Made made(List<Made> boxes, String item) {
        return boxes.stream().filter(box -> box.item.equals(item)).findFirst().orElseThrow();
    }
}
