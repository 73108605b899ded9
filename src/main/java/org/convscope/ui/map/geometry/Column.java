package org.convscope.ui.map.geometry;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.geometry.Rectangle2D;
import org.convscope.blueprint.Node;
import org.convscope.blueprint.Op;
import org.convscope.tensor.Cell;
import org.convscope.tensor.Shape;

/**
 * Where the maps or units of one node lie: from top to bottom, then on with the next sub-column.
 *
 * @param node id of the node
 * @param kind what its tiles are
 * @param grid how its tiles are arranged
 * @param mapHeight rows of values in a tile
 * @param mapWidth columns of values in a tile
 * @param left left edge of the first tile
 * @param top upper edge of the first tile
 */
public record Column(String node, Kind kind, TileGrid grid, int mapHeight, int mapWidth, double left, double top) {

    /** What a column is made of. */
    public enum Kind {
        /** Feature maps, or the image's channels. */
        MAPS,
        /** Single values: a dense layer's units. */
        UNITS,
        /** The output's rows, one for each class shown. */
        CLASSES;

        /** What a node's tiles are. */
        public static Kind of(Node node, Shape shape) {
            if (node.op() instanceof Op.Softmax) {
                return CLASSES;
            }
            boolean single = shape.height() == 1 && shape.width() == 1;
            return shape.isMaps() && !single ? MAPS : UNITS;
        }
    }

    Column moved(double right, double down) {
        return new Column(node, kind, grid, mapHeight, mapWidth, left + right, top + down);
    }

    /** The same, enlarged or made smaller to fill a rectangle. */
    Column within(Rectangle2D place) {
        TileGrid filling = grid.times(place.getWidth() / grid.width(), place.getHeight() / grid.height());
        return new Column(node, kind, filling, mapHeight, mapWidth, place.getMinX(), place.getMinY());
    }

    /** Whether each tile is a curve: a map of one row, such as of a signal. */
    public boolean isOfCurves() {
        return kind == Kind.MAPS && mapHeight == 1;
    }

    /** Number of tiles. */
    public int count() {
        return grid.count();
    }

    /** The smallest rectangle that holds all tiles. */
    public Rectangle2D bounds() {
        return new Rectangle2D(left, top, grid.width(), grid.height());
    }

    /** Where the middle of its heading is. */
    public double centreX() {
        return left + grid.width() / 2;
    }

    /** Where one tile lies. */
    public Rectangle2D tile(int index) {
        return new Rectangle2D(
                left + index / grid.rows() * grid.stepX(),
                top + index % grid.rows() * grid.stepY(),
                grid.tileWidth(),
                grid.tileHeight());
    }

    /** Where all tiles lie, in order. */
    public List<Rectangle2D> tiles() {
        return IntStream.range(0, count()).mapToObj(this::tile).toList();
    }

    /** What gets an edge around it: each map, and the units of a sub-column together. */
    public List<Rectangle2D> frames() {
        if (kind != Kind.UNITS || grid.stepY() > grid.tileHeight()) {
            return tiles();
        }
        return IntStream.range(0, grid.subColumns())
                .mapToObj(strip -> {
                    Rectangle2D first = tile(strip * grid.rows());
                    Rectangle2D last = tile(Math.min(count(), (strip + 1) * grid.rows()) - 1);
                    return new Rectangle2D(
                            first.getMinX(), first.getMinY(), first.getWidth(), last.getMaxY() - first.getMinY());
                })
                .toList();
    }

    /** The tile at a point; none between tiles. */
    public OptionalInt tileAt(double x, double y) {
        int subColumn = (int) Math.floor((x - left) / grid.stepX());
        int row = (int) Math.floor((y - top) / grid.stepY());
        int index = subColumn * grid.rows() + row;
        boolean within = subColumn >= 0 && row >= 0 && row < grid.rows() && index < count();
        return within && tile(index).contains(x, y) ? OptionalInt.of(index) : OptionalInt.empty();
    }

    /** The value at a point of a tile. */
    public Cell cellAt(int index, double x, double y) {
        Rectangle2D tile = tile(index);
        return new Cell(
                cell(y - tile.getMinY(), tile.getHeight(), mapHeight),
                cell(x - tile.getMinX(), tile.getWidth(), mapWidth));
    }

    /** Where some rows and columns of a tile's values lie; they may hang over its edges. */
    public Rectangle2D cells(int index, Cell first, int rows, int columns) {
        Rectangle2D tile = tile(index);
        double high = tile.getHeight() / mapHeight;
        double wide = tile.getWidth() / mapWidth;
        return new Rectangle2D(
                tile.getMinX() + first.column() * wide,
                tile.getMinY() + first.row() * high,
                columns * wide,
                rows * high);
    }

    private static int cell(double offset, double length, int cells) {
        return Math.max(0, Math.min(cells - 1, (int) (offset * cells / length)));
    }
}
