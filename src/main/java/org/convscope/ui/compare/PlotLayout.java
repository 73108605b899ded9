package org.convscope.ui.compare;

import org.convscope.frame.Ticks;

/**
 * Where a plot's points lie: images seen to the right, a score upwards.
 *
 * @param left where the axis of images begins
 * @param right where it ends
 * @param top where the highest score lies
 * @param bottom where the lowest lies
 * @param images images at the right end, at least 1
 * @param low score at the bottom
 * @param high score at the top
 */
record PlotLayout(double left, double right, double top, double bottom, double images, double low, double high) {

    private static final double LEFT = 40;
    private static final double RIGHT = 22;
    private static final double TOP = 8;
    private static final double BOTTOM = 20;
    private static final double LEAST = 24;
    private static final double TICK_WIDTH = 70;
    private static final double TICK_HEIGHT = 28;

    static PlotLayout of(double width, double height, double images, double low, double high) {
        return new PlotLayout(LEFT, width - RIGHT, TOP, height - BOTTOM, Math.max(1, images), low, high);
    }

    boolean isRoomy() {
        return right - left >= LEAST && bottom - top >= LEAST;
    }

    double x(double seen) {
        return left + (right - left) * seen / images;
    }

    /** Scores beyond the ends lie on them. */
    double y(double score) {
        double share = (score - low) / (high - low);
        return bottom - (bottom - top) * Math.max(0, Math.min(1, share));
    }

    /** How many images stand at a place; none to the left of the axis. */
    long imagesAt(double x) {
        return Math.round(images * Math.max(0, Math.min(1, (x - left) / (right - left))));
    }

    Ticks scoreTicks() {
        return Ticks.linear(low, high, (int) Math.max(2, (bottom - top) / TICK_HEIGHT));
    }

    Ticks imageTicks() {
        return Ticks.linear(0, images, (int) Math.max(2, (right - left) / TICK_WIDTH));
    }
}
