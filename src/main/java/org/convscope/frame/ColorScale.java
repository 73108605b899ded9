package org.convscope.frame;

import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import org.convscope.tensor.Plane;
import org.convscope.tensor.Stats;
import org.convscope.tensor.Tensor;

/**
 * Which colour a value has, and thereby the legend of a picture.
 *
 * @param map the colours
 * @param low value at the map's beginning, finite
 * @param high value at its end, finite, at least {@code low}
 */
public record ColorScale(ColorMap map, float low, float high) {

    public ColorScale {
        Objects.requireNonNull(map, "map");
        if (!Float.isFinite(low) || !Float.isFinite(high) || low > high) {
            throw new IllegalArgumentException("A scale from " + low + " to " + high);
        }
        // Adding zero turns −0 into 0, so that two scales from zero are equal.
        low += 0f;
        high += 0f;
    }

    /** The scale that shows values of these statistics whole: around zero for a map that diverges. */
    public static ColorScale fitting(ColorMap map, Stats stats) {
        return fitting(map, stats.min(), stats.max());
    }

    /** The scale that shows the finite values of a tensor whole; from 0 to 0 if there are none. */
    public static ColorScale fitting(ColorMap map, Tensor values) {
        return fitting(map, values.size(), values::flat);
    }

    /** The scale that shows the finite values of a plane whole. */
    public static ColorScale fitting(ColorMap map, Plane plane) {
        return fitting(map, plane.height() * plane.width(), i -> plane.at(i / plane.width(), i % plane.width()));
    }

    /** Only the ends are looked for: sorting all values for their percentiles would cost many times as much. */
    private static ColorScale fitting(ColorMap map, int count, IntToDoubleFunction values) {
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            float value = (float) values.applyAsDouble(i);
            if (Float.isFinite(value)) {
                min = Math.min(min, value);
                max = Math.max(max, value);
            }
        }
        return min <= max ? fitting(map, min, max) : fitting(map, 0, 0);
    }

    /** The scale that shows values from {@code min} to {@code max} whole. */
    public static ColorScale fitting(ColorMap map, float min, float max) {
        if (map.diverges()) {
            float reach = Math.max(Math.abs(min), Math.abs(max));
            return new ColorScale(map, -reach, reach);
        }
        return new ColorScale(map, Math.min(0, min), max);
    }

    /** The smallest scale that holds both. */
    public ColorScale with(ColorScale other) {
        return new ColorScale(map, Math.min(low, other.low), Math.max(high, other.high));
    }

    /** The colour of a value as 0xAARRGGBB; values outside take the end's, what is no number is magenta. */
    public int argb(float value, Surface surface) {
        if (!Float.isFinite(value)) {
            return ColorMap.NOT_A_NUMBER;
        }
        if (high == low) {
            return map.argb(map.diverges() ? 0.5f : 0, surface);
        }
        // In double, since the difference of two finite floats may be too large for a float.
        return map.argb((float) (((double) value - low) / ((double) high - low)), surface);
    }
}
