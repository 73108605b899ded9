package org.convscope.data;

/**
 * Draws images of a dataset that is made, not read. It may use integers and {@link StrictMath} only, so that every
 * machine draws the same; it is called by several threads at once.
 */
@FunctionalInterface
public interface Generator {

    /**
     * Draws one image.
     *
     * @param label its class
     * @param dice all chance there is
     * @param pixels receives the image, {@code [C, H, W]}, unsigned
     * @param offset where in it the image begins
     */
    void draw(int label, Dice dice, byte[] pixels, int offset);
}
