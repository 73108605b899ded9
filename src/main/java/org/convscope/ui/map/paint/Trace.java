package org.convscope.ui.map.paint;

import org.convscope.frame.ColorScale;
import org.convscope.tensor.Plane;

/**
 * Draws a plane of one row as a curve over its positions. Height and colour follow from the same scale, so
 * that curves of a layer can be compared: from the lowest value at the bottom to the highest at the top; what
 * lies between the curve and zero has the colour of its value.
 */
final class Trace {

    private static final int DARK = 0xFF202124;
    private static final int LIGHT = 0xFFF1F3F4;

    /** Of the 3 · 255 that red, green and blue can be together. */
    private static final int MIDDLE = 380;

    private final Raster raster;
    private final PixelBox area;
    private final Plane plane;
    private final ColorScale scale;
    private final Lighting light;

    Trace(Raster raster, PixelBox area, Plane plane, ColorScale scale, Lighting light) {
        this.raster = raster;
        this.area = area;
        this.plane = plane;
        this.scale = scale;
        this.light = light;
    }

    /** Draws as much of it as the raster holds. */
    void draw() {
        int ground = scale.argb(0, light.surface());
        int line = isLight(ground) ? DARK : LIGHT;
        int zero = level(0);
        PixelBox seen = area.within(raster.box());
        raster.fill(area, ground);
        raster.fill(new PixelBox(area.left(), zero, area.right(), zero + 1), light.frame());
        for (int x = seen.left(); x < seen.right(); x++) {
            float value = at(x + 0.5);
            if (!Float.isFinite(value)) {
                raster.fill(new PixelBox(x, area.top(), x + 1, area.bottom()), scale.argb(value, light.surface()));
                continue;
            }
            int level = level(value);
            int color = scale.argb(value, light.surface());
            raster.fill(new PixelBox(x, Math.min(level, zero), x + 1, Math.max(level, zero)), color);
            raster.fill(stroke(x), line);
        }
    }

    /** All that the curve passes within one column of pixels. */
    private PixelBox stroke(int x) {
        double low = Math.min(at(x), at(x + 1));
        double high = Math.max(at(x), at(x + 1));
        int first = (int) Math.ceil(position(x));
        for (int i = Math.max(0, first); i < plane.width() && i <= position(x + 1); i++) {
            float value = plane.at(0, i);
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        return new PixelBox(x, level(high), x + 1, level(low) + 1);
    }

    /** Which value's middle is at a place; values lie beside each other like cells. */
    private double position(double x) {
        return (x - area.left()) * plane.width() / area.width() - 0.5;
    }

    /** The value at a place: between the middles of two, on the straight line from one to the other. */
    private float at(double x) {
        double position = Math.max(0, Math.min(plane.width() - 1, position(x)));
        int before = (int) position;
        int behind = Math.min(plane.width() - 1, before + 1);
        double share = position - before;
        return (float) (plane.at(0, before) * (1 - share) + plane.at(0, behind) * share);
    }

    /** The row of pixels of a value. */
    private int level(double value) {
        double range = (double) scale.high() - scale.low();
        double share = range == 0 ? 0 : (value - scale.low()) / range;
        int last = area.height() - 1;
        return area.bottom() - 1 - (int) Math.round(Math.max(0, Math.min(1, share)) * last);
    }

    private static boolean isLight(int argb) {
        return (argb >> 16 & 0xFF) + (argb >> 8 & 0xFF) + (argb & 0xFF) > MIDDLE;
    }
}
