package org.convscope.train;

/** How often images of one class were taken for another. */
public final class Confusion {

    private final int classes;
    private final int[] counts;

    Confusion(int classes, int[] counts) {
        this.classes = classes;
        this.counts = counts.clone();
    }

    /** Number of classes. */
    public int classes() {
        return classes;
    }

    /** Images of class {@code label} that were taken for class {@code prediction}. */
    public int count(int label, int prediction) {
        if (label < 0 || label >= classes || prediction < 0 || prediction >= classes) {
            throw new IndexOutOfBoundsException("(" + label + ", " + prediction + ") of " + classes + " classes");
        }
        return counts[label * classes + prediction];
    }

    /** Images that were taken for what they are. */
    public int right() {
        int right = 0;
        for (int i = 0; i < classes; i++) {
            right += count(i, i);
        }
        return right;
    }
}
