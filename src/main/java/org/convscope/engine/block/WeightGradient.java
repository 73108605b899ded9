package org.convscope.engine.block;

/** Gathers the gradient of a convolution's weights and biases, block after block. */
interface WeightGradient {

    /** Forgets what was gathered. */
    void begin();

    /** Adds a block. */
    void add(int block);

    /** Writes the sums into the vector of gradients. */
    void finish(float[] gradients, int firstBias);
}
