package org.convscope.net;

/** What a node may learn or keep. */
public enum Parameter {
    /** Kernels of a convolution, weights of a dense layer. */
    WEIGHT,
    /** One value per output channel or unit. */
    BIAS,
    /** Scale of a batch norm, γ; coefficient of a subsampling. */
    SCALE,
    /** Shift of a batch norm, β; bias of a subsampling. */
    SHIFT,
    /** Running mean of a batch norm; kept, not learned. */
    MEAN,
    /** Running variance of a batch norm; kept, not learned. */
    VARIANCE
}
