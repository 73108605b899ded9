package org.convscope.engine.block;

import org.convscope.engine.kernel.Lanes;

/**
 * One operation on blocks. A pass goes forward over blocks {@code from} to {@code to} and back over the same; images
 * beyond {@code images} in the last of them fill it up and count for nothing.
 */
interface Layer {

    /**
     * Takes over the parameters, in DL4J's order, before step number {@code step}.
     *
     * @param firstBlock number of the first block that will come, within the batch
     */
    default void prepare(float[] parameters, long step, int firstBlock) {}

    /** Computes its outputs. */
    void forward(int from, int to, int images);

    /** Computes its outputs as they are outside of training. */
    default void infer(int from, int to) {
        forward(from, to, (to - from) * Lanes.BLOCK);
    }

    /** Gathers the gradients of its parameters, where that takes as long as the way back, right before it. */
    default void gather(int from, int to, int images) {}

    /** Computes its source's deltas from its own, and gathers the gradients of its parameters if that is not done yet. */
    void backward(int from, int to, int images);

    /** Writes what was gathered over all blocks into the vector of gradients. */
    default void finish(float[] gradients) {}
}
