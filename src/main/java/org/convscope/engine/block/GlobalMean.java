package org.convscope.engine.block;

import org.convscope.engine.kernel.Lanes;
import org.convscope.engine.kernel.Moments;

/** The mean of each map, as a unit. */
final class GlobalMean implements Layer {

    private final Maps source;
    private final Maps sourceDeltas;
    private final Maps target;
    private final Maps targetDeltas;
    private final float share;

    /** Means of {@code source}; {@code sourceDeltas} is {@code null} where nobody asks for them. */
    GlobalMean(Maps source, Maps sourceDeltas, Maps target, Maps targetDeltas) {
        this.source = source;
        this.sourceDeltas = sourceDeltas;
        this.target = target;
        this.targetDeltas = targetDeltas;
        this.share = 1f / (source.height * source.width);
    }

    @Override
    public void forward(int from, int to, int images) {
        for (int block = from; block < to; block++) {
            for (int channel = 0; channel < source.channels; channel++) {
                float[] lanes = new float[Lanes.BLOCK];
                for (int row = 0; row < source.height; row++) {
                    Moments.add(source.values, source.at(block, channel, row, 0), source.rowLength(), lanes);
                }
                int at = target.at(block, channel, 0, 0);
                for (int lane = 0; lane < Lanes.BLOCK; lane++) {
                    target.values[at + lane] = lanes[lane] * share;
                }
            }
        }
    }

    @Override
    public void backward(int from, int to, int images) {
        if (sourceDeltas == null) {
            return;
        }
        float[] lanes = new float[Lanes.BLOCK];
        for (int block = from; block < to; block++) {
            for (int channel = 0; channel < source.channels; channel++) {
                int at = targetDeltas.at(block, channel, 0, 0);
                for (int lane = 0; lane < Lanes.BLOCK; lane++) {
                    lanes[lane] = targetDeltas.values[at + lane] * share;
                }
                int first = sourceDeltas.at(block, channel, 0, 0);
                int cells = sourceDeltas.height * sourceDeltas.width;
                for (int cell = 0; cell < cells; cell++) {
                    System.arraycopy(lanes, 0, sourceDeltas.values, first + cell * Lanes.BLOCK, Lanes.BLOCK);
                }
            }
        }
    }
}
