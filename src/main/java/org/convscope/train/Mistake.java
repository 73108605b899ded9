package org.convscope.train;

/**
 * A test image that a network took for what it is not, or, where all images of a cell of a confusion are listed, for
 * what it is.
 *
 * @param index of the test image
 * @param label its class
 * @param prediction the class that the network believes in most
 * @param probability what the network gives that class, from 0 to 1
 */
public record Mistake(int index, int label, int prediction, double probability) {

    /** Whether it is none. */
    public boolean isRight() {
        return label == prediction;
    }
}
