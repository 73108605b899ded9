package org.convscope.ui.curves;

import java.util.stream.DoubleStream;

/** The lines of one measure of the course of learning. */
public final class Curves {

    private final Series train = new Series();
    private final Series rescored = new Series();
    private final Series sample = new Series();
    private final Series test = new Series();
    private Series smooth = new Series();
    private double smoothing;
    private double weight;
    private double mean;

    Curves(double smoothing) {
        this.smoothing = smoothing;
    }

    /** Every training batch, before its update. */
    public Series train() {
        return train;
    }

    /** The same, smoothed. */
    public Series smooth() {
        return smooth;
    }

    /** As many training images as the sample has, scored as the sample is. */
    public Series rescored() {
        return rescored;
    }

    /** The fixed sample of test images. */
    public Series sample() {
        return sample;
    }

    /** The whole test set, once an epoch. */
    public Series test() {
        return test;
    }

    /** Step of the newest point of all lines. */
    public long lastStep() {
        return Math.max(train.lastStep(), Math.max(sample.lastStep(), test.lastStep()));
    }

    /** Largest finite value of all lines; NaN if there is none. */
    public double max() {
        return DoubleStream.of(train.max(), sample.max(), test.max())
                .filter(Double::isFinite)
                .max()
                .orElse(Double.NaN);
    }

    /** Whether no line has a point. */
    public boolean isEmpty() {
        return train.isEmpty() && sample.isEmpty() && test.isEmpty();
    }

    void addTrain(long step, double value) {
        boolean goesBack = !train.isEmpty() && step <= train.lastStep();
        train.add(step, value);
        if (goesBack) {
            smooth(smoothing);
        } else {
            addSmooth(step, value);
        }
    }

    /**
     * Smooths anew: an exponential moving average without the pull of its beginning at zero, {@code m ←
     * βm + (1−β)v}, shown as {@code m / (1−βⁿ)}; what is no number is a gap and is not averaged.
     *
     * @param share β, from 0 (the line itself) to below 1
     */
    void smooth(double share) {
        smoothing = share;
        smooth = new Series();
        mean = 0;
        weight = 0;
        for (int i = 0; i < train.size(); i++) {
            addSmooth(train.step(i), train.value(i));
        }
    }

    private void addSmooth(long step, double value) {
        if (!Double.isFinite(value)) {
            smooth.add(step, Double.NaN);
            return;
        }
        mean = smoothing * mean + (1 - smoothing) * value;
        weight = smoothing * weight + (1 - smoothing);
        smooth.add(step, mean / weight);
    }
}
