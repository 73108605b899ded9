package org.convscope.ui.curves;

/**
 * What a number of a layer's health means. The limits are rules of thumb, wide on purpose: a warning is
 * to be rare, and each says on hover why it is given.
 */
public enum Verdict {
    /** Nothing to say. */
    GOOD(""),
    /** Less than it should be. */
    LOW("▼"),
    /** More than it should be. */
    HIGH("▲");

    /** One step changes the weights by about a thousandth of their size: the rule of thumb. */
    public static final double USUAL_UPDATE_RATIO = 1e-3;

    /** Ten times less than usual, and a plan of some thousand steps hardly moves the weights. */
    static final double SLOW_UPDATE_RATIO = 1e-4;

    /** Ten times more than usual, and a hundred steps can replace the weights altogether. */
    static final double FAST_UPDATE_RATIO = 1e-2;

    /** A ReLU layer may do with half of its units; with fewer it computes less than it was drawn for. */
    static final double MANY_DEAD = 0.5;

    /** Where more than half of the values are flat, most of the gradient is lost in this layer alone. */
    static final double MANY_SATURATED = 0.5;

    /** A layer whose gradient is a thousandth of the largest learns a thousand times more slowly. */
    static final double FAINT_GRADIENT = 1e-3;

    private final String mark;

    Verdict(String mark) {
        this.mark = mark;
    }

    /** A sign that is told from the others by its shape; empty for good. */
    public String mark() {
        return mark;
    }

    /** Of the RMS of an update over the RMS of the weights; not known is good. */
    public static Verdict ofUpdateRatio(double ratio) {
        if (ratio < SLOW_UPDATE_RATIO) {
            return LOW;
        }
        return ratio > FAST_UPDATE_RATIO ? HIGH : GOOD;
    }

    /** Of a layer's gradient, beside the largest of all layers; what is no longer finite is too high. */
    public static Verdict ofGradient(double rms, double largest) {
        if (Double.isInfinite(rms)) {
            return HIGH;
        }
        return rms < FAINT_GRADIENT * largest || rms == 0 ? LOW : GOOD;
    }

    /** Of the share of units that are zero for every image of the sample. */
    public static Verdict ofDead(double share) {
        return share >= MANY_DEAD ? HIGH : GOOD;
    }

    /** Of the share of values close to an end of the activation. */
    public static Verdict ofSaturated(double share) {
        return share >= MANY_SATURATED ? HIGH : GOOD;
    }
}
