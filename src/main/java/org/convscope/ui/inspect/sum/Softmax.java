package org.convscope.ui.inspect.sum;

import java.util.List;
import java.util.stream.IntStream;
import org.convscope.tensor.Tensor;

/**
 * What a softmax makes of logits.
 *
 * @param logits by class
 * @param probabilities by class, as the network itself gives them
 */
public record Softmax(List<Double> logits, List<Double> probabilities) {

    public Softmax {
        logits = List.copyOf(logits);
        probabilities = List.copyOf(probabilities);
    }

    /** Of two vectors, one value a class. */
    public static Softmax of(Tensor logits, Tensor probabilities) {
        return new Softmax(list(logits), list(probabilities));
    }

    /** Number of classes. */
    public int classes() {
        return logits.size();
    }

    /** e to the power of a class's logit. */
    public double exponential(int index) {
        return Math.exp(logits.get(index));
    }

    /** The exponentials of all classes together. */
    public double total() {
        return logits.stream().mapToDouble(Math::exp).sum();
    }

    private static List<Double> list(Tensor vector) {
        return IntStream.range(0, vector.size())
                .mapToObj(i -> (double) vector.flat(i))
                .toList();
    }
}
