package org.convscope.engine.block;

import java.util.ArrayList;
import java.util.List;
import org.convscope.blueprint.Window;
import org.convscope.engine.kernel.TapSums;

/**
 * Gradient of a convolution with respect to its input: every input cell sums the deltas of the outputs that read it,
 * {@code Σ weight[out, in, kr, kc] · delta[out, (row + padding − kr) / stride, (column + padding − kc) / stride]} over
 * the kernel rows and columns for which that is a whole number.
 */
final class InputGradient {

    private final Maps deltas;
    private final Maps outputDeltas;
    /** The output's deltas in a frame of zeros, where the kernel reaches beyond their edge. */
    private final Maps given;

    private final Window window;
    private final int firstWeight;
    private final float[] zeros;
    private final List<Phase> phases = new ArrayList<>();

    /** The input cells whose row and column leave this remainder, and the kernel cells that reach them. */
    private record Phase(int row, int column, Taps taps) {}

    InputGradient(Maps deltas, Maps outputDeltas, Window window, KernelCells kernel, int firstWeight) {
        this.deltas = deltas;
        this.outputDeltas = outputDeltas;
        int frame = Math.max(
                reach(window, kernel.firstRow(), kernel.lastRow(), deltas.height, outputDeltas.height),
                reach(window, kernel.firstColumn(), kernel.lastColumn(), deltas.width, outputDeltas.width));
        this.given = frame == 0
                ? outputDeltas
                : new Maps(outputDeltas.channels, outputDeltas.height, outputDeltas.width, frame, 1);
        this.window = window;
        this.firstWeight = firstWeight;
        this.zeros = new float[Maps.filledUp(deltas.channels)];
        for (int row = 0; row < window.stride(); row++) {
            for (int column = 0; column < window.stride(); column++) {
                phases.add(phase(row, column, kernel));
            }
        }
    }

    /** How far beyond the edge of the output's deltas is read. */
    private static int reach(Window window, int firstCell, int lastCell, int inputLength, int outputLength) {
        int before = -Math.floorDiv(window.padding() - lastCell, window.stride());
        int behind =
                Math.floorDiv(inputLength - 1 + window.padding() - firstCell, window.stride()) - (outputLength - 1);
        return Math.max(0, Math.max(before, behind));
    }

    void prepare(float[] parameters) {
        phases.forEach(phase -> phase.taps.load(parameters, firstWeight));
    }

    void compute(int block) {
        int stride = window.stride();
        int padding = window.padding();
        boolean isFramed = given != outputDeltas;
        if (isFramed) {
            frame(block);
        }
        for (Phase phase : phases) {
            for (int row = first(phase.row); row < deltas.height; row += stride) {
                for (int channel = 0; channel < deltas.channels; channel += TapSums.GROUP) {
                    for (int column = first(phase.column); column < deltas.width; column += stride) {
                        int base = given.at(
                                isFramed ? 0 : block, 0, (row + padding) / stride, (column + padding) / stride);
                        phase.taps.sum(
                                given.values, base, zeros, channel, deltas, deltas.at(block, channel, row, column));
                    }
                }
            }
        }
    }

    private void frame(int block) {
        for (int channel = 0; channel < given.channels; channel++) {
            for (int row = 0; row < given.height; row++) {
                System.arraycopy(
                        outputDeltas.values,
                        outputDeltas.at(block, channel, row, 0),
                        given.values,
                        given.at(0, channel, row, 0),
                        given.rowLength());
            }
        }
    }

    /** The first row or column whose distance to the padded edge leaves this remainder. */
    private int first(int remainder) {
        return Math.floorMod(remainder - window.padding(), window.stride());
    }

    private Phase phase(int row, int column, KernelCells kernel) {
        int side = window.kernelSize();
        int stride = window.stride();
        int perOutput = deltas.channels * side * side;
        List<int[]> found = new ArrayList<>();
        for (int output = 0; output < given.channels; output++) {
            for (int kernelRow = row; kernelRow < side; kernelRow += stride) {
                for (int kernelColumn = column; kernelColumn < side; kernelColumn += stride) {
                    if (kernelRow < kernel.firstRow()
                            || kernelRow > kernel.lastRow()
                            || kernelColumn < kernel.firstColumn()
                            || kernelColumn > kernel.lastColumn()) {
                        continue;
                    }
                    int offset =
                            given.at(0, output, -(kernelRow / stride), -(kernelColumn / stride)) - given.at(0, 0, 0, 0);
                    found.add(new int[] {offset, output * perOutput + kernelRow * side + kernelColumn});
                }
            }
        }
        int[] offsets = found.stream().mapToInt(each -> each[0]).toArray();
        int[] places = found.stream().mapToInt(each -> each[1]).toArray();
        return new Phase(row, column, new Taps(offsets, places, deltas.channels, side * side));
    }
}
