package org.convscope.workbench;

import java.util.List;
import org.convscope.problem.Problem;

/**
 * How far two networks that should be the same one are apart.
 *
 * @param steps numbers that were compared
 * @param difference the largest difference of two numbers, as a share of the larger one
 */
public record Agreement(int steps, double difference) {

    /** The share by which losses may differ: sums are added up in another order. */
    public static final double TOLERANCE = 0.01;

    /** Below this, a difference is a share of this: a loss that is learned away is no measure. */
    private static final double LEAST = 0.1;

    /** Compares losses, or probabilities, number by number; a Problem if they differ by more than 1 %. */
    public static Agreement of(String network, List<Double> ours, List<Double> peers) {
        if (ours.size() != peers.size()) {
            throw new IllegalArgumentException(ours.size() + " numbers and " + peers.size());
        }
        double largest = 0;
        for (int i = 0; i < ours.size(); i++) {
            double a = ours.get(i);
            double b = peers.get(i);
            double difference = Math.abs(a - b) / Math.max(LEAST, Math.max(Math.abs(a), Math.abs(b)));
            largest = Math.max(largest, difference);
            // Not "if larger": a NaN is no agreement either.
            if (!(difference <= TOLERANCE)) {
                throw Problem.of("workbench.otherNetwork", network, i, a, b).asException();
            }
        }
        return new Agreement(ours.size(), largest);
    }
}
