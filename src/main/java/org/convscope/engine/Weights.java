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

    /** Adds to each of them. */
    void add(float[] updates) {
        float[] sums = values();
        for (int i = 0; i < sums.length; i++) {
            sums[i] += updates[i];
        }
        Arrays.fill(graph.params(), sums);
        changes++;
        copied = changes;
    }
}
