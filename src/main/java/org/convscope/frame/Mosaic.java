package org.convscope.frame;

import java.util.List;
import java.util.Objects;
import org.convscope.tensor.Plane;
import org.convscope.tensor.Stamp;
import org.convscope.tensor.Tensor;

/**
 * Planes of one tensor beside each other: a node's feature maps, a filter's kernels, a row of units.
 *
 * @param stamp when the values were true
 * @param values {@code [C, H, W]}, {@code [out, in, H, W]}, {@code [units]}, or a matrix {@code [out, in]},
 *     which is one plane
 * @param scales one colour scale for each plane, or a single one for all
 */
public record Mosaic(Stamp stamp, Tensor values, List<ColorScale> scales) implements Frame {

    public Mosaic {
        Objects.requireNonNull(stamp, "stamp");
        scales = List.copyOf(scales);
        if (scales.size() != 1 && scales.size() != values.planes()) {
            throw new IllegalArgumentException(scales.size() + " scales for " + values.planes() + " planes");
        }
    }

    /** Number of planes. */
    public int planes() {
        return values.planes();
    }

    /** One plane's values. */
    public Plane plane(int index) {
        return values.plane(index);
    }

    /** The colour scale, and legend, of one plane. */
    public ColorScale scale(int plane) {
        return scales.size() == 1 ? scales.get(0) : scales.get(plane);
    }

    /** One plane's colours, row-major, one pixel a value. */
    public int[] pixels(int plane, Surface surface) {
        Plane source = plane(plane);
        ColorScale scale = scale(plane);
        int[] pixels = new int[source.height() * source.width()];
        int next = 0;
        for (int row = 0; row < source.height(); row++) {
            for (int column = 0; column < source.width(); column++) {
                pixels[next++] = scale.argb(source.at(row, column), surface);
            }
        }
        return pixels;
    }

    @Override
    public <R> R accept(FrameVisitor<R> visitor) {
        return visitor.mosaic(this);
    }
}
