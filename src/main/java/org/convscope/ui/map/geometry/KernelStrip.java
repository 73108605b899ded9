package org.convscope.ui.map.geometry;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Rectangle2D;
import org.convscope.tensor.Cell;

/**
 * Where the kernels of one convolution map lie: each beside the source that it slides over.
 *
 * @param tiles a square for each of the source's maps, in order; none where they would be too small to be read
 * @param kernelSize values along a kernel's side; each becomes a whole number of points
 */
public record KernelStrip(List<Rectangle2D> tiles, int kernelSize) {

    private static final double SPACE = 5;
    private static final double LARGEST = 30;

    /** How much of the gap the kernels take; the rest is for the strands. */
    private static final double SHARE = 0.5;

    /** A kernel whose values are smaller than this many points says nothing. */
    private static final double SMALLEST_VALUE = 2;

    /** A weight that is pointed at: which source its kernel slides over, and where in the kernel it is. */
    public record Place(int source, Cell cell) {}

    public KernelStrip {
        tiles = List.copyOf(tiles);
    }

    /** The strip in the gap to the right of {@code source}. */
    public static KernelStrip between(Column source, Column target, int kernelSize) {
        boolean besideEach = source.grid().subColumns() == 1;
        double gap = target.bounds().getMinX() - source.bounds().getMaxX();
        double step = besideEach
                ? Math.max(source.grid().stepY(), source.grid().tileHeight())
                : source.bounds().getHeight() / source.count();
        double room = Math.min(LARGEST, Math.min(SHARE * gap, step - 2));
        double value = Math.floor(room / kernelSize);
        if (value < SMALLEST_VALUE) {
            return new KernelStrip(List.of(), kernelSize);
        }
        double side = value * kernelSize;
        double left = source.bounds().getMaxX() + SPACE;
        return new KernelStrip(
                IntStream.range(0, source.count())
                        .mapToObj(map -> {
                            double middle = besideEach
                                    ? (source.tile(map).getMinY()
                                                    + source.tile(map).getMaxY())
                                            / 2
                                    : source.bounds().getMinY() + (map + 0.5) * step;
                            return new Rectangle2D(left, Math.rint(middle - side / 2), side, side);
                        })
                        .toList(),
                kernelSize);
    }

    /** The weight at a point. */
    public Optional<Place> at(double x, double y) {
        return IntStream.range(0, tiles.size())
                .filter(source -> tiles.get(source).contains(x, y))
                .mapToObj(source -> {
                    Rectangle2D tile = tiles.get(source);
                    double value = tile.getWidth() / kernelSize;
                    int row = (int) ((y - tile.getMinY()) / value);
                    int column = (int) ((x - tile.getMinX()) / value);
                    return new Place(source, new Cell(Math.min(row, kernelSize - 1), Math.min(column, kernelSize - 1)));
                })
                .findFirst();
    }
}
