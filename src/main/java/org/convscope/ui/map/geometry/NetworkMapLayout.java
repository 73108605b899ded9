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
import org.convscope.blueprint.Op;
import org.convscope.tensor.Shape;
import org.convscope.ui.explore.Selection;

/**
 * Where every map of a network lies: one column for each node, from left to right in the blueprint's
 * order, so that each stands to the right of what it reads.
 *
 * <p>Tiles become as large as height and width allow; where the width does not even hold small ones, the
 * columns keep a readable size and the world becomes wider than the window.
 */
public final class NetworkMapLayout {

    private static final double LARGEST_MAP = 72;

    /** Points above and below the tallest column, for the rings around its maps. */
    private static final double EDGE = 4;

    /** Side of a map in a network that is wider than the window. */
    private static final double SCROLLING_MAP = 48;

    private final List<Column> columns;
    private final Map<String, Integer> places = new HashMap<>();
    private final Detail detail;
    private final double width;
    private final double height;

    private NetworkMapLayout(List<Column> columns, Detail detail, double width, double height) {
        this.columns = List.copyOf(columns);
        this.detail = detail;
        this.width = width;
        this.height = columns.stream()
                .mapToDouble(column -> column.bounds().getMaxY() + EDGE)
                .reduce(height, Math::max);
        columns.forEach(column -> places.put(column.node(), places.size()));
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

    /** The smallest rectangle that holds all columns. */
    public Rectangle2D bounds() {
        return columns.stream()
                .map(Column::bounds)
                .reduce(NetworkMapLayout::union)
                .orElseThrow();
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
            if (kind(node, shape) == Column.Kind.CLASSES) {
                grids.add(output);
            } else if (kind(node, shape) == Column.Kind.MAPS) {
                grids.add(TileGrid.ofMaps(shape.channels(), (double) shape.width() / shape.height(), height, cap));
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
            columns.add(new Column(node.id(), kind(node, shape), grid, shape.height(), shape.width(), left, top));
        }
        return new NetworkMapLayout(columns, spacing.detail(), width, height);
    }

    private static Column.Kind kind(Node node, Shape shape) {
        if (node.op() instanceof Op.Softmax) {
            return Column.Kind.CLASSES;
        }
        boolean single = shape.height() == 1 && shape.width() == 1;
        return shape.isMaps() && !single ? Column.Kind.MAPS : Column.Kind.UNITS;
    }

    private static Rectangle2D union(Rectangle2D a, Rectangle2D b) {
        double left = Math.min(a.getMinX(), b.getMinX());
        double top = Math.min(a.getMinY(), b.getMinY());
        return new Rectangle2D(
                left, top, Math.max(a.getMaxX(), b.getMaxX()) - left, Math.max(a.getMaxY(), b.getMaxY()) - top);
    }
}
