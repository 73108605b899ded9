package org.convscope.lens;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.convscope.tensor.Tensor;

/**
 * Which map of one network is most like which of another, although they stand in another order: two networks that begin
 * with other weights learn like things in other places. Maps are paired one to one so that their correlations over the
 * same images add up to the most (Kuhn's assignment, as Jonker and Volgenant find it by shortest paths).
 *
 * @param partners for each map of the first the index of its partner in the second
 * @param correlations of each pair, from −1 to 1; 0 where a map never changes
 */
public record Pairing(List<Integer> partners, List<Double> correlations) {

    public Pairing {
        partners = List.copyOf(partners);
        correlations = List.copyOf(correlations);
    }

    /**
     * Pairs the maps of two layers.
     *
     * @param first what the first gives for each of some images, {@code [C, H, W]} or {@code [units]}
     * @param second what the second gives for the same images, in the same shape
     */
    public static Pairing of(List<Tensor> first, List<Tensor> second) {
        if (first.isEmpty() || first.size() != second.size()) {
            throw new IllegalArgumentException(first.size() + " images and " + second.size());
        }
        if (!first.get(0).shape().equals(second.get(0).shape())) {
            throw new IllegalArgumentException(
                    first.get(0).shape() + " and " + second.get(0).shape());
        }
        double[][] these = standardised(first);
        double[][] those = standardised(second);
        double[][] correlations = new double[these.length][those.length];
        for (int i = 0; i < these.length; i++) {
            for (int j = 0; j < those.length; j++) {
                correlations[i][j] = product(these[i], those[j]);
            }
        }
        int[] partners = Assignment.of(correlations);
        return new Pairing(
                Arrays.stream(partners).boxed().toList(),
                IntStream.range(0, partners.length)
                        .mapToObj(i -> correlations[i][partners[i]])
                        .toList());
    }

    /** The second's maps in the order of the first's partners. */
    public Tensor ordered(Tensor second) {
        int plane = second.size() / partners.size();
        float[] values = second.toArray();
        float[] ordered = new float[values.length];
        for (int i = 0; i < partners.size(); i++) {
            System.arraycopy(values, partners.get(i) * plane, ordered, i * plane, plane);
        }
        return Tensor.of(second.shape(), ordered);
    }

    /** Each map over all images as one vector of mean 0 and length 1; all zeros where it never changes. */
    private static double[][] standardised(List<Tensor> images) {
        int channels = images.get(0).shape().channels();
        int plane = images.get(0).size() / channels;
        double[][] vectors = new double[channels][plane * images.size()];
        for (int channel = 0; channel < channels; channel++) {
            double[] vector = vectors[channel];
            for (int i = 0; i < vector.length; i++) {
                vector[i] = images.get(i / plane).flat(channel * plane + i % plane);
            }
            double mean = Arrays.stream(vector).average().orElse(0);
            double square = Arrays.stream(vector)
                    .map(value -> (value - mean) * (value - mean))
                    .sum();
            double length = Math.sqrt(square);
            for (int i = 0; i < vector.length; i++) {
                vector[i] = length == 0 ? 0 : (vector[i] - mean) / length;
            }
        }
        return vectors;
    }

    private static double product(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
