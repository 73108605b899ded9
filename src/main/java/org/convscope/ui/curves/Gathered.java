package org.convscope.ui.curves;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.convscope.train.TrainEvent;
import org.convscope.train.TrainState;

/**
 * What is known of how learning went, step by step: every event of one run. After a reset the old lines stay as a shadow
 * until the first new point.
 */
final class Gathered {

    private final long imagesPerEpoch;
    private double smoothing;
    private Map<Measure, Curves> curves;
    private Series rate;
    private LayerHistory layers;
    private Progression progression;
    private final List<Mark> marks = new ArrayList<>();
    private final List<Long> epochEnds = new ArrayList<>();
    private boolean isShadow;
    private End end;
    private long reached;

    /**
     * The end of a training that ended by itself.
     *
     * @param step the step that showed it
     * @param state diverged or dead
     * @param goodStep the step whose weights are back
     */
    record End(long step, TrainState state, long goodStep) {}

    /**
     * A change that a person made on the way.
     *
     * @param step the last step before it
     * @param steered what was changed
     */
    record Mark(long step, TrainEvent.Steered steered) {}

    /**
     * Nothing yet.
     *
     * @param smoothing of the training's line, as {@link Curves#smooth} takes it
     */
    Gathered(long imagesPerEpoch, double smoothing) {
        this.imagesPerEpoch = imagesPerEpoch;
        this.smoothing = smoothing;
        empty();
    }

    /** Smooths the training's lines anew. */
    void smooth(double share) {
        smoothing = share;
        curves.values().forEach(each -> each.smooth(share));
    }

    /** Takes an event in. */
    void add(TrainEvent event) {
        if (event instanceof TrainEvent.StepDone step) {
            learned(step);
        } else if (event instanceof TrainEvent.SampleScored sample) {
            leaveShadow();
            curves(Measure.LOSS).sample().add(sample.step(), sample.loss());
            curves(Measure.ACCURACY).sample().add(sample.step(), sample.accuracy());
        } else if (event instanceof TrainEvent.TrainSampleScored train) {
            curves(Measure.LOSS).rescored().add(train.step(), train.loss());
            curves(Measure.ACCURACY).rescored().add(train.step(), train.accuracy());
        } else if (event instanceof TrainEvent.LayersMeasured measured) {
            layers.add(measured);
        } else if (event instanceof TrainEvent.EpochDone epoch) {
            curves(Measure.LOSS).test().add(epoch.step(), epoch.testLoss());
            curves(Measure.ACCURACY).test().add(epoch.step(), epoch.testAccuracy());
            epochEnds.removeIf(last -> last >= epoch.step());
            epochEnds.add(epoch.step());
        } else if (event instanceof TrainEvent.Steered steered) {
            marks.add(new Mark(steered.step(), steered));
        } else if (event instanceof TrainEvent.Ended ended) {
            end = new End(ended.step(), ended.state(), ended.goodStep());
        } else if (event instanceof TrainEvent.Reset) {
            isShadow = !isEmpty();
            end = null;
        }
    }

    /** The lines of loss or accuracy. */
    Curves curves(Measure measure) {
        return curves.get(measure);
    }

    /** The learning rate of every step. */
    Series rate() {
        return rate;
    }

    /** How the layers fared. */
    LayerHistory layers() {
        return layers;
    }

    /** Where steps lie on every axis. */
    Progression progression() {
        return progression;
    }

    /** What was changed on the way, in order. */
    List<Mark> marks() {
        return List.copyOf(marks);
    }

    /** The last steps of the epochs that are over. */
    List<Long> epochEnds() {
        return List.copyOf(epochEnds);
    }

    /** Whether the lines belong to the time before a reset. */
    boolean isShadow() {
        return isShadow;
    }

    /** Whether there is no line. */
    boolean isEmpty() {
        return curves(Measure.LOSS).isEmpty();
    }

    /** How the training ended, if it ended by itself. */
    Optional<End> end() {
        return Optional.ofNullable(end);
    }

    /** The newest step. */
    long reached() {
        return reached;
    }

    private void learned(TrainEvent.StepDone step) {
        leaveShadow();
        curves(Measure.LOSS).addTrain(step.step(), step.loss());
        curves(Measure.ACCURACY).addTrain(step.step(), step.accuracy());
        rate.add(step.step(), step.learningRate());
        progression.add(step);
        reached = step.step();
        marks.removeIf(mark -> mark.step() > reached);
        epochEnds.removeIf(last -> last > reached);
    }

    private void leaveShadow() {
        if (isShadow) {
            empty();
        }
    }

    private void empty() {
        curves = new EnumMap<>(Measure.class);
        curves.put(Measure.LOSS, new Curves(smoothing));
        curves.put(Measure.ACCURACY, new Curves(smoothing));
        rate = new Series();
        layers = new LayerHistory();
        progression = new Progression(imagesPerEpoch);
        marks.clear();
        epochEnds.clear();
        isShadow = false;
        end = null;
        reached = 0;
    }
}
