package org.convscope.data;

import java.util.Arrays;
import org.convscope.spec.Fit;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Tensor;

/**
 * Which part of a picture goes where.
 *
 * @param columns from the picture's columns to the columns that are filled
 * @param rows from the picture's rows to the rows that are filled
 * @param left first column that is filled
 * @param top first row that is filled
 */
record Placement(AreaAxis columns, AreaAxis rows, int left, int top) {

    /** How a picture of {@code width} × {@code height} pixels comes into {@code shape}. */
    static Placement of(int width, int height, Shape shape, Fit fit) {
        int wantedWidth = shape.width();
        int wantedHeight = shape.height();
        double across = (double) width / wantedWidth;
        double down = (double) height / wantedHeight;
        return switch (fit) {
            case STRETCH -> new Placement(
                    AreaAxis.whole(width, wantedWidth), AreaAxis.whole(height, wantedHeight), 0, 0);
            case CROP -> {
                double scale = Math.min(across, down);
                yield new Placement(
                        AreaAxis.middle(width, scale * wantedWidth, wantedWidth),
                        AreaAxis.middle(height, scale * wantedHeight, wantedHeight),
                        0,
                        0);
            }
            case PAD -> padded(width, height, shape, Math.max(across, down));
        };
    }

    /** How an image of {@code width} × {@code height} pixels is framed by {@code shape}: never enlarged. */
    static Placement framed(int width, int height, Shape shape) {
        double across = (double) width / shape.width();
        double down = (double) height / shape.height();
        return padded(width, height, shape, Math.max(1, Math.max(across, down)));
    }

    private static Placement padded(int width, int height, Shape shape, double scale) {
        int filledWidth = Math.max(1, (int) Math.round(width / scale));
        int filledHeight = Math.max(1, (int) Math.round(height / scale));
        return new Placement(
                AreaAxis.whole(width, filledWidth),
                AreaAxis.whole(height, filledHeight),
                (shape.width() - filledWidth) / 2,
                (shape.height() - filledHeight) / 2);
    }

    /** The picture in its place, {@code [C, H, W]}; 0 around it. */
    Tensor scale(PictureRows picture, Shape shape) {
        float[] values = new float[shape.size()];
        double[][] means = new double[shape.channels()][columns.cells()];
        for (int y = 0; y < rows.cells(); y++) {
            average(picture, y, means);
            for (int channel = 0; channel < means.length; channel++) {
                int start = (channel * shape.height() + top + y) * shape.width() + left;
                for (int x = 0; x < columns.cells(); x++) {
                    values[start + x] = (float) means[channel][x];
                }
            }
        }
        return Tensor.of(shape, values);
    }

    private void average(PictureRows picture, int y, double[][] means) {
        for (double[] channel : means) {
            Arrays.fill(channel, 0);
        }
        for (int i = 0; i < rows.length(y); i++) {
            float[][] row = picture.read(rows.first(y) + i);
            for (int channel = 0; channel < means.length; channel++) {
                columns.addMeans(row[channel], rows.weight(y, i), means[channel]);
            }
        }
    }
}
