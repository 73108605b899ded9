package org.convscope.engine;

import org.deeplearning4j.nn.graph.ComputationGraph;

/** A graph's parameters, and the same as a plain array, copied over when the graph's have changed and somebody asks. */
final class Weights {

    private final ComputationGraph graph;
    private float[] values;
    private long changes;
    private long copied = -1;

    Weights(ComputationGraph graph) {
        this.graph = graph;
    }

    /** All of them, in DL4J's order; not to be changed, and true until the next change. */
    float[] values() {
        if (values == null) {
            values = new float[Math.toIntExact(graph.params().length())];
        }
        if (copied != changes) {
            Arrays.copy(graph.params(), values);
            copied = changes;
        }
        return values;
    }

    /** How often they were changed. */
    long changes() {
        return changes;
    }

    /** Overwrites them. */
    void set(float[] wanted) {
        Arrays.fill(graph.params(), wanted);
        changes++;
    }

    /** Adds {@code factor} times a vector to some of them; not true of the graph until they are published. */
    void add(float[] vector, float factor, int from, int to) {
        float[] sums = values();
        for (int i = from; i < to; i++) {
            sums[i] += vector[i] * factor;
        }
    }

    /** Has the graph know what was added. */
    void publish() {
        Arrays.fill(graph.params(), values);
        changes++;
        copied = changes;
    }
}
