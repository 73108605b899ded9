/**
 * Immutable numbers with a shape.
 *
 * <p>Everything measured leaves the engine as a {@link org.convscope.tensor.Tensor}: values copied
 * in, read-only out, so that a picture drawn later shows the moment it was measured. Axis order is
 * always {@code [N, C, H, W]}, leaving out the axes that a thing does not have.
 */
package org.convscope.tensor;
