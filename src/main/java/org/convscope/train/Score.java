package org.convscope.train;

/**
 * How well a network does on images it does not learn from.
 *
 * @param images how many there were
 * @param loss mean cross-entropy in nats; NaN if a probability is no number
 * @param accuracy share that was classified rightly, from 0 to 1
 * @param reaction by how much the probability of a class differs between two images, at the most; 0 if
 *     the network answers everything alike
 * @param examination what each of them was taken for
 */
public record Score(int images, double loss, double accuracy, double reaction, Examination examination) {

    /** Which class was taken for which. */
    public Confusion confusion() {
        return examination.confusion();
    }
}
