package org.convscope.workbench;

import java.util.List;
import org.convscope.tensor.Stamp;
import org.convscope.tensor.Tensor;

/**
 * What a network says of several test images, from one forward pass.
 *
 * @param stamp when it was asked
 * @param images indices of the test images, in the order of the rows
 * @param probabilities of every class, {@code [N, classes]}
 * @param millis how long the network was busy with it
 */
public record Answers(Stamp stamp, List<Integer> images, Tensor probabilities, double millis) {

    public Answers {
        images = List.copyOf(images);
    }

    /** Number of classes. */
    public int classes() {
        return probabilities.size() / Math.max(1, images.size());
    }

    /** What the network gives a class, of the image in a row. */
    public float probability(int row, int label) {
        return probabilities.flat(row * classes() + label);
    }

    /** The class that the network believes in most, of the image in a row. */
    public int prediction(int row) {
        int best = 0;
        for (int i = 1; i < classes(); i++) {
            best = probability(row, i) > probability(row, best) ? i : best;
        }
        return best;
    }
}
