package org.convscope.ui.map.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.convscope.frame.Frame;
import org.convscope.frame.Mosaic;
import org.convscope.tensor.Plane;
import org.convscope.ui.explore.Selection;

/**
 * The weights through which one map reads its sources: one plane for each source map, and what the
 * plane amounts to.
 */
public final class Kernels {

    private final Selection map;
    private final Mosaic planes;
    private final List<Strength> strengths = new ArrayList<>();
    private final double strongest;

    /**
     * What one plane of weights amounts to.
     *
     * @param size sum of the weights' absolute values, Σ|w|
     * @param sum sum of the weights, Σw
     */
    public record Strength(double size, double sum) {}

    private Kernels(Selection map, Mosaic planes) {
        this.map = map;
        this.planes = planes;
        for (int source = 0; source < planes.planes(); source++) {
            strengths.add(strength(planes.plane(source)));
        }
        this.strongest = strengths.stream().mapToDouble(Strength::size).max().orElse(0);
    }

    /**
     * The kernels of a map, from a picture {@code [in, k, k]}, or of a unit, from one in the shape of what it
     * reads; none if the frame is no such picture.
     */
    public static Optional<Kernels> of(Selection map, Frame frame) {
        return frame instanceof Mosaic mosaic ? Optional.of(new Kernels(map, mosaic)) : Optional.empty();
    }

    /** Whose kernels they are. */
    public Selection map() {
        return map;
    }

    /** One plane for each source map. */
    public Mosaic planes() {
        return planes;
    }

    /** Number of source maps. */
    public int sources() {
        return strengths.size();
    }

    /** What the weights on one source amount to. */
    public Strength strength(int source) {
        return strengths.get(source);
    }

    /** Σ|w| of a source over that of the strongest, from 0 to 1. */
    public double share(int source) {
        return strongest == 0 ? 0 : strengths.get(source).size() / strongest;
    }

    private static Strength strength(Plane plane) {
        double size = 0;
        double sum = 0;
        for (int row = 0; row < plane.height(); row++) {
            for (int column = 0; column < plane.width(); column++) {
                float weight = plane.at(row, column);
                size += Math.abs(weight);
                sum += weight;
            }
        }
        return new Strength(size, sum);
    }
}
