package org.convscope.blueprint;

/**
 * The square that slides over a map.
 *
 * @param kernelSize side in cells
 * @param stride cells it moves per output cell
 * @param padding cells of zeros around the map, on each side
 */
public record Window(int kernelSize, int stride, int padding) {

    /** One cell at a time. */
    public static final Window CELL = new Window(1, 1, 0);

    public Window {
        if (kernelSize < 1 || stride < 1 || padding < 0) {
            throw new IllegalArgumentException("kernel " + kernelSize + ", stride " + stride + ", padding " + padding);
        }
    }

    /** Output length of an axis: {@code (length + 2·padding − kernelSize) / stride + 1}, rounded down. */
    public int slide(int length) {
        return Math.floorDiv(length + 2 * padding - kernelSize, stride) + 1;
    }
}
