package org.convscope.engine.block;

import org.convscope.blueprint.Window;
import org.convscope.engine.kernel.Lanes;
import org.convscope.engine.kernel.Moments;
import org.convscope.engine.kernel.TapProducts;

/** Where outputs are maps: the sums run over their cells and the images of the block. */
final class MapsGradient implements WeightGradient {

    private static final int GROUP = TapProducts.GROUP;

    /** Half of a common second-level cache. */
    private static final int STRIP_BYTES = 512 << 10;

    /** Fewer cells would not be worth the adding up of lanes that each strip costs. */
    private static final int LEAST_CELLS = 96;

    private final Maps source;
    private final Maps deltas;
    private final Window window;
    private final Taps taps;
    private final int firstWeight;
    /** Positions in strips of rows, so that all channels of a strip stay in the caches until all have been read. */
    private final int[][] sourceCells;

    private final int[][] deltaCells;
    private final float[] registers = new float[GROUP * GROUP * Lanes.perRegister()];
    private final float[] sums;
    private final float[] biases;

    MapsGradient(Maps source, Maps deltas, Window window, Taps taps, int firstWeight) {
        this.source = source;
        this.deltas = deltas;
        this.window = window;
        this.taps = taps;
        this.firstWeight = firstWeight;
        int rows = rowsOfStrip();
        int strips = (deltas.height + rows - 1) / rows;
        this.sourceCells = new int[strips][];
        this.deltaCells = new int[strips][];
        for (int strip = 0; strip < strips; strip++) {
            listCells(strip, strip * rows, Math.min(deltas.height, (strip + 1) * rows));
        }
        this.sums = new float[Maps.filledUp(deltas.channels) / GROUP * groupsOfTaps() * GROUP * GROUP];
        this.biases = new float[deltas.channels * Lanes.BLOCK];
    }

    @Override
    public void begin() {
        java.util.Arrays.fill(sums, 0);
        java.util.Arrays.fill(biases, 0);
    }

    @Override
    public void add(int block) {
        float[] some = new float[GROUP * GROUP];
        int base = source.at(
                block, 0, -window.vertical().padding(), -window.horizontal().padding());
        for (int strip = 0; strip < deltaCells.length; strip++) {
            for (int channel = 0; channel < deltas.channels; channel += GROUP) {
                for (int group = 0; group < groupsOfTaps(); group++) {
                    int at = (channel / GROUP * groupsOfTaps() + group) * GROUP * GROUP;
                    System.arraycopy(sums, at, some, 0, some.length);
                    TapProducts.sixteen(
                            deltas.values,
                            deltas.at(block, channel, 0, 0),
                            deltas.channelDistance,
                            deltaCells[strip],
                            source.values,
                            base + tap(group, 0),
                            base + tap(group, 1),
                            base + tap(group, 2),
                            base + tap(group, 3),
                            sourceCells[strip],
                            registers,
                            some);
                    System.arraycopy(some, 0, sums, at, some.length);
                }
            }
        }
        float[] lanes = new float[Lanes.BLOCK];
        for (int channel = 0; channel < deltas.channels; channel++) {
            System.arraycopy(biases, channel * Lanes.BLOCK, lanes, 0, Lanes.BLOCK);
            for (int row = 0; row < deltas.height; row++) {
                Moments.add(deltas.values, deltas.at(block, channel, row, 0), deltas.rowLength(), lanes);
            }
            System.arraycopy(lanes, 0, biases, channel * Lanes.BLOCK, Lanes.BLOCK);
        }
    }

    @Override
    public void finish(float[] gradients, int firstBias) {
        for (int channel = 0; channel < deltas.channels; channel++) {
            for (int tap = 0; tap < taps.count(); tap++) {
                int group = channel / GROUP * groupsOfTaps() + tap / GROUP;
                gradients[firstWeight + channel * taps.placesPerChannel() + taps.place(tap)] =
                        sums[group * GROUP * GROUP + channel % GROUP * GROUP + tap % GROUP];
            }
            float sum = 0;
            for (int lane = 0; lane < Lanes.BLOCK; lane++) {
                sum += biases[channel * Lanes.BLOCK + lane];
            }
            gradients[firstBias + channel] = sum;
        }
    }

    private int groupsOfTaps() {
        return (taps.count() + GROUP - 1) / GROUP;
    }

    // The last group is filled up with a tap that it has already.
    private int tap(int group, int index) {
        return taps.offset(Math.min(group * GROUP + index, taps.count() - 1));
    }

    private int rowsOfStrip() {
        int cellBytes = (source.channels
                                * window.vertical().stride()
                                * window.horizontal().stride()
                        + deltas.channels)
                * Lanes.BLOCK
                * Float.BYTES;
        int cells = Math.max(LEAST_CELLS, STRIP_BYTES / cellBytes);
        return Math.max(1, Math.min(deltas.height, cells / deltas.width));
    }

    private void listCells(int strip, int from, int to) {
        int positions = (to - from) * deltas.width * TapProducts.positionsPerCell();
        sourceCells[strip] = new int[positions];
        deltaCells[strip] = new int[positions];
        int position = 0;
        for (int row = from; row < to; row++) {
            for (int column = 0; column < deltas.width; column++) {
                for (int lane = 0; lane < Lanes.BLOCK; lane += Lanes.perRegister()) {
                    deltaCells[strip][position] = deltas.at(0, 0, row, column) - deltas.at(0, 0, 0, 0) + lane;
                    sourceCells[strip][position++] = source.at(
                                    0,
                                    0,
                                    row * window.vertical().stride(),
                                    column * window.horizontal().stride())
                            - source.at(0, 0, 0, 0)
                            + lane;
                }
            }
        }
    }
}
