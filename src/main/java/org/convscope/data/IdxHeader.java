package org.convscope.data;

import org.convscope.problem.Problem;

/**
 * What an IDX file says about itself before its values begin.
 *
 * @param kind images or labels
 * @param count how many of them
 * @param rows of every image; 1 for labels
 * @param columns of every image; 1 for labels
 */
record IdxHeader(IdxKind kind, int count, int rows, int columns) {

    static final int MAX_COUNT = 10_000_000;
    static final int MAX_SIDE = 4096;
    /** One gigabyte: twenty times Fashion-MNIST, and still one Java array. */
    static final int MAX_BYTES = 1 << 30;

    /** Refuses sizes that no dataset has; {@code name} is the file's, for the Problem. */
    IdxHeader requirePlausible(String name) {
        boolean countFits = count >= 1 && count <= MAX_COUNT;
        boolean sidesFit = rows >= 1 && rows <= MAX_SIDE && columns >= 1 && columns <= MAX_SIDE;
        if (!countFits || !sidesFit || (long) count * rows * columns > MAX_BYTES) {
            throw Problem.of("data.absurdSize", name, sizes(), MAX_COUNT, MAX_SIDE)
                    .asException();
        }
        return this;
    }

    /** Number of values that follow, one byte each. */
    int valueBytes() {
        return count * rows * columns;
    }

    private String sizes() {
        return kind == IdxKind.LABELS ? String.valueOf(count) : count + "×" + rows + "×" + columns;
    }
}
