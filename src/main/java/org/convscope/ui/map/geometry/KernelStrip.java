package org.convscope.ui.map.geometry;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Rectangle2D;
import org.convscope.blueprint.Window;
import org.convscope.tensor.Cell;

/**
 * Where the kernels of one convolution map lie: each beside the source that it slides over.
 *
 * @param tiles a rectangle for each of the source's maps, in order; none where they would be too small to be read
 * @param rows values of a kernel from top to bottom
 * @param columns values of a kernel from left to right; each becomes a whole number of points wide
 */
public record KernelStrip(List<Rectangle2D> tiles, int rows, int columns) {

    private static final double SPACE = 5;
    private static final double LARGEST = 30;

    /** How much of the gap the kernels take; the rest is for the strands. */
    private static final double SHARE = 0.5;

    /** A kernel whose values are smaller than this many points says nothing. */
    private static final double SMALLEST_VALUE = 2;

    /** The values of a kernel of one row are at least so high, where there is room. */
    private static final double SMALLEST_ROW = 10;

    /** A weight that is pointed at: which source its kernel slides over, and where in the kernel it is. */
    public record Place(int source, Cell cell) {}

    public KernelStrip {
        tiles = List.copyOf(tiles);
    }

    /** The strip in the gap to the right of {@code source}. */
    public static KernelStrip between(Column source, Column target, Window kernel) {
        boolean besideEach = source.grid().subColumns() == 1;
        double gap = target.bounds().getMinX() - source.bounds().getMaxX();
        double step = besideEach
                ? Math.max(source.grid().stepY(), source.grid().tileHeight())
                : source.bounds().getHeight() / source.count();
        double value = Math.floor(Math.min(
                Math.min(LARGEST, SHARE * gap) / kernel.width(), Math.min(LARGEST, step - 2) / kernel.height()));
        if (value < SMALLEST_VALUE) {
            return new KernelStrip(List.of(), kernel.height(), kernel.width());
        }
        double wide = value * kernel.width();
        boolean isRow = kernel.height() == 1;
        double high = isRow ? Math.max(value, Math.min(SMALLEST_ROW, step - 2)) : value * kernel.height();
        double left = source.bounds().getMaxX() + SPACE;
        return new KernelStrip(
                IntStream.range(0, source.count())
                        .mapToObj(map -> {
                            double middle = besideEach
                                    ? (source.tile(map).getMinY()
                                                    + source.tile(map).getMaxY())
                                            / 2
                                    : source.bounds().getMinY() + (map + 0.5) * step;
                            return new Rectangle2D(left, Math.rint(middle - high / 2), wide, high);
                        })
                        .toList(),
                kernel.height(),
                kernel.width());
    }

    /** The weight at a point. */
    public Optional<Place> at(double x, double y) {
        return IntStream.range(0, tiles.size())
                .filter(source -> tiles.get(source).contains(x, y))
                .mapToObj(source -> {
                    Rectangle2D tile = tiles.get(source);
                    int row = (int) ((y - tile.getMinY()) * rows / tile.getHeight());
                    int column = (int) ((x - tile.getMinX()) * columns / tile.getWidth());
                    return new Place(source, new Cell(Math.min(row, rows - 1), Math.min(column, columns - 1)));
                })
                .findFirst();
    }
}
