package org.convscope.ui.input;

import java.util.Arrays;
import org.convscope.data.LabelledImages;

/** The test images that a person leafs through: all of them, or those of one class, in order. */
final class Shelf {

    /** The filter that lets every class pass. */
    static final int ALL_CLASSES = -1;

    private final LabelledImages images;
    private final int[] indices;

    private Shelf(LabelledImages images, int[] indices) {
        this.images = images;
        this.indices = indices;
    }

    /** The images of a class, or of {@link #ALL_CLASSES}. */
    static Shelf of(LabelledImages images, int label) {
        int[] indices = new int[images.size()];
        Arrays.setAll(indices, index -> index);
        return new Shelf(images, label == ALL_CLASSES ? indices : images.indicesOf(label));
    }

    LabelledImages images() {
        return images;
    }

    int size() {
        return indices.length;
    }

    /** The index among all test images of what stands at a position. */
    int index(int position) {
        return indices[position];
    }

    /** Where a test image stands; if it does not stand here, −(where it would) − 1. */
    int position(int index) {
        return Arrays.binarySearch(indices, index);
    }

    /** The test image after this one; after the last, the first. */
    int after(int index) {
        int position = position(index);
        return indices[(position < 0 ? -position - 1 : position + 1) % indices.length];
    }

    /** The test image before this one; before the first, the last. */
    int before(int index) {
        int position = position(index);
        int before = (position < 0 ? -position - 1 : position) - 1;
        return indices[Math.floorMod(before, indices.length)];
    }
}
