package org.convscope.ui.explore;

/** What has the whole window and runs of its own: while it is seen, the keys for learning and for images mean it. */
public interface Driver {

    /** Has its runs learn, or rest. */
    void trainOrPause();

    /** Has its runs make one step. */
    void step();

    /** Looks at the test image before. */
    void previousImage();

    /** Looks at the next test image. */
    void nextImage();

    /** Looks at any test image. */
    void randomImage();
}
