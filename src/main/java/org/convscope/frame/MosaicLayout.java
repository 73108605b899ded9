package org.convscope.frame;

import java.util.OptionalInt;
import org.convscope.tensor.Cell;
import org.convscope.tensor.Plane;

/**
 * Where the planes of a {@link Mosaic} lie in one picture, row by row, and the painting of that picture.
 * Enlarging takes the nearest value: every value stays a square of one colour.
 *
 * @param planes number of planes
 * @param planeHeight rows of a plane
 * @param planeWidth columns of a plane
 * @param columns planes beside each other, at least 1
 * @param tileHeight pixels from a plane's top to its bottom, at least 1
 * @param tileWidth pixels from a plane's left to its right, at least 1
 * @param gap transparent pixels between neighbours
 */
public record MosaicLayout(
        int planes, int planeHeight, int planeWidth, int columns, int tileHeight, int tileWidth, int gap) {

    public MosaicLayout {
        if (planes < 1 || planeHeight < 1 || planeWidth < 1) {
            throw new IllegalArgumentException(planes + " planes of " + planeHeight + "×" + planeWidth);
        }
        if (columns < 1 || tileHeight < 1 || tileWidth < 1 || gap < 0) {
            throw new IllegalArgumentException(
                    columns + " columns of " + tileHeight + "×" + tileWidth + " and gaps of " + gap);
        }
    }

    /**
     * The layout that explains itself, one pixel a value: kernels with inputs across and outputs down, all
     * else about as wide as high.
     */
    public static MosaicLayout of(Mosaic mosaic) {
        int inputs =
                mosaic.values().shape().rank() == 4 ? mosaic.values().shape().length(1) : 1;
        return of(mosaic, inputs > 1 ? inputs : (int) Math.ceil(Math.sqrt(mosaic.planes())));
    }

    /** One pixel a value, no gaps, so many planes beside each other. */
    public static MosaicLayout of(Mosaic mosaic, int columns) {
        Plane plane = mosaic.plane(0);
        return new MosaicLayout(
                mosaic.planes(), plane.height(), plane.width(), columns, plane.height(), plane.width(), 0);
    }

    /** The same with other gaps. */
    public MosaicLayout withGap(int pixels) {
        return new MosaicLayout(planes, planeHeight, planeWidth, columns, tileHeight, tileWidth, pixels);
    }

    /** The same with every value a square of {@code factor} pixels a side. */
    public MosaicLayout scaled(int factor) {
        return withTiles(planeHeight * factor, planeWidth * factor);
    }

    /** The same with planes of this many pixels. */
    public MosaicLayout withTiles(int height, int width) {
        return new MosaicLayout(planes, planeHeight, planeWidth, columns, height, width, gap);
    }

    /** Planes above each other. */
    public int rows() {
        return (planes + columns - 1) / columns;
    }

    /** Pixels across. */
    public int width() {
        return Math.min(columns, planes) * (tileWidth + gap) - gap;
    }

    /** Pixels down. */
    public int height() {
        return rows() * (tileHeight + gap) - gap;
    }

    /** Left edge of a plane, in pixels. */
    public int x(int plane) {
        return plane % columns * (tileWidth + gap);
    }

    /** Upper edge of a plane, in pixels. */
    public int y(int plane) {
        return plane / columns * (tileHeight + gap);
    }

    /** The plane at a pixel; none in a gap or outside. */
    public OptionalInt planeAt(int x, int y) {
        boolean within = x >= 0 && y >= 0 && x < width() && y < height();
        if (!within || x % (tileWidth + gap) >= tileWidth || y % (tileHeight + gap) >= tileHeight) {
            return OptionalInt.empty();
        }
        int plane = y / (tileHeight + gap) * columns + x / (tileWidth + gap);
        return plane < planes ? OptionalInt.of(plane) : OptionalInt.empty();
    }

    /** The value, within its plane, at a pixel for which {@link #planeAt} gives a plane. */
    public Cell cellAt(int x, int y) {
        return new Cell(row(y % (tileHeight + gap)), column(x % (tileWidth + gap)));
    }

    /** The whole picture: {@link #height} × {@link #width} colours 0xAARRGGBB, row-major, 0 in the gaps. */
    public int[] atlas(Mosaic mosaic, Surface surface) {
        int[] pixels = new int[Math.multiplyExact(height(), width())];
        paint(mosaic, surface, pixels);
        return pixels;
    }

    /** Paints the planes into a picture of {@link #height} × {@link #width}; gaps are left as they are. */
    public void paint(Mosaic mosaic, Surface surface, int[] pixels) {
        for (int plane = 0; plane < planes; plane++) {
            paint(mosaic.plane(plane), mosaic.scale(plane), surface, pixels, y(plane) * width() + x(plane));
        }
    }

    private void paint(Plane plane, ColorScale scale, Surface surface, int[] pixels, int corner) {
        for (int y = 0; y < tileHeight; y++) {
            int begin = corner + y * width();
            if (y > 0 && row(y) == row(y - 1)) {
                System.arraycopy(pixels, begin - width(), pixels, begin, tileWidth);
                continue;
            }
            int painted = -1;
            for (int x = 0; x < tileWidth; x++) {
                int column = column(x);
                pixels[begin + x] =
                        column == painted ? pixels[begin + x - 1] : scale.argb(plane.at(row(y), column), surface);
                painted = column;
            }
        }
    }

    private int row(int y) {
        return (int) ((long) y * planeHeight / tileHeight);
    }

    private int column(int x) {
        return (int) ((long) x * planeWidth / tileWidth);
    }
}
