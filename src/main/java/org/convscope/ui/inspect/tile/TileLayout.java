package org.convscope.ui.inspect.tile;

import java.util.Optional;

/**
 * Where {@link Tiles} lie, in pixels. Bands stand below each other, so that what belongs together stands
 * in one column; a single plane has its bands beside each other. Tiles are as large as the room allows.
 *
 * @param bands bands of tiles
 * @param planes tiles of a band
 * @param rows values down in a tile
 * @param columns values across in a tile
 * @param cell side of a value's square
 * @param perLine tiles beside each other
 * @param captions whether there is a line of text below each tile of the last band
 */
public record TileLayout(int bands, int planes, int rows, int columns, int cell, int perLine, boolean captions) {

    /** A square of this side holds its number. */
    static final int ROOM_FOR_NUMBER = 46;

    private static final int LARGEST_CELL = 48;
    private static final int SMALLEST_CELL = 2;
    private static final int GAP = 4;
    private static final int LINE_GAP = 8;
    private static final int NAME_WIDTH = 26;
    private static final int TEXT_HEIGHT = 14;
    private static final int NARROWEST_CAPTION = 34;

    /** One value of one tile. */
    public record Spot(int band, int plane, int row, int column) {}

    /** The largest tiles that fit into a width and, if any do, into a height. */
    static TileLayout of(Tiles tiles, double width, double tallest) {
        int bands = tiles.bands().size();
        boolean hasCaptions = !tiles.captions().isEmpty();
        TileLayout best = null;
        for (int cell = LARGEST_CELL; cell >= SMALLEST_CELL; cell--) {
            int tile = cell * tiles.columns();
            boolean beside = bands > 1 && tiles.planes() == 1;
            int inOneLine = beside ? bands : tiles.planes();
            double room = width - (bands > 1 && !beside ? NAME_WIDTH : 0);
            int perLine = balanced(inOneLine, (int) ((room + GAP) / (tile + GAP)));
            best = new TileLayout(
                    bands,
                    tiles.planes(),
                    tiles.rows(),
                    tiles.columns(),
                    cell,
                    perLine,
                    hasCaptions && (tile >= NARROWEST_CAPTION || beside));
            boolean fits = tile <= room && (!beside || perLine == bands) && best.height() <= tallest;
            if (fits) {
                return best;
            }
        }
        return best;
    }

    /** As many beside each other as make lines of the same length: of six, three and three, not five and one. */
    private static int balanced(int tiles, int most) {
        int lines = (tiles + Math.max(1, most) - 1) / Math.max(1, most);
        return (tiles + lines - 1) / lines;
    }

    /** Whether the bands of the only plane stand beside each other. */
    boolean isBeside() {
        return bands > 1 && planes == 1;
    }

    /** Whether bands have names: a single one needs none. */
    boolean hasNames() {
        return bands > 1;
    }

    /** Left edge of a tile. */
    double x(int band, int plane) {
        int index = isBeside() ? band : plane % perLine;
        return (hasNames() && !isBeside() ? NAME_WIDTH : 0) + index * (double) (tileWidth() + GAP);
    }

    /** Upper edge of a tile. */
    double y(int band, int plane) {
        if (isBeside()) {
            return TEXT_HEIGHT;
        }
        return plane / perLine * (double) lineHeight() + band * (tileHeight() + GAP);
    }

    /** Where a caption's middle lies below a tile of the last band. */
    double captionY(int plane) {
        return y(bands - 1, plane) + tileHeight() + TEXT_HEIGHT / 2.0 + 1;
    }

    /** Pixels down. */
    double height() {
        if (isBeside()) {
            return TEXT_HEIGHT + tileHeight() + (captions ? TEXT_HEIGHT : 0);
        }
        int lines = (planes + perLine - 1) / perLine;
        return lines * (double) lineHeight() - LINE_GAP;
    }

    /** Pixels across in a tile. */
    int tileWidth() {
        return columns * cell;
    }

    /** Pixels down in a tile. */
    int tileHeight() {
        return rows * cell;
    }

    /** The value at a pixel. */
    Optional<Spot> at(double x, double y) {
        for (int band = 0; band < bands; band++) {
            for (int plane = 0; plane < planes; plane++) {
                double right = x - x(band, plane);
                double down = y - y(band, plane);
                if (right >= 0 && down >= 0 && right < tileWidth() && down < tileHeight()) {
                    return Optional.of(new Spot(band, plane, (int) (down / cell), (int) (right / cell)));
                }
            }
        }
        return Optional.empty();
    }

    private int lineHeight() {
        return bands * (tileHeight() + GAP) - GAP + (captions ? TEXT_HEIGHT : 0) + LINE_GAP;
    }
}
