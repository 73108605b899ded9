package org.convscope.engine.block;

import org.convscope.blueprint.Window;
import org.convscope.engine.kernel.Lanes;

/** The sum of each window times the coefficient of its map, plus the map's bias. */
final class Subsampling implements Layer {

    private final Maps source;
    private final Maps sourceDeltas;
    private final Maps target;
    private final Maps targetDeltas;
    private final Window window;
    private final int firstCoefficient;
    private final int firstBias;
    private final float[] coefficients;
    private final float[] biases;
    /** Their gradients, an image a lane: {@code [C, 32]}. */
    private final float[] coefficientSums;

    private final float[] biasSums;
    private final float[] sum = new float[Lanes.BLOCK];

    /** Subsampling of {@code source}; {@code sourceDeltas} is {@code null} where nobody asks for them. */
    Subsampling(
            Maps source,
            Maps sourceDeltas,
            Maps target,
            Maps targetDeltas,
            Window window,
            int firstCoefficient,
            int firstBias) {
        this.source = source;
        this.sourceDeltas = sourceDeltas;
        this.target = target;
        this.targetDeltas = targetDeltas;
        this.window = window;
        this.firstCoefficient = firstCoefficient;
        this.firstBias = firstBias;
        this.coefficients = new float[source.channels];
        this.biases = new float[source.channels];
        this.coefficientSums = new float[source.channels * Lanes.BLOCK];
        this.biasSums = new float[source.channels * Lanes.BLOCK];
    }

    @Override
    public void prepare(float[] parameters, long step, int firstBlock) {
        System.arraycopy(parameters, firstCoefficient, coefficients, 0, coefficients.length);
        System.arraycopy(parameters, firstBias, biases, 0, biases.length);
        java.util.Arrays.fill(coefficientSums, 0);
        java.util.Arrays.fill(biasSums, 0);
    }

    @Override
    public void forward(int from, int to, int images) {
        for (int block = from; block < to; block++) {
            for (int channel = 0; channel < target.channels; channel++) {
                for (int row = 0; row < target.height; row++) {
                    for (int column = 0; column < target.width; column++) {
                        addUp(block, channel, row, column);
                        int at = target.at(block, channel, row, column);
                        for (int lane = 0; lane < Lanes.BLOCK; lane++) {
                            target.values[at + lane] = sum[lane] * coefficients[channel] + biases[channel];
                        }
                    }
                }
            }
        }
    }

    /** Sums the window of a cell for each image. */
    private void addUp(int block, int channel, int row, int column) {
        java.util.Arrays.fill(sum, 0);
        for (int r = firstRow(row); r < endRow(row, source); r++) {
            for (int c = firstColumn(column); c < endColumn(column, source); c++) {
                int at = source.at(block, channel, r, c);
                for (int lane = 0; lane < Lanes.BLOCK; lane++) {
                    sum[lane] += source.values[at + lane];
                }
            }
        }
    }

    @Override
    public void backward(int from, int to, int images) {
        for (int block = from; block < to; block++) {
            for (int channel = 0; channel < target.channels; channel++) {
                if (sourceDeltas != null) {
                    clear(block, channel);
                }
                for (int row = 0; row < target.height; row++) {
                    for (int column = 0; column < target.width; column++) {
                        addUp(block, channel, row, column);
                        int at = targetDeltas.at(block, channel, row, column);
                        int own = channel * Lanes.BLOCK;
                        for (int lane = 0; lane < Lanes.BLOCK; lane++) {
                            coefficientSums[own + lane] += sum[lane] * targetDeltas.values[at + lane];
                            biasSums[own + lane] += targetDeltas.values[at + lane];
                        }
                        if (sourceDeltas != null) {
                            spread(block, channel, row, column, at);
                        }
                    }
                }
            }
        }
    }

    private void clear(int block, int channel) {
        for (int row = 0; row < sourceDeltas.height; row++) {
            int at = sourceDeltas.at(block, channel, row, 0);
            java.util.Arrays.fill(sourceDeltas.values, at, at + sourceDeltas.rowLength(), 0);
        }
    }

    private void spread(int block, int channel, int row, int column, int delta) {
        for (int r = firstRow(row); r < endRow(row, sourceDeltas); r++) {
            for (int c = firstColumn(column); c < endColumn(column, sourceDeltas); c++) {
                int at = sourceDeltas.at(block, channel, r, c);
                for (int lane = 0; lane < Lanes.BLOCK; lane++) {
                    sourceDeltas.values[at + lane] += coefficients[channel] * targetDeltas.values[delta + lane];
                }
            }
        }
    }

    private int firstRow(int row) {
        return Math.max(0, window.vertical().first(row));
    }

    private int endRow(int row, Maps maps) {
        return Math.min(maps.height, window.vertical().first(row) + window.height());
    }

    private int firstColumn(int column) {
        return Math.max(0, window.horizontal().first(column));
    }

    private int endColumn(int column, Maps maps) {
        return Math.min(maps.width, window.horizontal().first(column) + window.width());
    }

    @Override
    public void finish(float[] gradients) {
        for (int channel = 0; channel < coefficients.length; channel++) {
            float coefficient = 0;
            float bias = 0;
            for (int lane = 0; lane < Lanes.BLOCK; lane++) {
                coefficient += coefficientSums[channel * Lanes.BLOCK + lane];
                bias += biasSums[channel * Lanes.BLOCK + lane];
            }
            gradients[firstCoefficient + channel] = coefficient;
            gradients[firstBias + channel] = bias;
        }
    }
}
