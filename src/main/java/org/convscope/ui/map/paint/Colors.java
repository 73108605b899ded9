package org.convscope.ui.map.paint;

import org.convscope.frame.ColorScale;
import org.convscope.frame.Mosaic;
import org.convscope.tensor.Plane;

/**
 * The colours of a mosaic at one scale, made plane by plane as they are asked for: of a layer of 512 maps
 * of which three are seen, three are coloured, in as many pixels as they have on screen.
 */
final class Colors {

    private final Mosaic mosaic;
    private final Lighting light;
    private final int[][] planes;

    Colors(Mosaic mosaic, Lighting light) {
        this.mosaic = mosaic;
        this.light = light;
        this.planes = new int[mosaic.planes()][];
    }

    /** Whether these are the colours of a mosaic in this light. */
    boolean serve(Mosaic wanted, Lighting by) {
        return light.scale() == by.scale() && light.surface() == by.surface() && mosaic.equals(wanted);
    }

    /** One plane in so many rows and columns, no more than it has values; row-major. */
    int[] of(int plane, int rows, int columns) {
        int[] made = planes[plane];
        if (made == null || made.length != rows * columns) {
            Plane values = mosaic.plane(plane);
            made = values.height() == rows && values.width() == columns
                    ? mosaic.pixels(plane, light.surface())
                    : means(values, mosaic.scale(plane), rows, columns);
            planes[plane] = made;
        }
        return made;
    }

    private int[] means(Plane values, ColorScale scale, int rows, int columns) {
        int[] colors = new int[rows * columns];
        for (int row = 0; row < rows; row++) {
            int top = row * values.height() / rows;
            int bottom = (row + 1) * values.height() / rows;
            for (int column = 0; column < columns; column++) {
                int left = column * values.width() / columns;
                int right = (column + 1) * values.width() / columns;
                colors[row * columns + column] = scale.argb(mean(values, top, bottom, left, right), light.surface());
            }
        }
        return colors;
    }

    private static float mean(Plane values, int top, int bottom, int left, int right) {
        double sum = 0;
        for (int row = top; row < bottom; row++) {
            for (int column = left; column < right; column++) {
                sum += values.at(row, column);
            }
        }
        return (float) (sum / ((double) (bottom - top) * (right - left)));
    }
}
