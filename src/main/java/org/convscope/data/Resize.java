package org.convscope.data;

import java.util.Arrays;
import org.convscope.tensor.Shape;

/** Brings the planes of an image to another size, by area averaging; it never changes and may be shared. */
final class Resize {

    private final Placement placement;
    private final int width;
    private final int height;
    private final Shape target;
    private final boolean copies;

    /** From planes of {@code height} × {@code width} to those of {@code target}. */
    Resize(Placement placement, int width, int height, Shape target) {
        this.placement = placement;
        this.width = width;
        this.height = height;
        this.target = target;
        this.copies = placement.columns().cells() == width
                && placement.rows().cells() == height
                && placement.columns().isWhole()
                && placement.rows().isWhole();
    }

    /** Writes {@code [C, H, W]} into {@code resized} from {@code offset} on. */
    void apply(float[] image, int channels, float[] resized, int offset) {
        int area = target.height() * target.width();
        Arrays.fill(resized, offset, offset + channels * area, 0);
        for (int channel = 0; channel < channels; channel++) {
            int from = channel * height * width;
            int to = offset + channel * area + placement.top() * target.width() + placement.left();
            if (copies) {
                copy(image, from, resized, to);
            } else {
                average(image, from, resized, to);
            }
        }
    }

    private void copy(float[] image, int from, float[] resized, int to) {
        for (int row = 0; row < height; row++) {
            System.arraycopy(image, from + row * width, resized, to + row * target.width(), width);
        }
    }

    private void average(float[] image, int from, float[] resized, int to) {
        AreaAxis columns = placement.columns();
        AreaAxis rows = placement.rows();
        int cells = columns.cells();
        double[][] means = new double[height][];
        double[] sums = new double[cells];
        for (int y = 0; y < rows.cells(); y++) {
            Arrays.fill(sums, 0);
            for (int i = 0; i < rows.length(y); i++) {
                int row = rows.first(y) + i;
                if (means[row] == null) {
                    means[row] = columns.means(image, from + row * width);
                }
                double weight = rows.weight(y, i);
                for (int x = 0; x < cells; x++) {
                    sums[x] += weight * means[row][x];
                }
            }
            for (int x = 0; x < cells; x++) {
                resized[to + y * target.width() + x] = (float) sums[x];
            }
        }
    }
}
