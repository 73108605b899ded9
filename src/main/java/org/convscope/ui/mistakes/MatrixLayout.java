package org.convscope.ui.mistakes;

import java.util.Optional;

/**
 * Where the cells of a confusion matrix lie: rows are the true classes, columns what they were taken for. Cells are
 * squares, of whole pixels where they are not tiny; of more classes than there are pixels, several share one.
 *
 * @param classes number of rows, and of columns
 * @param left where the first column begins, behind the names of the rows
 * @param top where the first row begins, under the names of the columns
 * @param cell side of a cell, in pixels
 * @param bar width of the bars behind the rows; 0 for none
 */
record MatrixLayout(int classes, double left, double top, double cell, double bar) {

    /** Cells larger than this say nothing more. */
    static final double MOST_CELL = 56;

    /** What letters need to stand below each other. */
    static final double LINE = 12;

    /** Smaller cells have no frames. */
    static final double LEAST_EVEN = 4;

    /** What slanted names need beside each other. */
    private static final double SLANTED = 18;

    private static final double GAP = 6;
    private static final double WIDE_ENOUGH_FOR_BARS = 64;

    /**
     * As large as it can be in this room.
     *
     * @param names width for the names of the rows
     * @param heads height for the names of the columns
     * @param bars whether bars are wanted behind the rows; they make way where names could not be read beside them
     */
    static MatrixLayout of(int classes, double width, double height, double names, double heads, boolean bars) {
        double bar = bars ? WIDE_ENOUGH_FOR_BARS : 0;
        double room = Math.min(width - names - (bars ? bar + GAP : 0), height - heads);
        double cell = Math.max(0, Math.min(MOST_CELL, room / Math.max(1, classes)));
        if (bars && cell < LINE) {
            return of(classes, width, height, names, heads, false);
        }
        // Cells that can be told apart are as large as each other; of smaller ones as many as go in are better.
        return new MatrixLayout(classes, names, heads, cell >= LEAST_EVEN ? Math.floor(cell) : cell, bar);
    }

    /** Side of the whole matrix. */
    double side() {
        return Math.floor(classes * cell);
    }

    double x(int prediction) {
        return left + prediction * cell;
    }

    double y(int label) {
        return top + label * cell;
    }

    /** Where the bars begin. */
    double barLeft() {
        return left + side() + GAP;
    }

    /** Whether a count of this width can be read in a cell. */
    boolean hasRoomFor(double digits) {
        return cell >= LINE && cell >= digits + 3;
    }

    /** Every how many-th row has its name beside it. */
    int namedEvery() {
        return every(LINE);
    }

    /** Every how many-th column has its name above it, if names are slanted. */
    int headedEvery() {
        return every(SLANTED);
    }

    private int every(double room) {
        return cell <= 0 ? Math.max(1, classes) : (int) Math.max(1, Math.ceil(room / cell));
    }

    /** The cell at a point; a row's name stands for all mistakes of its class. */
    Optional<Confused> at(double x, double y) {
        int label = (int) Math.floor((y - top) / cell);
        int prediction = (int) Math.floor((x - left) / cell);
        if (cell <= 0 || label < 0 || label >= classes || x < 0 || prediction >= classes && x < barLeft()) {
            return Optional.empty();
        }
        boolean isBeside = prediction < 0 || prediction >= classes;
        if (isBeside && x > barLeft() + bar) {
            return Optional.empty();
        }
        return Optional.of(new Confused(label, isBeside ? Confused.ANYTHING_ELSE : prediction));
    }
}
