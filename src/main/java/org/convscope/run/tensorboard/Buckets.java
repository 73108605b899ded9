package org.convscope.run.tensorboard;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.convscope.tensor.Histogram;
import org.convscope.tensor.Stats;

/** A histogram as TensorBoard has it: upper edges, and the share of all values below each and above the one before. */
public final class Buckets {

    private final double[] edges;
    private final double[] shares;

    private Buckets(double[] edges, double[] shares) {
        this.edges = edges;
        this.shares = shares;
    }

    /** Of what was recorded; at least one bin. */
    public static Buckets of(Histogram histogram) {
        return new Buckets(
                IntStream.rangeClosed(0, histogram.bins())
                        .mapToDouble(histogram::edge)
                        .toArray(),
                IntStream.range(0, histogram.bins())
                        .mapToDouble(histogram::share)
                        .toArray());
    }

    /** Of all values of a tensor. */
    public static Buckets of(Stats stats) {
        List<Integer> counts = stats.histogram();
        double all = counts.stream().mapToInt(Integer::intValue).sum();
        double width = (stats.max() - (double) stats.min()) / counts.size();
        return new Buckets(
                IntStream.rangeClosed(0, counts.size())
                        .mapToDouble(bin -> stats.min() + bin * width)
                        .toArray(),
                counts.stream().mapToDouble(count -> count / all).toArray());
    }

    double least() {
        return edges[0];
    }

    double most() {
        return edges[edges.length - 1];
    }

    double[] limits() {
        return IntStream.range(1, edges.length).mapToDouble(bin -> edges[bin]).toArray();
    }

    double[] shares() {
        return shares;
    }

    /** Of the values or what is made of them, the mean, each taken for the middle of its bin. */
    double sum(DoubleUnaryOperator of) {
        return IntStream.range(0, shares.length)
                .mapToDouble(bin -> shares[bin] * of.applyAsDouble((edges[bin] + edges[bin + 1]) / 2))
                .sum();
    }
}
