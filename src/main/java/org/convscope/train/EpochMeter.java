package org.convscope.train;

/** Means over the steps of the epoch that is not over yet, weighted by the images of each. */
final class EpochMeter {

    private long images;
    private double lossSum;
    private double accuracySum;
    private double millis;

    void add(TrainEvent.StepDone step, int size) {
        images += size;
        lossSum += step.loss() * size;
        accuracySum += step.accuracy() * size;
        millis += step.millis();
    }

    void clear() {
        images = 0;
        lossSum = 0;
        accuracySum = 0;
        millis = 0;
    }

    boolean isEmpty() {
        return images == 0;
    }

    double loss() {
        return lossSum / images;
    }

    double accuracy() {
        return accuracySum / images;
    }

    double seconds() {
        return millis / 1000;
    }
}
