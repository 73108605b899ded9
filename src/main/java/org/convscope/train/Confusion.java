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

    /** Images of class {@code label}. */
    public int images(int label) {
        int images = 0;
        for (int i = 0; i < classes; i++) {
            images += count(label, i);
        }
        return images;
    }

    /** Images that were taken for class {@code prediction}. */
    public int taken(int prediction) {
        int taken = 0;
        for (int i = 0; i < classes; i++) {
            taken += count(i, prediction);
        }
        return taken;
    }

    /** Share of the images of class {@code label} that was taken for it, from 0 to 1; NaN where there are none. */
    public double accuracy(int label) {
        return (double) count(label, label) / images(label);
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
