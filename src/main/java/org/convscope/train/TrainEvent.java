package org.convscope.train;

import java.util.List;
import java.util.Set;
import org.convscope.problem.Problem;
import org.convscope.spec.Steering;

/** News of a training. */
public sealed interface TrainEvent {

    /** Mini-batches learned when it happened. */
    long step();

    /**
     * A mini-batch was learned.
     *
     * @param step number of steps now
     * @param epoch epochs begun, from 1
     * @param loss mean cross-entropy of the batch before its update, in nats
     * @param accuracy share of the batch that was right, from 0 to 1
     * @param learningRate rate of this step
     * @param millis how long it took
     * @param images images learned so far, all epochs together
     */
    record StepDone(long step, int epoch, double loss, double accuracy, double learningRate, double millis, long images)
            implements TrainEvent {}

    /**
     * A long step is not over yet; told a few times a second.
     *
     * @param step number of steps before it
     * @param share of the step that is done, from 0 to 1
     */
    record StepUnderWay(long step, double share) implements TrainEvent {}

    /**
     * The fixed sample of test images was scored.
     *
     * @param loss mean cross-entropy on the sample, in inference mode
     * @param accuracy share of the sample that was right
     */
    record SampleScored(long step, int epoch, double loss, double accuracy) implements TrainEvent {}

    /**
     * As many training images as the sample has were scored as the sample is, by the labels that they are learned with.
     *
     * @param loss mean cross-entropy on them, in inference mode and without augmentation
     * @param accuracy share of them that was right
     */
    record TrainSampleScored(long step, int epoch, double loss, double accuracy) implements TrainEvent {}

    /**
     * Every layer that learns was measured, before the next step.
     *
     * @param layers in the blueprint's order
     */
    record LayersMeasured(long step, int epoch, List<LayerMeasure> layers) implements TrainEvent {

        public LayersMeasured {
            layers = List.copyOf(layers);
        }
    }

    /**
     * An epoch is over and the whole test set was scored.
     *
     * @param epoch which, from 1
     * @param images images learned so far
     * @param trainLoss mean of the epoch's batches, weighted by their size
     * @param trainAccuracy the same of their accuracies
     * @param testLoss mean cross-entropy on the test set
     * @param testAccuracy share of the test set that was right
     * @param seconds time spent on the epoch's steps, tests and pauses left out
     */
    record EpochDone(
            long step,
            int epoch,
            long images,
            double trainLoss,
            double trainAccuracy,
            double testLoss,
            double testAccuracy,
            double seconds)
            implements TrainEvent {}

    /**
     * What the network took the images of a score for; follows {@link SampleScored} and {@link EpochDone}, and costs
     * nothing beside them.
     */
    record Examined(long step, Examination examination) implements TrainEvent {}

    /**
     * A person changed how it learns, from the next step on.
     *
     * @param before what was in force
     * @param now what is
     */
    record Steered(long step, Steering before, Steering now) implements TrainEvent {

        /** What was changed, in the order of the knobs. */
        public Set<Steering.Knob> changes() {
            return now.differences(before);
        }
    }

    /** A step that was asked for by itself was looked at closely; follows its {@link StepDone}. */
    record StepStudied(StepStudy study) implements TrainEvent {

        @Override
        public long step() {
            return study.step();
        }
    }

    /** The training went from one state to another. */
    record StateChanged(long step, TrainState from, TrainState to) implements TrainEvent {}

    /**
     * The training ended by itself before its plan was done: diverged or dead.
     *
     * @param step the step that showed it
     * @param problem what was seen and what to try
     * @param goodStep the step whose weights are back
     */
    record Ended(long step, TrainState state, Problem problem, long goodStep) implements TrainEvent {}

    /** A failure of ours ended the training. */
    record Failed(long step, Throwable failure) implements TrainEvent {}

    /** Everything begins again with the first weights. */
    record Reset(long step) implements TrainEvent {}
}
