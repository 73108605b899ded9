package org.convscope.engine.block;

import org.convscope.blueprint.Window;
import org.convscope.engine.kernel.Lanes;
import org.convscope.engine.kernel.TapSums;
import org.convscope.tensor.Shape;

/**
 * A convolution of one image, four cells and 32 output channels at a time: the weights of 32 channels lie side by side,
 * and what four neighbouring cells read is gathered tap by tap.
 */
final class ImageConvolution {

    private static final int GROUP = TapSums.GROUP;

    private final Shape source;
    private final Shape target;
    private final Window window;
    private final SparseKernels sparse;
    private final int firstWeight;
    private final int firstBias;
    private final int taps;
    private final int sets;
    /** {@code [set of 32 channels][tap][32]}. */
    private final float[] weights;

    private final float[] biases;
    /** Where each tap's weights begin within a set. */
    private final int[] offsets;

    private final float[] read;
    private final float[] zeros = new float[GROUP];
    private final float[] sums = new float[GROUP * Lanes.BLOCK];

    /** A convolution whose weights begin at {@code firstWeight}; {@code sparse} is {@code null} where it keeps all. */
    ImageConvolution(Shape source, Shape target, Window window, SparseKernels sparse, int firstWeight, int firstBias) {
        this.source = source;
        this.target = target;
        this.window = window;
        this.sparse = sparse;
        this.firstWeight = firstWeight;
        this.firstBias = firstBias;
        this.taps = source.channels() * window.area();
        this.sets = (target.channels() + Lanes.BLOCK - 1) / Lanes.BLOCK;
        this.weights = new float[Math.multiplyExact(sets * Lanes.BLOCK, taps)];
        this.biases = new float[target.channels()];
        this.read = new float[taps * GROUP];
        this.offsets = new int[taps];
        for (int tap = 0; tap < taps; tap++) {
            offsets[tap] = tap * Lanes.BLOCK;
        }
    }

    void prepare(float[] parameters) {
        float[] all = sparse == null ? parameters : sparse.spread(parameters, firstWeight);
        int first = sparse == null ? firstWeight : 0;
        for (int channel = 0; channel < target.channels(); channel++) {
            int to = channel / Lanes.BLOCK * taps * Lanes.BLOCK + channel % Lanes.BLOCK;
            int from = first + channel * taps;
            for (int tap = 0; tap < taps; tap++) {
                weights[to + tap * Lanes.BLOCK] = all[from + tap];
            }
        }
        System.arraycopy(parameters, firstBias, biases, 0, biases.length);
    }

    void compute(float[] values, float[] result) {
        int cells = target.height() * target.width();
        for (int cell = 0; cell < cells; cell += GROUP) {
            int some = Math.min(GROUP, cells - cell);
            for (int i = 0; i < some; i++) {
                gather(values, (cell + i) / target.width(), (cell + i) % target.width(), i);
            }
            for (int set = 0; set < sets; set++) {
                int first = set * Lanes.BLOCK;
                if (some > 2) {
                    TapSums.four(weights, first * taps, offsets, read, 0, zeros, 0, sums, 0, Lanes.BLOCK);
                } else {
                    TapSums.two(weights, first * taps, offsets, read, 0, zeros, 0, sums, 0, Lanes.BLOCK);
                }
                int channels = Math.min(Lanes.BLOCK, target.channels() - first);
                for (int channel = 0; channel < channels; channel++) {
                    int at = (first + channel) * cells + cell;
                    for (int i = 0; i < some; i++) {
                        result[at + i] = sums[i * Lanes.BLOCK + channel] + biases[first + channel];
                    }
                }
            }
        }
    }

    /** What a cell reads, zeros where it reaches beyond the edge, as number {@code i} of four. */
    private void gather(float[] values, int row, int column, int i) {
        int top = window.vertical().first(row);
        int left = window.horizontal().first(column);
        int to = i;
        for (int channel = 0; channel < source.channels(); channel++) {
            int plane = channel * source.height() * source.width();
            for (int r = top; r < top + window.height(); r++) {
                boolean isInside = r >= 0 && r < source.height();
                for (int c = left; c < left + window.width(); c++) {
                    read[to] = isInside && c >= 0 && c < source.width() ? values[plane + r * source.width() + c] : 0;
                    to += GROUP;
                }
            }
        }
    }
}
