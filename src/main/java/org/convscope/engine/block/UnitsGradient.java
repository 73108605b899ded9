package org.convscope.engine.block;

import org.convscope.engine.kernel.Lanes;
import org.convscope.engine.kernel.TapSums;

/**
 * Where outputs are single units, a block has one cell: too little to sum over. So all images of the batch are kept,
 * and the sums over them are computed at the end for 32 weights at a time.
 */
final class UnitsGradient implements WeightGradient {

    private final Maps source;
    private final Maps deltas;
    private final int[] taps;
    private final int padding;
    private final int firstWeight;
    private final int rowLength;
    /** What each tap read, {@code [image][tap]}. */
    private float[] read = new float[0];
    /** {@code [group of four units][image][4]}. */
    private float[][] given;

    private int images;

    UnitsGradient(Maps source, Maps deltas, int padding, int[] taps, int firstWeight) {
        this.source = source;
        this.deltas = deltas;
        this.taps = taps;
        this.padding = padding;
        this.firstWeight = firstWeight;
        this.rowLength = (taps.length + Lanes.BLOCK - 1) / Lanes.BLOCK * Lanes.BLOCK;
        this.given = new float[Maps.filledUp(deltas.channels) / TapSums.GROUP][0];
    }

    @Override
    public void begin() {
        images = 0;
    }

    @Override
    public void add(int block) {
        makeRoom(images + Lanes.BLOCK);
        int base = source.at(block, 0, -padding, -padding);
        for (int tap = 0; tap < taps.length; tap++) {
            int at = base + taps[tap];
            for (int lane = 0; lane < Lanes.BLOCK; lane++) {
                read[(images + lane) * rowLength + tap] = source.values[at + lane];
            }
        }
        for (int channel = 0; channel < deltas.channels; channel++) {
            float[] group = given[channel / TapSums.GROUP];
            int at = deltas.at(block, channel, 0, 0);
            for (int lane = 0; lane < Lanes.BLOCK; lane++) {
                group[(images + lane) * TapSums.GROUP + channel % TapSums.GROUP] = deltas.values[at + lane];
            }
        }
        images += Lanes.BLOCK;
    }

    @Override
    public void finish(float[] gradients, int firstBias) {
        int[] rows = new int[images];
        for (int image = 0; image < images; image++) {
            rows[image] = image * rowLength;
        }
        float[] zeros = new float[TapSums.GROUP];
        float[] four = new float[TapSums.GROUP * rowLength];
        for (int channel = 0; channel < deltas.channels; channel += TapSums.GROUP) {
            float[] group = given[channel / TapSums.GROUP];
            for (int tap = 0; tap < rowLength; tap += Lanes.BLOCK) {
                TapSums.four(read, tap, rows, group, 0, zeros, 0, four, tap, rowLength);
            }
            for (int unit = channel; unit < Math.min(deltas.channels, channel + TapSums.GROUP); unit++) {
                System.arraycopy(
                        four, (unit - channel) * rowLength, gradients, firstWeight + unit * taps.length, taps.length);
                float sum = 0;
                for (int image = 0; image < images; image++) {
                    sum += group[image * TapSums.GROUP + unit - channel];
                }
                gradients[firstBias + unit] = sum;
            }
        }
    }

    private void makeRoom(int wanted) {
        if (read.length < wanted * rowLength) {
            read = java.util.Arrays.copyOf(read, Math.multiplyExact(wanted, rowLength));
            for (int group = 0; group < given.length; group++) {
                given[group] = java.util.Arrays.copyOf(given[group], wanted * TapSums.GROUP);
            }
        }
    }
}
