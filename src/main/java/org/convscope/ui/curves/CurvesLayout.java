package org.convscope.ui.curves;

import org.convscope.frame.Ticks;

/**
 * Where steps and values lie in a picture of curves, in pixels from its upper left corner.
 *
 * @param width of the picture
 * @param height of the picture
 * @param margin room at the right, for names
 * @param across the axis of the training, from left to right
 * @param up the axis of values
 */
public record CurvesLayout(double width, double height, double margin, Axis across, Axis up) {

    /** Room for the labels of values: {@code 100 %}, {@code 0.25}. */
    static final double LEFT = 40;

    /** Room at the right of a picture whose lines are not named there. */
    static final double BARE = 12;

    private static final double TOP = 14;
    private static final double BOTTOM = 18;
    private static final double PIXELS_PER_VALUE_TICK = 26;
    private static final double PIXELS_PER_STEP_TICK = 64;
    private static final long FEWEST_STEPS = 20;

    /** The next round number of steps, but not beyond the end of the plan. */
    static long lastStep(long reached, long planned) {
        long round = (long) Axis.roundUp(Math.max(FEWEST_STEPS, reached));
        return planned >= reached && planned > 0 ? Math.min(round, planned) : round;
    }

    /** Left end of the axis of the training. */
    public double left() {
        return LEFT;
    }

    /** Right end of the axis of the training. */
    public double right() {
        return Math.max(LEFT + 1, width - margin);
    }

    /** Upper end of the axis of values. */
    public double top() {
        return TOP;
    }

    /** Lower end of the axis of values. */
    public double bottom() {
        return Math.max(TOP + 1, height - BOTTOM);
    }

    /** Whether there is room to draw anything. */
    public boolean isRoomy() {
        return width > LEFT + margin + 20 && height > TOP + BOTTOM + 20;
    }

    /** Where a place of the axis of the training lies. */
    public double x(double place) {
        return left() + (right() - left()) * across.share(place);
    }

    /** Where a value lies; no further outside than the picture is high. */
    public double y(double value) {
        double share = Math.max(-1, Math.min(2, up.share(value)));
        return bottom() - (bottom() - top()) * share;
    }

    /** What lies there on the axis of the training, between its ends. */
    public double placeAt(double x) {
        double share = (x - left()) / (right() - left());
        return across.value(Math.max(0, Math.min(1, share)));
    }

    /** The value that lies there, between the ends of its axis. */
    public double valueAt(double y) {
        double share = (bottom() - y) / (bottom() - top());
        return up.value(Math.max(0, Math.min(1, share)));
    }

    /** Pixels from the left to the right end of the axis of the training. */
    public int columns() {
        return (int) Math.ceil(right() - left());
    }

    /** Marks of the axis of values. */
    public Ticks valueTicks() {
        return up.ticks(marks(bottom() - top(), PIXELS_PER_VALUE_TICK));
    }

    /** Marks of the axis of the training; whole numbers where it is counted in what cannot be parted. */
    public Ticks placeTicks(boolean isWhole) {
        int most = marks(right() - left(), PIXELS_PER_STEP_TICK);
        double range = across.high() - across.low();
        return across.ticks(isWhole ? (int) Math.max(1, Math.min(most, Math.floor(range) + 1)) : most);
    }

    private static int marks(double pixels, double apart) {
        return Math.max(2, (int) (pixels / apart) + 1);
    }
}
