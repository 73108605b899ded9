package org.convscope.ui.mistakes;

import org.convscope.frame.ColorMap;
import org.convscope.frame.Surface;
import org.convscope.train.Confusion;

/**
 * The colours of a confusion matrix: how large a share of its row a cell is, by the square root, so that one in a
 * hundred is seen beside one in two. The scale goes from none to all and never changes; the diagonal, which is no
 * mistake, and what never happened have no colour.
 */
final class MatrixRaster {

    /** The luminance at which black and white letters are read as well as each other. */
    private static final double EVEN = 0.179;

    private MatrixRaster() {}

    /** How strong the colour of a cell is, from 0 to 1; 0 on the diagonal. */
    static double strength(Confusion confusion, int label, int prediction) {
        int images = label == prediction ? 0 : confusion.images(label);
        return images == 0 ? 0 : Math.sqrt((double) confusion.count(label, prediction) / images);
    }

    /** The colour of a cell as 0xAARRGGBB; clear where there is none. */
    static int argb(double strength, Surface surface) {
        // Oranges recede into the surface in both themes, which viridis does not.
        return strength == 0 ? 0 : ColorMap.LOGIT.argb((float) strength, surface);
    }

    /** Whether black letters are read better on a colour than white ones: its luminance by WCAG is above 0.179. */
    static boolean isLight(int argb) {
        return 0.2126 * linear(argb >> 16) + 0.7152 * linear(argb >> 8) + 0.0722 * linear(argb) > EVEN;
    }

    private static double linear(int level) {
        double value = (level & 0xFF) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    /**
     * All cells, {@code [side, side]} row-major. Where several cells share a pixel, the strongest of them is seen, so
     * that none is lost.
     */
    static int[] pixels(Confusion confusion, int side, Surface surface) {
        int classes = confusion.classes();
        double[] strongest = new double[side * side];
        for (int label = 0; label < classes; label++) {
            int images = confusion.images(label);
            int row = (int) ((long) label * side / classes) * side;
            for (int prediction = 0; prediction < classes && images > 0; prediction++) {
                int pixel = row + (int) ((long) prediction * side / classes);
                double strength =
                        label == prediction ? 0 : Math.sqrt((double) confusion.count(label, prediction) / images);
                strongest[pixel] = Math.max(strongest[pixel], strength);
            }
        }
        int[] pixels = new int[side * side];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = argb(strongest[i], surface);
        }
        return pixels;
    }
}
