package org.convscope.engine.block;

import org.convscope.blueprint.Window;
import org.convscope.engine.kernel.TapSums;

/** A convolution with a bias for every output channel; a dense layer is one over maps of a single cell. */
final class Convolution implements Layer {

    private final Maps source;
    private final Maps target;
    private final Window window;
    private final int firstWeight;
    private final int firstBias;
    private final Taps taps;
    private final float[] biases;
    private final InputGradient inputGradient;
    private final WeightGradient weightGradient;

    /**
     * A convolution of {@code source}.
     *
     * @param sourceDeltas receives the gradient with respect to the source; {@code null} where nobody asks
     * @param firstWeight where the weights {@code [out, in, kernel row, kernel column]} begin in the parameters
     * @param firstBias where the biases begin
     */
    Convolution(
            Maps source,
            Maps sourceDeltas,
            Maps target,
            Maps targetDeltas,
            Window window,
            int firstWeight,
            int firstBias) {
        this.source = source;
        this.target = target;
        this.window = window;
        this.firstWeight = firstWeight;
        this.firstBias = firstBias;
        KernelCells kernel = KernelCells.of(window, source, target);
        int[] offsets = new int[source.channels * kernel.rows() * kernel.columns()];
        int[] places = new int[offsets.length];
        int tap = 0;
        for (int channel = 0; channel < source.channels; channel++) {
            for (int row = kernel.firstRow(); row <= kernel.lastRow(); row++) {
                for (int column = kernel.firstColumn(); column <= kernel.lastColumn(); column++) {
                    offsets[tap] = source.at(0, channel, row, column) - source.at(0, 0, 0, 0);
                    places[tap++] = (channel * window.height() + row) * window.width() + column;
                }
            }
        }
        this.taps = new Taps(offsets, places, target.channels, source.channels * window.area());
        this.biases = new float[Maps.filledUp(target.channels)];
        this.inputGradient = sourceDeltas == null
                ? null
                : new InputGradient(sourceDeltas, targetDeltas, window, kernel, firstWeight);
        this.weightGradient = GatheredGradient.isFaster(source, targetDeltas, kernel)
                ? new GatheredGradient(source, targetDeltas, window, kernel, firstWeight)
                : new MapsGradient(source, targetDeltas, window, taps, firstWeight);
    }

    @Override
    public void prepare(float[] parameters, long step, int firstBlock) {
        taps.load(parameters, firstWeight);
        System.arraycopy(parameters, firstBias, biases, 0, target.channels);
        if (inputGradient != null) {
            inputGradient.prepare(parameters);
        }
        weightGradient.begin();
    }

    @Override
    public void forward(int from, int to, int images) {
        for (int block = from; block < to; block++) {
            // Row by row, since what a row reads stays in the caches while all channels read it.
            for (int row = 0; row < target.height; row++) {
                for (int channel = 0; channel < target.channels; channel += TapSums.GROUP) {
                    for (int column = 0; column < target.width; column++) {
                        int base = source.at(
                                block,
                                0,
                                window.vertical().first(row),
                                window.horizontal().first(column));
                        taps.sum(source.values, base, biases, channel, target, target.at(block, channel, row, column));
                    }
                }
            }
        }
    }

    @Override
    public void gather(int from, int to, int images) {
        for (int block = from; block < to; block++) {
            weightGradient.add(block);
        }
    }

    @Override
    public void backward(int from, int to, int images) {
        for (int block = from; inputGradient != null && block < to; block++) {
            inputGradient.compute(block);
        }
    }

    @Override
    public void finish(float[] gradients) {
        weightGradient.finish(gradients, firstBias);
    }
}
