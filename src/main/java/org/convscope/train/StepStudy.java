package org.convscope.train;

import java.util.List;

/**
 * One step with everything that can be said of it: what the network made of the batch before and after its update, and
 * what the update was.
 *
 * @param step number of steps now, this one among them
 * @param images of the whole batch
 * @param learningRate of this step
 * @param learnedLoss mean cross-entropy that the gradient is of: dropouts drop, batch norms normalise by the batch
 * @param before the batch in inference mode, before the update
 * @param after the same batch after it
 * @param examples the first images of the batch
 * @param layers every node that learns, in the network's order
 */
public record StepStudy(
        long step,
        int images,
        double learningRate,
        double learnedLoss,
        Look before,
        Look after,
        List<Example> examples,
        List<Layer> layers) {

    /** Images that are told one by one. */
    public static final int MOST_EXAMPLES = 24;

    /**
     * What the network makes of the whole batch.
     *
     * @param loss mean cross-entropy, by the labels that were learned
     * @param accuracy share that was right, from 0 to 1
     */
    public record Look(double loss, double accuracy) {}

    /**
     * One image of the batch.
     *
     * @param index among the training images
     * @param label that it was learned with
     * @param right what it really is; another one where labels are wrong on purpose
     * @param before what the network said before the update
     * @param after what it says now
     */
    public record Example(int index, int label, int right, Guess before, Guess after) {}

    /**
     * What the network says of an image.
     *
     * @param guess the class that it takes it for
     * @param ofLabel probability of the label
     */
    public record Guess(int guess, double ofLabel) {}

    /**
     * What happened to a node that learns, by its weights, or by its scale if it is a batch norm; root mean squares.
     *
     * @param gradientRms of the batch's mean loss, before the update
     * @param updateRms of what was added
     * @param weightRms of the weights now
     */
    public record Layer(String node, double gradientRms, double updateRms, double weightRms) {

        /** How large the update is beside the weights; NaN where all weights are 0. */
        public double updateRatio() {
            return weightRms == 0 ? Double.NaN : updateRms / weightRms;
        }
    }

    public StepStudy {
        examples = List.copyOf(examples);
        layers = List.copyOf(layers);
    }
}
