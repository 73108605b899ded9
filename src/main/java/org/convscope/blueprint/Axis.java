package org.convscope.blueprint;

/**
 * How a window slides along one axis of a map.
 *
 * @param kernelSize cells of the window
 * @param stride cells it moves per output cell
 * @param padding cells of zeros around the map, on each side
 */
public record Axis(int kernelSize, int stride, int padding) {

    /** One cell at a time. */
    public static final Axis CELL = new Axis(1, 1, 0);

    public Axis {
        if (kernelSize < 1 || stride < 1 || padding < 0) {
            throw new IllegalArgumentException("kernel " + kernelSize + ", stride " + stride + ", padding " + padding);
        }
    }

    /** Output length: {@code (length + 2·padding − kernelSize) / stride + 1}, rounded down. */
    public int slide(int length) {
        return Math.floorDiv(length + 2 * padding - kernelSize, stride) + 1;
    }

    /** The first cell that the window covers at an output cell; negative where padding hangs over the edge. */
    public int first(int outputCell) {
        return outputCell * stride - padding;
    }
}
