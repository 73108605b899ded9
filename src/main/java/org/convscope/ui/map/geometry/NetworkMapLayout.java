package org.convscope.ui.map.geometry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.geometry.Rectangle2D;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Node;
import org.convscope.tensor.Shape;
import org.convscope.ui.explore.Selection;

/**
 * Where every map of a network lies. A chain of layers stands in a row: one column for each node, from left
 * to right in the blueprint's order, so that each stands to the right of what it reads. A network with
 * branches or many blocks is composed of parts instead: some of its nodes are hidden in closed blocks.
 *
 * <p>In a row, tiles become as large as height and width allow; where the width does not even hold small ones, the
 * columns keep a readable size and the world becomes wider than the window.
 */
public final class NetworkMapLayout {

    private static final double LARGEST_MAP = 72;

    /** What stands farther from each other than this is not beside each other. */
    private static final double NEAR = 160;

    /** Points around a map that is composed. */
    private static final double MARGIN = 16;

    /** Points above and below the tallest column, for the rings around its maps. */
    private static final double EDGE = 4;

    /** Side of a map in a network that is wider than the window. */
    private static final double SCROLLING_MAP = 48;

    private final List<Column> columns;
    private final Map<String, Integer> places = new HashMap<>();
    private final Optional<Part> composed;
    private final Rectangle2D bounds;
    private final Detail detail;
    private final double width;
    private final double height;

    private NetworkMapLayout(
            List<Column> columns, Optional<Part> composed, Detail detail, double width, double height) {
        this.columns = List.copyOf(columns);
        this.composed = composed;
        this.detail = detail;
        this.width = width;
        this.height = columns.stream()
                .mapToDouble(column -> column.bounds().getMaxY() + EDGE)
                .reduce(height, Math::max);
        this.bounds = composed.isPresent()
                ? new Rectangle2D(0, 0, width, height)
                : columns.stream().map(Column::bounds).reduce(Rectangles::union).orElseThrow();
        columns.forEach(column -> places.put(column.node(), places.size()));
    }

    /** A map that is put together from parts, with a margin around everything. */
    public static NetworkMapLayout composed(Part part, double width, double height) {
        return new NetworkMapLayout(
                part.moved(MARGIN, MARGIN).columns(),
                Optional.of(part.moved(MARGIN, MARGIN)),
                Detail.FULL,
                width + 2 * MARGIN,
                height + 2 * MARGIN);
    }

    /** The same, with everything in other places. */
    NetworkMapLayout elsewhere(Part part) {
        return new NetworkMapLayout(part.columns(), Optional.of(part), detail, width, height);
    }

    /** Lays a network out for a space of {@code width} × {@code height} points. */
    public static NetworkMapLayout of(Blueprint blueprint, double width, double height, LabelWidths labels) {
        for (Detail detail : Detail.values()) {
            for (double cap = LARGEST_MAP; cap >= detail.smallestCap(); cap--) {
                Spacing spacing = new Spacing(blueprint, grids(blueprint, height, cap, labels), labels, detail);
                if (spacing.width() <= width) {
                    return placed(blueprint, spacing, width, height);
                }
            }
        }
        Spacing spacing = new Spacing(blueprint, grids(blueprint, height, SCROLLING_MAP, labels), labels, Detail.FULL);
        return placed(blueprint, spacing, spacing.width(), height);
    }

    /** All columns from left to right. */
    public List<Column> columns() {
        return columns;
    }

    /** The column of a node. */
    public Column column(String node) {
        return columns.get(place(node));
    }

    /** Which column a node has, from 0. */
    public int place(String node) {
        Integer place = places.get(node);
        if (place == null) {
            throw new IllegalArgumentException("No column for " + node);
        }
        return place;
    }

    /** How much stands above each column while nothing is enlarged. */
    public Detail detail() {
        return detail;
    }

    /** Width of the world, never below the width that was asked for. */
    public double width() {
        return width;
    }

    /** Height of the world; above the height that was asked for only if there are too many classes for it. */
    public double height() {
        return height;
    }

    /** The smallest rectangle that holds all columns, or all that is composed. */
    public Rectangle2D bounds() {
        return bounds;
    }

    /** Whether all nodes stand in one row under their headings. */
    public boolean isRow() {
        return composed.isEmpty();
    }

    /** Whether a node's maps are shown. */
    public boolean shows(String node) {
        return places.containsKey(node);
    }

    /** Blocks, each behind the one around it; none in a row. */
    public List<Card> cards() {
        return composed.map(Part::cards).orElse(List.of());
    }

    /** The card or frame of a block, if it is shown. */
    public Optional<Card> card(String block) {
        return cards().stream().filter(card -> card.block().equals(block)).findFirst();
    }

    /** What leads from one to the next; in a row, where strands show it, none. */
    public List<Route> routes() {
        return composed.map(Part::routes).orElse(List.of());
    }

    /** The room of a node that stands for itself in a composed map, with heading and legend. */
    public Optional<Rectangle2D> box(String node) {
        return composed.map(part -> part.boxes().get(node));
    }

    /** Whether nothing stands between two nodes, the second to the right of the first. */
    public boolean areNeighbours(String left, String right) {
        if (isRow()) {
            return place(right) == place(left) + 1;
        }
        return shows(left)
                && shows(right)
                && box(right).isPresent()
                && routes().stream()
                        .anyMatch(route -> route.from().equals(left)
                                && route.readers().contains(right)
                                && reaches(column(left), column(right), route));
    }

    /** Whether a route leads from edge to edge without passing anything. */
    private static boolean reaches(Column left, Column right, Route route) {
        double from = left.bounds().getMaxX();
        double to = right.bounds().getMinX();
        double level = route.points().get(0).getY();
        return to - from < NEAR && route.points().stream().allMatch(point -> Math.abs(point.getY() - level) < 1);
    }

    /** The innermost block at a point. */
    public Optional<Card> cardAt(double x, double y) {
        return cards().stream().filter(card -> card.bounds().contains(x, y)).reduce((outer, inner) -> inner);
    }

    /** The map at a point, with the value there; of units and classes without a cell, since they are one value. */
    public Optional<Selection> at(double x, double y) {
        for (Column column : columns) {
            OptionalInt tile = column.tileAt(x, y);
            if (tile.isPresent()) {
                int index = tile.getAsInt();
                return Optional.of(new Selection(
                        column.node(), index, column.kind() == Column.Kind.MAPS ? column.cellAt(index, x, y) : null));
            }
        }
        return Optional.empty();
    }

    private static List<TileGrid> grids(Blueprint blueprint, double outerHeight, double cap, LabelWidths labels) {
        double height = outerHeight - 2 * EDGE;
        TileGrid output = TileGrid.ofClasses(blueprint.classes(), height, labels.outputRow());
        String beforeOutput = blueprint.source(blueprint.last().id()).id();
        List<TileGrid> grids = new ArrayList<>();
        for (Node node : blueprint.nodes()) {
            Shape shape = blueprint.shape(node.id());
            if (Column.Kind.of(node, shape) == Column.Kind.CLASSES) {
                grids.add(output);
            } else if (Column.Kind.of(node, shape) == Column.Kind.MAPS) {
                grids.add(TileGrid.ofMaps(shape.channels(), TileGrid.aspect(shape), height, cap));
            } else if (node.id().equals(beforeOutput) && shape.size() == output.count()) {
                grids.add(TileGrid.beside(output));
            } else {
                grids.add(TileGrid.ofUnits(shape.size(), height));
            }
        }
        return grids;
    }

    private static NetworkMapLayout placed(Blueprint blueprint, Spacing spacing, double width, double height) {
        List<Column> columns = new ArrayList<>();
        List<Double> centres = spacing.centres(width);
        for (Node node : blueprint.nodes()) {
            Shape shape = blueprint.shape(node.id());
            TileGrid grid = spacing.grids().get(columns.size());
            double left = Math.rint(centres.get(columns.size()) - grid.width() / 2);
            // Beside the output, a unit stands at the middle of its row.
            double above = grid.rows() * grid.stepY() - (grid.stepY() - grid.tileHeight());
            double top = Math.max(EDGE, Math.floor((height - above) / 2));
            columns.add(
                    new Column(node.id(), Column.Kind.of(node, shape), grid, shape.height(), shape.width(), left, top));
        }
        return new NetworkMapLayout(columns, Optional.empty(), spacing.detail(), width, height);
    }
}
