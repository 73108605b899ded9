package org.convscope.lens;

import java.util.Arrays;

/**
 * Gives each row a column of its own so that the gains add up to the most. Rows come one after the other; each takes
 * the shortest way to a free column, on which those before it move aside (Kuhn, 1955; Jonker and Volgenant, 1987).
 */
final class Assignment {

    private final double[][] gain;
    private final int count;
    // Counted from 1; column 0 stands for the row that is being given one.
    private final double[] rowPrice;
    private final double[] columnPrice;
    private final int[] rowOf;
    private final int[] before;
    private final double[] least;
    private final boolean[] seen;

    private Assignment(double[][] gain) {
        this.gain = gain;
        this.count = gain.length;
        this.rowPrice = new double[count + 1];
        this.columnPrice = new double[count + 1];
        this.rowOf = new int[count + 1];
        this.before = new int[count + 1];
        this.least = new double[count + 1];
        this.seen = new boolean[count + 1];
    }

    /**
     * The column of each row.
     *
     * @param gain as many rows as columns, all finite
     */
    static int[] of(double[][] gain) {
        Assignment assignment = new Assignment(gain);
        for (int row = 1; row <= gain.length; row++) {
            assignment.add(row);
        }
        int[] columns = new int[gain.length];
        for (int column = 1; column <= gain.length; column++) {
            columns[assignment.rowOf[column] - 1] = column - 1;
        }
        return columns;
    }

    private void add(int row) {
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(seen, false);
        rowOf[0] = row;
        int column = 0;
        do {
            seen[column] = true;
            column = reach(column);
        } while (rowOf[column] != 0);
        while (column != 0) {
            rowOf[column] = rowOf[before[column]];
            column = before[column];
        }
    }

    /** Goes on from a column to the nearest that was not seen; prices change so that it costs nothing. */
    private int reach(int from) {
        int row = rowOf[from];
        int nearest = 0;
        double step = Double.POSITIVE_INFINITY;
        for (int column = 1; column <= count; column++) {
            if (!seen[column]) {
                double cost = -gain[row - 1][column - 1] - rowPrice[row] - columnPrice[column];
                if (cost < least[column]) {
                    least[column] = cost;
                    before[column] = from;
                }
                if (least[column] < step) {
                    step = least[column];
                    nearest = column;
                }
            }
        }
        for (int column = 0; column <= count; column++) {
            if (seen[column]) {
                rowPrice[rowOf[column]] += step;
                columnPrice[column] -= step;
            } else {
                least[column] -= step;
            }
        }
        return nearest;
    }
}
