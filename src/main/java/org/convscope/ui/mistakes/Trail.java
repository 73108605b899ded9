package org.convscope.ui.mistakes;

import java.util.ArrayList;
import java.util.List;

/**
 * How one number went over the steps, in a bounded number of points: when there are too many, every second one goes,
 * and from then on half as many of those that come are kept. The newest always is.
 */
final class Trail {

    static final int MOST = 256;

    private final List<Point> kept = new ArrayList<>();
    private Point newest;
    private long stride = 1;
    private long come;

    /** A number at a step. */
    record Point(long step, double value) {}

    /** Adds what came after all others; of the same step the first counts. */
    void add(long step, double value) {
        if (newest != null && newest.step >= step) {
            return;
        }
        newest = new Point(step, value);
        if (come % stride == 0) {
            kept.add(newest);
        }
        come++;
        if (kept.size() == MOST) {
            for (int i = MOST - 1; i > 0; i -= 2) {
                kept.remove(i);
            }
            stride *= 2;
        }
    }

    /** Forgets what came after a step, whose weights are back. */
    void cut(long step) {
        kept.removeIf(point -> point.step > step);
        newest = kept.isEmpty() ? null : kept.get(kept.size() - 1);
    }

    /** In order, the newest last. */
    List<Point> points() {
        List<Point> points = new ArrayList<>(kept);
        if (newest != null && !newest.equals(kept.get(kept.size() - 1))) {
            points.add(newest);
        }
        return points;
    }
}
