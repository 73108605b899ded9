package org.convscope.train;

/**
 * How often a fixed sample of the test images is scored, so that a curve moves before the first epoch
 * is over. The sample also shows whether the network still reacts to its images.
 *
 * @param images size of the sample: the first so many test images
 * @param everySteps steps between two scores
 */
public record Sampling(int images, int everySteps) {

    /** A thousand images every 50 steps: about five scores in an epoch of the course's recipe. */
    public static final Sampling STANDARD = new Sampling(1000, 50);

    public Sampling {
        if (images < 1 || everySteps < 1) {
            throw new IllegalArgumentException(images + " images every " + everySteps + " steps");
        }
    }
}
