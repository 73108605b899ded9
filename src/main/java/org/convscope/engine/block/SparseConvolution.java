package org.convscope.engine.block;

/**
 * A convolution whose maps do not read all maps, as one whose other kernels are zeros and do not learn. It computes
 * products with zeros; the two networks that have one are of 1998 and 2012.
 */
final class SparseConvolution implements Layer {

    private final SparseKernels kernels;
    private final int firstWeight;
    private final int firstBias;
    private final Convolution whole;
    /** What {@link #whole} takes for all parameters: its kernels, then its biases. */
    private final float[] own;

    private final int biases;

    /** Makes {@code whole}, which is told where its own weights and biases begin. */
    SparseConvolution(SparseKernels kernels, int weights, int biases, int firstWeight, int firstBias, Maker maker) {
        this.kernels = kernels;
        this.firstWeight = firstWeight;
        this.firstBias = firstBias;
        this.biases = biases;
        this.own = new float[weights + biases];
        this.whole = maker.make(0, weights);
    }

    /** Makes a convolution whose weights and biases begin at these places. */
    interface Maker {
        Convolution make(int firstWeight, int firstBias);
    }

    @Override
    public void prepare(float[] parameters, long step, int firstBlock) {
        float[] all = kernels.spread(parameters, firstWeight);
        System.arraycopy(all, 0, own, 0, all.length);
        System.arraycopy(parameters, firstBias, own, all.length, biases);
        whole.prepare(own, step, firstBlock);
    }

    @Override
    public void forward(int from, int to, int images) {
        whole.forward(from, to, images);
    }

    @Override
    public void gather(int from, int to, int images) {
        whole.gather(from, to, images);
    }

    @Override
    public void backward(int from, int to, int images) {
        whole.backward(from, to, images);
    }

    @Override
    public void finish(float[] gradients) {
        whole.finish(own);
        kernels.gather(own, gradients, firstWeight);
        System.arraycopy(own, own.length - biases, gradients, firstBias, biases);
    }
}
