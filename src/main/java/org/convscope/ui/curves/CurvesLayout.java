package org.convscope.ui.curves;

import org.convscope.frame.Ticks;

/**
 * Where steps and values lie in a picture of curves, in pixels from its upper left corner. Both axes
 * begin at zero and end at a round number, so that they stand still most of the time.
 *
 * @param width of the picture
 * @param height of the picture
 * @param lastStep step at the right end, at least 1
 * @param topValue value at the upper end, above 0
 */
public record CurvesLayout(double width, double height, long lastStep, double topValue) {

    /** Room for the labels of values: {@code 100 %}, {@code 0.25}. */
    static final double LEFT = 40;

    private static final double RIGHT = 12;
    private static final double TOP = 14;
    private static final double BOTTOM = 18;
    private static final double PIXELS_PER_VALUE_TICK = 26;
    private static final double PIXELS_PER_STEP_TICK = 64;
    private static final long FEWEST_STEPS = 20;

    /** Ends of axes, times a power of ten: a longer axis is at least a fifth longer, so it is seen to change. */
    private static final double[] ROUND = {1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10};

    /** The picture that shows everything of some lines, and the guide. */
    public static CurvesLayout of(double width, double height, Measure measure, Curves curves, CurvesModel model) {
        return new CurvesLayout(
                width,
                height,
                lastStep(curves.lastStep(), model.plannedSteps()),
                measure == Measure.ACCURACY ? 1 : topLoss(curves.max(), model.classes()));
    }

    /** The next round number of steps, but not beyond the end of the plan. */
    static long lastStep(long reached, long planned) {
        long round = (long) roundUp(Math.max(FEWEST_STEPS, reached));
        return planned >= reached && planned > 0 ? Math.min(round, planned) : round;
    }

    /** The next round number above every loss and above the guide, so that both are always in the picture. */
    static double topLoss(double max, int classes) {
        double guide = classes > 1 ? Measure.LOSS.guide(classes) : 1;
        return roundUp(Double.isNaN(max) ? guide : Math.max(guide, max));
    }

    private static double roundUp(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        for (double mantissa : ROUND) {
            if (mantissa * power >= value) {
                return mantissa * power;
            }
        }
        return value;
    }

    /** Left end of the axis of steps. */
    public double left() {
        return LEFT;
    }

    /** Right end of the axis of steps. */
    public double right() {
        return Math.max(LEFT + 1, width - RIGHT);
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
        return width > LEFT + RIGHT + 20 && height > TOP + BOTTOM + 20;
    }

    /** Where a step lies. */
    public double x(double step) {
        return left() + (right() - left()) * step / lastStep;
    }

    /** Where a value lies. */
    public double y(double value) {
        return bottom() - (bottom() - top()) * value / topValue;
    }

    /** The step at a place, between 0 and the last one. */
    public long stepAt(double x) {
        double share = (x - left()) / (right() - left());
        return Math.round(Math.max(0, Math.min(1, share)) * lastStep);
    }

    /** Pixels from the left to the right end of the axis of steps. */
    public int columns() {
        return (int) Math.ceil(right() - left());
    }

    /** Marks of the axis of values. */
    public Ticks valueTicks() {
        return Ticks.linear(0, topValue, marks(bottom() - top(), PIXELS_PER_VALUE_TICK));
    }

    /** Marks of the axis of steps. */
    public Ticks stepTicks() {
        int marks = marks(right() - left(), PIXELS_PER_STEP_TICK);
        return Ticks.linear(0, lastStep, (int) Math.min(marks, lastStep + 1));
    }

    /** Every how many epochs one is marked, so that the marks do not crowd. */
    public long epochStride(long stepsPerEpoch) {
        double apart = (right() - left()) * stepsPerEpoch / lastStep;
        long stride = 1;
        while (apart * stride < 24) {
            stride = stride == 1 ? 2 : stride == 2 ? 5 : stride * 2;
        }
        return stride;
    }

    private static int marks(double pixels, double apart) {
        return Math.max(2, (int) (pixels / apart) + 1);
    }
}
