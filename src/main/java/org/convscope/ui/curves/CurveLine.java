package org.convscope.ui.curves;

/**
 * One line of a picture of curves.
 *
 * @param name a layer's id, or the key of its words
 * @param role what it stands for
 * @param place its number among its like, from 0, which says its colour and pattern
 * @param series its points
 */
record CurveLine(String name, Role role, int place, Series series) {

    /** Colours of layers, after which patterns change. */
    static final int INKS = 8;

    /** Patterns of layers. */
    static final int PATTERNS = 4;

    /** What a line stands for. */
    enum Role {
        /** Every training batch. */
        RAW,
        /** The same, smoothed, or the only line. */
        TRAIN,
        /** Training images, scored. */
        RESCORED,
        /** The sample of test images. */
        SAMPLE,
        /** All test images. */
        TEST,
        /** A layer. */
        LAYER
    }

    /** Which of the colours of layers it has. */
    int ink() {
        return place % INKS;
    }

    /** Which of the patterns. */
    int pattern() {
        return place / INKS % PATTERNS;
    }
}
