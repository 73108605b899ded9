/**
 * A step of learning on blocks of 32 images: forward, backward, gradients of all parameters; and looks at one image or
 * many.
 *
 * <p>Works on plain arrays laid out {@code [block][C, H, W, 32]} and on the vector of parameters in DL4J's order, and
 * knows neither DL4J nor ND4J. A network without batch norm takes one block through all layers and back before the
 * next, so that what it needs stays in the processor's caches, and a batch takes the memory of 32 images;
 * threads share the blocks. Batch norm wants the whole batch at once: there, every layer takes all blocks in turn.
 */
package org.convscope.engine.block;
