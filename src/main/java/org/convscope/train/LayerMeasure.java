package org.convscope.train;

import org.convscope.tensor.Histogram;

/**
 * How one layer that learns fared at one step. What is not known is NaN.
 *
 * @param node id of the node that learns
 * @param gradientNorm Euclidean norm of its weights' gradient in the last step
 * @param gradientRms root mean square of the same
 * @param updateRatio root mean square of the last update over {@code weightRms}
 * @param weightRms root mean square of its weights, or of its scale if it is a batch norm
 * @param activation id of the activation that its values go through next, or empty
 * @param deadShare share of that activation's units that are zero for the whole sample, from 0 to 1
 * @param saturatedShare share of its values close to an end of it; NaN where it has no ends
 * @param weights how the weights are distributed
 * @param outputs how the activation's values are distributed over the sample, or the layer's own where none follows
 */
public record LayerMeasure(
        String node,
        double gradientNorm,
        double gradientRms,
        double updateRatio,
        double weightRms,
        String activation,
        double deadShare,
        double saturatedShare,
        Histogram weights,
        Histogram outputs) {}
