package org.convscope.ui.curves;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleLongProperty;
import org.convscope.train.Progress;
import org.convscope.train.TrainEvent;
import org.convscope.train.TrainState;
import org.convscope.ui.explore.ExploreModel;

/**
 * How learning went so far, step by step: gathers every event of the open run. A new run begins empty;
 * after a reset the old lines stay as a shadow until the first new point.
 */
public final class CurvesModel {

    /** No step is pointed at. */
    public static final long NOWHERE = -1;

    /** Calm enough to see the course, and so quick that the line does not lag behind a loss that falls. */
    private static final double STANDARD_BATCHES = 5;

    private final ExploreModel explore;
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
    private final DoubleProperty smoothedBatches = new SimpleDoubleProperty(STANDARD_BATCHES);
    private final LongProperty hoveredStep = new SimpleLongProperty(NOWHERE);
    private Map<Measure, Curves> curves = begin();
    private boolean isShadow;
    private End end;

    /**
     * The end of a training that ended by itself.
     *
     * @param step the step that showed it
     * @param state diverged or dead
     * @param goodStep the step whose weights are back
     */
    public record End(long step, TrainState state, long goodStep) {}

    /** A model of whatever run is open. */
    public CurvesModel(ExploreModel explore) {
        this.explore = explore;
        explore.runProperty().addListener((run, before, now) -> {
            clear();
            if (now != null) {
                gather(now.past());
            }
        });
        // A panel is made a moment after the first run came.
        if (explore.runProperty().get() != null) {
            gather(explore.runProperty().get().past());
        }
        explore.newsProperty().addListener((news, before, now) -> gather(now));
        explore.progressProperty().addListener((progress, before, now) -> touch());
        smoothedBatches.addListener((value, before, now) -> {
            curves.values().forEach(each -> each.smooth(share(now.doubleValue())));
            touch();
        });
    }

    /** Counts up whenever something is to be drawn anew. */
    public ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /** Over about how many of the last batches the training's line is averaged, from 1, which is not at all. */
    public DoubleProperty smoothedBatchesProperty() {
        return smoothedBatches;
    }

    /** The step that is pointed at in one of the pictures, or {@link #NOWHERE}. */
    public LongProperty hoveredStepProperty() {
        return hoveredStep;
    }

    /** The lines of a measure. */
    public Curves curves(Measure measure) {
        return curves.get(measure);
    }

    /** Whether the lines belong to the time before a reset. */
    public boolean isShadow() {
        return isShadow;
    }

    /** Whether there is nothing to draw. */
    public boolean isEmpty() {
        return curves.get(Measure.LOSS).isEmpty();
    }

    /** Whether the open network will never have a curve: another program's does not learn here. */
    public boolean isLookedAtOnly() {
        return explore.runProperty().get() != null
                && explore.runProperty().get().origin().isPresent();
    }

    /** How the training ended, if it ended by itself. */
    public Optional<End> end() {
        return Optional.ofNullable(end);
    }

    /** Number of classes; 0 when nothing is open. */
    public int classes() {
        return explore.runProperty().get() == null
                ? 0
                : explore.runProperty().get().blueprint().classes();
    }

    /** Steps of one epoch; 0 when not known. */
    public long stepsPerEpoch() {
        Progress now = explore.progressProperty().get();
        return now == null ? 0 : now.stepsPerEpoch();
    }

    /** Steps of the whole plan; 0 when not known. */
    public long plannedSteps() {
        Progress now = explore.progressProperty().get();
        return now == null ? 0 : now.stepsPerEpoch() * now.epochs();
    }

    private void clear() {
        curves = begin();
        isShadow = false;
        end = null;
        hoveredStep.set(NOWHERE);
        touch();
    }

    private void gather(List<TrainEvent> events) {
        events.forEach(this::gather);
        touch();
    }

    private void gather(TrainEvent event) {
        if (event instanceof TrainEvent.StepDone step) {
            leaveShadow();
            curves.get(Measure.LOSS).addTrain(step.step(), step.loss());
            curves.get(Measure.ACCURACY).addTrain(step.step(), step.accuracy());
        } else if (event instanceof TrainEvent.SampleScored sample) {
            leaveShadow();
            curves.get(Measure.LOSS).sample().add(sample.step(), sample.loss());
            curves.get(Measure.ACCURACY).sample().add(sample.step(), sample.accuracy());
        } else if (event instanceof TrainEvent.EpochDone epoch) {
            curves.get(Measure.LOSS).test().add(epoch.step(), epoch.testLoss());
            curves.get(Measure.ACCURACY).test().add(epoch.step(), epoch.testAccuracy());
        } else if (event instanceof TrainEvent.Ended ended) {
            end = new End(ended.step(), ended.state(), ended.goodStep());
        } else if (event instanceof TrainEvent.Reset) {
            isShadow = !isEmpty();
            end = null;
            hoveredStep.set(NOWHERE);
        }
    }

    private void leaveShadow() {
        if (isShadow) {
            curves = begin();
            isShadow = false;
        }
    }

    private Map<Measure, Curves> begin() {
        Map<Measure, Curves> fresh = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            fresh.put(measure, new Curves(share(smoothedBatches.get())));
        }
        return fresh;
    }

    private static double share(double batches) {
        return 1 - 1 / batches;
    }

    private void touch() {
        revision.set(revision.get() + 1);
    }
}
