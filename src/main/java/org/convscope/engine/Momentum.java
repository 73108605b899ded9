package org.convscope.engine;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.updater.UpdaterBlock;
import org.nd4j.linalg.learning.NesterovsUpdater;

/** The momentum of a graph's updater, changed without losing the velocity that it has gathered. */
final class Momentum {

    private Momentum() {}

    /** From the next update on; of another optimizer than Nesterov's nothing happens. */
    static void set(ComputationGraph graph, double momentum) {
        for (UpdaterBlock block : graph.getUpdater().getUpdaterBlocks()) {
            if (block.getGradientUpdater() instanceof NesterovsUpdater nesterov) {
                nesterov.getConfig().setMomentum(momentum);
            }
        }
    }
}
