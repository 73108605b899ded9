package org.convscope.probe;

import org.convscope.blueprint.Nonlinearity;
import org.convscope.tensor.Tensor;

/**
 * What the units of an activation node give over the images of a sample. A feature map counts as one unit: it is
 * active for an image when any of its cells is. The images come a few at a time, so that no array of millions of
 * values is ever needed.
 *
 * <p>A unit that is exactly zero for every image is dead: behind a ReLU no gradient reaches its weights
 * from these images any more. A value that is no number is not zero.
 */
final class UnitActivity {

    private final Nonlinearity kind;
    private final int[] active;
    private int images;
    private long values;
    private long saturated;
    private double sum;
    private double squares;

    /** Nothing is counted yet. */
    UnitActivity(Nonlinearity kind, int units) {
        this.kind = kind;
        this.active = new int[units];
    }

    /** Counts the outputs for some images more, {@code [N, units]} or {@code [N, C, H, W]}. */
    void add(Tensor outputs) {
        int some = outputs.shape().length(0);
        int cells = outputs.size() / (some * active.length);
        for (int map = 0; map < some * active.length; map++) {
            boolean isActive = false;
            for (int i = map * cells; i < (map + 1) * cells; i++) {
                double value = outputs.flat(i);
                isActive |= value != 0;
                saturated += kind.isSaturated(value) ? 1 : 0;
                sum += value;
                squares += value * value;
            }
            active[map % active.length] += isActive ? 1 : 0;
        }
        images += some;
        values += outputs.size();
    }

    /** Number of images that were looked at. */
    int images() {
        return images;
    }

    /** Number of units: feature maps, or values of a vector. */
    int units() {
        return active.length;
    }

    /** Number of images for which a unit gives anything but zero. */
    int activeImages(int unit) {
        return active[unit];
    }

    /** Number of units that are zero for every image. */
    int dead() {
        int dead = 0;
        for (int count : active) {
            dead += count == 0 ? 1 : 0;
        }
        return dead;
    }

    /** Share of values close to an end of their range; NaN for a non-linearity without two ends. */
    double saturatedShare() {
        return kind.saturates() ? (double) saturated / values : Double.NaN;
    }

    /** Mean of all values. */
    double mean() {
        return sum / values;
    }

    /** Population standard deviation of all values. */
    double deviation() {
        // Rounding may take the difference of two nearly equal numbers below zero.
        return Math.sqrt(Math.max(0, squares / values - mean() * mean()));
    }
}
