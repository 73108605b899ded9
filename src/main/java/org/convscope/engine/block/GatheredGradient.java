package org.convscope.engine.block;

import org.convscope.blueprint.Axis;
import org.convscope.blueprint.Window;
import org.convscope.engine.kernel.Lanes;
import org.convscope.engine.kernel.TapSums;

/**
 * Where outputs have few cells, a block is too little to sum over. So sources are gathered with their channels side by
 * side, {@code [image][row, column, channel]}, in a frame of zeros, and the sums run over all cells of some hundred
 * images, for 32 weights at a time: those of neighbouring channels and kernel columns lie next to each other.
 */
final class GatheredGradient implements WeightGradient {

    private static final int GROUP = TapSums.GROUP;

    /** Positions after which what was gathered is summed: long enough to sum over, short enough for the caches. */
    private static final int MOST_POSITIONS = 1024;

    /** Floats of sources, or of deltas, after which it is summed, too; at least one block is gathered. */
    static final int MOST_FLOATS = 1 << 16;

    private final Maps source;
    private final Maps deltas;
    private final Window window;
    private final KernelCells kernel;
    private final int firstWeight;
    /** Floats of a framed row, and of a framed image. */
    private final int rowLength;

    private final int imageLength;
    private final int capacity;
    private final float[] read;
    /** {@code [group of four output channels][position][4]}. */
    private final float[][] given;

    private final int[] positions;
    /** Sets of 32 weights in one kernel row. */
    private final int sets;
    /** {@code [group of four output channels][kernel row][set][4][32]}. */
    private final float[] sums;

    private final float[] biases;
    private final float[] some = new float[GROUP * Lanes.BLOCK];
    private final float[] zeros = new float[GROUP];
    private int images;

    GatheredGradient(Maps source, Maps deltas, Window window, KernelCells kernel, int firstWeight) {
        this.source = source;
        this.deltas = deltas;
        this.window = window;
        this.kernel = kernel;
        this.firstWeight = firstWeight;
        int rows = length(window.vertical(), source.height, deltas.height);
        int columns = length(window.horizontal(), source.width, deltas.width);
        this.rowLength = columns * source.channels;
        this.imageLength = rows * rowLength;
        int cells = deltas.height * deltas.width;
        int longest = Math.max(imageLength, deltas.channels * cells);
        int most = Math.min(MOST_POSITIONS / cells, MOST_FLOATS / longest);
        this.capacity = Lanes.BLOCK * Math.max(1, most / Lanes.BLOCK);
        // The last set may read beyond its row; what it finds there is not used.
        this.read = new float[Math.multiplyExact(capacity, imageLength) + Lanes.BLOCK];
        int groups = Maps.filledUp(deltas.channels) / GROUP;
        this.given = new float[groups][capacity * cells * GROUP];
        this.positions = new int[capacity * cells];
        for (int position = 0; position < positions.length; position++) {
            int cell = position % cells;
            positions[position] = position / cells * imageLength
                    + cell / deltas.width * window.vertical().stride() * rowLength
                    + cell % deltas.width * window.horizontal().stride() * source.channels;
        }
        this.sets = (kernel.columns() * source.channels + Lanes.BLOCK - 1) / Lanes.BLOCK;
        this.sums = new float[Math.multiplyExact(groups * kernel.rows() * sets, some.length)];
        this.biases = new float[deltas.channels];
    }

    /** Cells of a framed row or column. */
    private static int length(Axis axis, int source, int target) {
        return Math.max(source + axis.padding(), (target - 1) * axis.stride() + axis.kernelSize());
    }

    /**
     * Whether this way is the faster one. Measured in cycles per 16 weights and position: the other way has to add up
     * the lanes of 16 registers for every block; this one computes weights that nobody asked for where a kernel row
     * does not fill its sets, and has to turn sources and deltas around.
     */
    static boolean isFaster(Maps source, Maps deltas, KernelCells kernel) {
        double cells = deltas.height * deltas.width;
        double addingLanes = 9.4 / cells;
        double asked = kernel.columns() * source.channels;
        double filled = Math.ceil(asked / Lanes.BLOCK) * Lanes.BLOCK;
        double weights = asked * kernel.rows() * deltas.channels;
        double turning = 24.0 * (source.channels + deltas.channels) / weights;
        return filled / asked - 1 + turning < addingLanes;
    }

    @Override
    public void begin() {
        images = 0;
        java.util.Arrays.fill(sums, 0);
        java.util.Arrays.fill(biases, 0);
    }

    @Override
    public void add(int block) {
        gatherSources(block);
        gatherDeltas(block);
        images += Lanes.BLOCK;
        if (images == capacity) {
            sum();
        }
    }

    private void gatherSources(int block) {
        int channels = source.channels;
        for (int row = 0; row < source.height; row++) {
            for (int column = 0; column < source.width; column++) {
                int from = source.at(block, 0, row, column);
                int to = images * imageLength
                        + (row + window.vertical().padding()) * rowLength
                        + (column + window.horizontal().padding()) * channels;
                for (int lane = 0; lane < Lanes.BLOCK; lane++) {
                    for (int channel = 0; channel < channels; channel++) {
                        read[to + channel] = source.values[from + channel * source.channelDistance + lane];
                    }
                    to += imageLength;
                }
            }
        }
    }

    private void gatherDeltas(int block) {
        int cells = deltas.height * deltas.width;
        for (int channel = 0; channel < deltas.channels; channel++) {
            float[] group = given[channel / GROUP];
            float sum = 0;
            for (int cell = 0; cell < cells; cell++) {
                int from = deltas.at(block, channel, cell / deltas.width, cell % deltas.width);
                int to = (images * cells + cell) * GROUP + channel % GROUP;
                for (int lane = 0; lane < Lanes.BLOCK; lane++) {
                    float delta = deltas.values[from + lane];
                    group[to] = delta;
                    sum += delta;
                    to += cells * GROUP;
                }
            }
            biases[channel] += sum;
        }
    }

    /** Adds up over what was gathered, and forgets it. */
    private void sum() {
        int count = images * deltas.height * deltas.width;
        int[] all = count == positions.length ? positions : java.util.Arrays.copyOf(positions, count);
        int at = 0;
        for (float[] group : given) {
            for (int row = kernel.firstRow(); row <= kernel.lastRow(); row++) {
                int base = row * rowLength + kernel.firstColumn() * source.channels;
                for (int set = 0; set < sets; set++) {
                    TapSums.four(read, base + set * Lanes.BLOCK, all, group, 0, zeros, 0, some, 0, Lanes.BLOCK);
                    for (int i = 0; i < some.length; i++) {
                        sums[at + i] += some[i];
                    }
                    at += some.length;
                }
            }
        }
        images = 0;
    }

    @Override
    public void finish(float[] gradients, int firstBias) {
        if (images > 0) {
            sum();
        }
        for (int output = 0; output < deltas.channels; output++) {
            for (int row = kernel.firstRow(); row <= kernel.lastRow(); row++) {
                int first = (output / GROUP * kernel.rows() + row - kernel.firstRow()) * sets * some.length
                        + output % GROUP * Lanes.BLOCK;
                int lane = 0;
                for (int column = kernel.firstColumn(); column <= kernel.lastColumn(); column++) {
                    int place = firstWeight + output * source.channels * window.area() + row * window.width() + column;
                    for (int channel = 0; channel < source.channels; channel++) {
                        gradients[place + channel * window.area()] =
                                sums[first + lane / Lanes.BLOCK * some.length + lane % Lanes.BLOCK];
                        lane++;
                    }
                }
            }
        }
        System.arraycopy(biases, 0, gradients, firstBias, biases.length);
    }
}
