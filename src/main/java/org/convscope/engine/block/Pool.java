package org.convscope.engine.block;

import org.convscope.blueprint.Pooling;
import org.convscope.blueprint.Window;
import org.convscope.engine.kernel.Lanes;
import org.convscope.engine.kernel.Pools;

/** Maxima or means over windows; cells of the padding take no part. */
final class Pool implements Layer {

    private final Pooling kind;
    private final Maps source;
    private final Maps sourceDeltas;
    private final Maps target;
    private final Maps targetDeltas;
    private final Window window;
    private final Maps winners;
    private final int[] cells;

    /** Pooling of {@code source}; {@code sourceDeltas} is {@code null} where nobody asks for them. */
    Pool(Pooling kind, Maps source, Maps sourceDeltas, Maps target, Maps targetDeltas, Window window, int blocks) {
        this.kind = kind;
        this.source = source;
        this.sourceDeltas = sourceDeltas;
        this.target = target;
        this.targetDeltas = targetDeltas;
        this.window = window;
        this.winners = kind == Pooling.MAX
                ? new Maps(target.channels, target.height, target.width, Maps.Frame.NONE, blocks)
                : null;
        this.cells = new int[window.area()];
    }

    @Override
    public void forward(int from, int to, int images) {
        for (int block = from; block < to; block++) {
            for (int row = 0; row < target.height; row++) {
                for (int column = 0; column < target.width; column++) {
                    int count = listCells(row, column, source);
                    for (int channel = 0; channel < target.channels; channel++) {
                        int base = source.at(block, channel, 0, 0);
                        int first = target.at(block, channel, row, column);
                        if (kind == Pooling.MAX) {
                            Pools.max(
                                    source.values,
                                    base,
                                    cells,
                                    count,
                                    target.values,
                                    first,
                                    winners.values,
                                    winners.at(block, channel, row, column));
                        } else {
                            Pools.mean(source.values, base, cells, count, target.values, first);
                        }
                    }
                }
            }
        }
    }

    @Override
    public void backward(int from, int to, int images) {
        if (sourceDeltas == null) {
            return;
        }
        for (int block = from; block < to; block++) {
            clear(block);
            for (int row = 0; row < target.height; row++) {
                for (int column = 0; column < target.width; column++) {
                    int count = listCells(row, column, sourceDeltas);
                    for (int channel = 0; channel < target.channels; channel++) {
                        int base = sourceDeltas.at(block, channel, 0, 0);
                        int first = targetDeltas.at(block, channel, row, column);
                        if (kind == Pooling.MAX) {
                            Pools.maxBack(
                                    sourceDeltas.values,
                                    base,
                                    cells,
                                    count,
                                    targetDeltas.values,
                                    first,
                                    winners.values,
                                    winners.at(block, channel, row, column));
                        } else {
                            Pools.meanBack(sourceDeltas.values, base, cells, count, targetDeltas.values, first);
                        }
                    }
                }
            }
        }
    }

    private void clear(int block) {
        for (int channel = 0; channel < sourceDeltas.channels; channel++) {
            for (int row = 0; row < sourceDeltas.height; row++) {
                int at = sourceDeltas.at(block, channel, row, 0);
                java.util.Arrays.fill(sourceDeltas.values, at, at + sourceDeltas.rowLength(), 0);
            }
        }
    }

    /** Lists the cells of a window that lie on the map, row by row, and returns how many they are. */
    private int listCells(int row, int column, Maps maps) {
        int count = 0;
        for (int kernelRow = 0; kernelRow < window.height(); kernelRow++) {
            int r = window.vertical().first(row) + kernelRow;
            for (int kernelColumn = 0; kernelColumn < window.width(); kernelColumn++) {
                int c = window.horizontal().first(column) + kernelColumn;
                if (r >= 0 && r < maps.height && c >= 0 && c < maps.width) {
                    cells[count++] = r * maps.rowDistance + c * Lanes.BLOCK;
                }
            }
        }
        return count;
    }
}
