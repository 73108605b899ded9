package org.convscope.engine;

import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Op;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What dropouts draw from. ND4J has one stream of random numbers for each thread, which everything takes from; it begins
 * anew with every step, so that a step drops the same values again whenever it is taken again, after a resumption too.
 */
final class Chance {

    private final boolean isNeeded;
    private final long seed;

    /** Belongs to one network of this blueprint and seed. */
    Chance(Blueprint blueprint, long seed) {
        this.isNeeded = blueprint.nodes().stream().anyMatch(node -> node.op() instanceof Op.Dropout);
        this.seed = seed;
    }

    /** To be called on the network's thread before a step; {@code step} counts those before it. */
    void begin(long step) {
        if (isNeeded) {
            Nd4j.getRandom().setSeed(Initialiser.mixed(seed, step));
        }
    }
}
