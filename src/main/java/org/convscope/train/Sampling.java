package org.convscope.train;

/**
 * How often a fixed sample of the test images is scored, so that a curve moves before the first epoch
 * is over. The sample also shows whether the network still reacts to its images.
 *
 * @param images size of the sample: the first so many test images
 * @param everySteps steps between two scores
 * @param share of the time of learning that measuring the layers at these moments may take at the most, and as much
 *     again scoring the first so many training images; 0 for neither
 */
public record Sampling(int images, int everySteps, double share) {

    /** A thousand images every 50 steps: about five scores in an epoch of the course's recipe. */
    public static final Sampling STANDARD = new Sampling(1000, 50, 0.02);

    public Sampling {
        if (images < 1 || everySteps < 1 || !(share >= 0)) {
            throw new IllegalArgumentException(images + " images every " + everySteps + " steps, share " + share);
        }
    }

    /** The sample's scores alone. */
    public Sampling(int images, int everySteps) {
        this(images, everySteps, 0);
    }
}
