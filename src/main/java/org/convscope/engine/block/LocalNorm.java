package org.convscope.engine.block;

import java.util.Arrays;
import org.convscope.blueprint.Op;
import org.convscope.engine.kernel.Neighbours;

/**
 * Local response normalisation: {@code y = x·s^−β} with {@code s = k + α·Σ x²} over neighbouring maps. On the way back
 * every map hears of those that it was a neighbour of, {@code dx = dy·s^−β − 2αβ·x·Σ dy·x·s^−β/s}.
 */
final class LocalNorm implements Layer {

    private final Op.Lrn norm;
    private final Maps source;
    private final Maps sourceDeltas;
    private final Maps target;
    private final Maps targetDeltas;
    /** s for each cell of a block's row, {@code [C, W, 32]}. */
    private final float[] sums;

    /** s^−β for each of them. */
    private final float[] divisors;

    private final float[] told;

    /** Normalises {@code source}; {@code sourceDeltas} is {@code null} where nobody asks for them. */
    LocalNorm(Op.Lrn norm, Maps source, Maps sourceDeltas, Maps target, Maps targetDeltas) {
        this.norm = norm;
        this.source = source;
        this.sourceDeltas = sourceDeltas;
        this.target = target;
        this.targetDeltas = targetDeltas;
        int row = source.channels * source.rowLength();
        this.sums = new float[row];
        this.divisors = new float[row];
        this.told = new float[row];
    }

    @Override
    public void forward(int from, int to, int images) {
        int length = source.rowLength();
        for (int block = from; block < to; block++) {
            for (int row = 0; row < source.height; row++) {
                sum(block, row);
                for (int channel = 0; channel < source.channels; channel++) {
                    Neighbours.multiply(
                            source.values,
                            source.at(block, channel, row, 0),
                            divisors,
                            channel * length,
                            length,
                            target.values,
                            target.at(block, channel, row, 0));
                }
            }
        }
    }

    /** Fills sums and divisors for a row of all maps. */
    private void sum(int block, int row) {
        int length = source.rowLength();
        Arrays.fill(sums, (float) norm.k());
        for (int channel = 0; channel < source.channels; channel++) {
            int last = norm.last(channel, source.channels);
            for (int other = norm.first(channel); other <= last; other++) {
                Neighbours.addSquares(
                        source.values,
                        source.at(block, other, row, 0),
                        length,
                        (float) norm.alpha(),
                        sums,
                        channel * length);
            }
        }
        System.arraycopy(sums, 0, divisors, 0, sums.length);
        Neighbours.divisors(divisors, 0, divisors.length, norm.beta());
    }

    @Override
    public void backward(int from, int to, int images) {
        if (sourceDeltas == null) {
            return;
        }
        int length = source.rowLength();
        float factor = (float) (2 * norm.alpha() * norm.beta());
        for (int block = from; block < to; block++) {
            for (int row = 0; row < source.height; row++) {
                sum(block, row);
                for (int channel = 0; channel < source.channels; channel++) {
                    int at = channel * length;
                    int delta = targetDeltas.at(block, channel, row, 0);
                    int value = source.at(block, channel, row, 0);
                    Neighbours.tell(
                            targetDeltas.values, delta, source.values, value, divisors, at, sums, at, length, told, at);
                    Neighbours.multiply(
                            targetDeltas.values,
                            delta,
                            divisors,
                            at,
                            length,
                            sourceDeltas.values,
                            sourceDeltas.at(block, channel, row, 0));
                }
                for (int channel = 0; channel < source.channels; channel++) {
                    int last = norm.last(channel, source.channels);
                    for (int other = norm.first(channel); other <= last; other++) {
                        Neighbours.takeAway(
                                source.values,
                                source.at(block, channel, row, 0),
                                told,
                                other * length,
                                length,
                                factor,
                                sourceDeltas.values,
                                sourceDeltas.at(block, channel, row, 0));
                    }
                }
            }
        }
    }
}
