package org.convscope.ui.curves;

import org.convscope.train.TrainEvent;

/** Where the steps of a training lie on an axis of steps, epochs, images or seconds of learning. */
final class Progression {

    private final Series images = new Series();
    private final Series seconds = new Series();
    private final long imagesPerEpoch;

    /** Nothing is learned yet of epochs of so many images. */
    Progression(long imagesPerEpoch) {
        this.imagesPerEpoch = Math.max(1, imagesPerEpoch);
    }

    /** A step was learned. */
    void add(TrainEvent.StepDone done) {
        images.add(done.step(), done.images());
        int before = seconds.indexAt(done.step() - 1);
        seconds.add(done.step(), (before < 0 ? 0 : seconds.value(before)) + done.millis() / 1000);
    }

    /** Where a step lies, a fraction of one too; behind the last one as if it went on at the same pace. */
    double place(Unit unit, double step) {
        return switch (unit) {
            case STEPS -> step;
            case IMAGES -> along(images, step);
            case EPOCHS -> along(images, step) / imagesPerEpoch;
            case SECONDS -> along(seconds, step);
        };
    }

    /** The step that lies there: the inverse of {@link #place}. */
    double step(Unit unit, double place) {
        if (unit == Unit.STEPS) {
            return place;
        }
        double low = 0;
        double high = Math.max(1, images.lastStep());
        while (place(unit, high) < place && high < 1e15) {
            high *= 2;
        }
        for (int halving = 0; halving < 60; halving++) {
            double middle = (low + high) / 2;
            if (place(unit, middle) < place) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static double along(Series series, double step) {
        if (series.isEmpty()) {
            return step;
        }
        long first = series.step(0) - 1;
        double perStep = series.lastValue() / Math.max(1, series.lastStep() - first);
        if (step >= series.lastStep()) {
            return series.lastValue() + (step - series.lastStep()) * perStep;
        }
        int before = series.indexAt((long) Math.floor(step));
        double from = before < 0 ? 0 : series.value(before);
        double fromStep = before < 0 ? first : series.step(before);
        if (step <= fromStep) {
            // Learned elsewhere, before anything was recorded here.
            return step < first ? Math.max(0, from) * step / Math.max(1, first) : from;
        }
        double toStep = series.step(before + 1);
        return from + (series.value(before + 1) - from) * (step - fromStep) / (toStep - fromStep);
    }
}
