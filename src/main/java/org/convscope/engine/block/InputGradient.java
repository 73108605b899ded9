package org.convscope.engine.block;

import java.util.ArrayList;
import java.util.List;
import org.convscope.blueprint.Axis;
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
        Maps.Frame frame = new Maps.Frame(
                reach(window.vertical(), kernel.firstRow(), kernel.lastRow(), deltas.height, outputDeltas.height),
                reach(
                        window.horizontal(),
                        kernel.firstColumn(),
                        kernel.lastColumn(),
                        deltas.width,
                        outputDeltas.width));
        this.given = frame.equals(Maps.Frame.NONE)
                ? outputDeltas
                : new Maps(outputDeltas.channels, outputDeltas.height, outputDeltas.width, frame, 1);
        this.window = window;
        this.firstWeight = firstWeight;
        this.zeros = new float[Maps.filledUp(deltas.channels)];
        for (int row = 0; row < window.vertical().stride(); row++) {
            for (int column = 0; column < window.horizontal().stride(); column++) {
                phases.add(phase(row, column, kernel));
            }
        }
    }

    /** How far beyond the edge of the output's deltas is read. */
    private static int reach(Axis axis, int firstCell, int lastCell, int inputLength, int outputLength) {
        int before = -Math.floorDiv(axis.padding() - lastCell, axis.stride());
        int behind = Math.floorDiv(inputLength - 1 + axis.padding() - firstCell, axis.stride()) - (outputLength - 1);
        return Math.max(0, Math.max(before, behind));
    }

    void prepare(float[] parameters) {
        phases.forEach(phase -> phase.taps.load(parameters, firstWeight));
    }

    void compute(int block) {
        Axis rows = window.vertical();
        Axis columns = window.horizontal();
        boolean isFramed = given != outputDeltas;
        if (isFramed) {
            frame(block);
        }
        for (Phase phase : phases) {
            for (int row = first(phase.row, rows); row < deltas.height; row += rows.stride()) {
                for (int channel = 0; channel < deltas.channels; channel += TapSums.GROUP) {
                    for (int column = first(phase.column, columns); column < deltas.width; column += columns.stride()) {
                        int base = given.at(
                                isFramed ? 0 : block,
                                0,
                                (row + rows.padding()) / rows.stride(),
                                (column + columns.padding()) / columns.stride());
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
    private static int first(int remainder, Axis axis) {
        return Math.floorMod(remainder - axis.padding(), axis.stride());
    }

    private Phase phase(int row, int column, KernelCells kernel) {
        int rowStride = window.vertical().stride();
        int columnStride = window.horizontal().stride();
        int perOutput = deltas.channels * window.area();
        List<int[]> found = new ArrayList<>();
        for (int output = 0; output < given.channels; output++) {
            for (int kernelRow = row; kernelRow < window.height(); kernelRow += rowStride) {
                for (int kernelColumn = column; kernelColumn < window.width(); kernelColumn += columnStride) {
                    if (kernelRow < kernel.firstRow()
                            || kernelRow > kernel.lastRow()
                            || kernelColumn < kernel.firstColumn()
                            || kernelColumn > kernel.lastColumn()) {
                        continue;
                    }
                    int offset = given.at(0, output, -(kernelRow / rowStride), -(kernelColumn / columnStride))
                            - given.at(0, 0, 0, 0);
                    found.add(new int[] {offset, output * perOutput + kernelRow * window.width() + kernelColumn});
                }
            }
        }
        int[] offsets = found.stream().mapToInt(each -> each[0]).toArray();
        int[] places = found.stream().mapToInt(each -> each[1]).toArray();
        return new Phase(row, column, new Taps(offsets, places, deltas.channels, window.area()));
    }
}
