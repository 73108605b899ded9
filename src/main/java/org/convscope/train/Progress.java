package org.convscope.train;

/**
 * How far a training has come.
 *
 * @param state where it stands
 * @param step mini-batches learned
 * @param epoch epochs begun, from 1; 0 before the first step
 * @param epochs epochs of the plan
 * @param stepOfEpoch steps done of the current epoch
 * @param stepsPerEpoch steps of one epoch
 * @param images images learned, all epochs together
 * @param learningRate rate of the coming step
 * @param imagesPerSecond measured over the last seconds of running; NaN when not known
 * @param secondsLeft until the plan is done at that speed; NaN when not known
 */
public record Progress(
        TrainState state,
        long step,
        int epoch,
        int epochs,
        long stepOfEpoch,
        long stepsPerEpoch,
        long images,
        double learningRate,
        double imagesPerSecond,
        double secondsLeft) {}
