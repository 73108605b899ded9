package org.convscope.tensor;

/** A place in a plane, by row and column from 0; on screen the column is x and the row is y. */
public record Cell(int row, int column) {

    @Override
    public String toString() {
        return "(" + row + ", " + column + ")";
    }
}
