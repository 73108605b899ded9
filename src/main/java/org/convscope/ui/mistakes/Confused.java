package org.convscope.ui.mistakes;

/**
 * A cell of the matrix, or all mistakes of a class.
 *
 * @param label the true class
 * @param prediction what it was taken for, or {@link #ANYTHING_ELSE}
 */
record Confused(int label, int prediction) {

    /** Stands for every class but the true one. */
    static final int ANYTHING_ELSE = -1;

    /** Whether the class was taken for itself. */
    boolean isRight() {
        return label == prediction;
    }
}
