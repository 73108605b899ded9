package org.convscope.probe;

import org.convscope.tensor.Tensor;

/**
 * For how many images of a batch each unit of a node gives anything but zero. A feature map counts as
 * one unit: it is active when any of its cells is.
 *
 * <p>A unit that is exactly zero for every image is dead: behind a ReLU no gradient reaches its weights
 * from these images any more. A value that is no number is not zero.
 */
final class UnitActivity {

    private final int images;
    private final int[] active;

    private UnitActivity(int images, int[] active) {
        this.images = images;
        this.active = active;
    }

    /** Counts the outputs of one node, {@code [N, units]} or {@code [N, C, H, W]}. */
    static UnitActivity of(Tensor outputs) {
        int images = outputs.shape().length(0);
        int[] active = new int[outputs.shape().length(1)];
        int cells = outputs.size() / (images * active.length);
        for (int map = 0; map < images * active.length; map++) {
            for (int i = map * cells; i < (map + 1) * cells; i++) {
                if (outputs.flat(i) != 0) {
                    active[map % active.length]++;
                    break;
                }
            }
        }
        return new UnitActivity(images, active);
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

    /** Whether a unit is zero for every image. */
    boolean isDead(int unit) {
        return active[unit] == 0;
    }

    /** Number of units that are zero for every image. */
    int dead() {
        int dead = 0;
        for (int count : active) {
            dead += count == 0 ? 1 : 0;
        }
        return dead;
    }
}
