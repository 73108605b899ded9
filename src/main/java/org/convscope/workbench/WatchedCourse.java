package org.convscope.workbench;

import java.util.ArrayDeque;
import java.util.Deque;
import org.convscope.run.RunCard;
import org.convscope.spec.TrainingPlan;
import org.convscope.train.Progress;
import org.convscope.train.TrainEvent;
import org.convscope.train.TrainEvent.EpochDone;
import org.convscope.train.TrainEvent.StepDone;
import org.convscope.train.TrainState;

/** How far a run has come that is told of by what it recorded. */
final class WatchedCourse {

    /** Steps over which its speed is measured. */
    private static final int STEPS = 50;

    private final Deque<StepDone> latest = new ArrayDeque<>();
    private RunCard card;
    private StepDone last;
    private long epochBegan;

    WatchedCourse(RunCard card) {
        this.card = card;
    }

    /** Everything begins again. */
    void forget() {
        latest.clear();
        last = null;
        epochBegan = 0;
    }

    void hear(TrainEvent event) {
        if (event instanceof StepDone done) {
            last = done;
            latest.add(done);
            if (latest.size() > STEPS) {
                latest.remove();
            }
        } else if (event instanceof EpochDone done) {
            epochBegan = done.step();
        }
    }

    void stand(RunCard now) {
        card = now;
    }

    TrainState state() {
        return card.standing().state();
    }

    Progress progress() {
        TrainingPlan plan = card.scenario().plan();
        int images = plan.images(card.trainImages());
        long perEpoch = plan.stepsPerEpoch(images);
        long step = last == null ? card.standing().step() : last.step();
        int epoch = last == null ? card.standing().epoch() : last.epoch();
        boolean isWhole = step == epochBegan && step > 0;
        double speed = speed();
        double left = Math.max(0, (double) images * plan.epochs() - (last == null ? 0 : last.images())) / speed;
        boolean isRunning = state() == TrainState.RUNNING;
        return new Progress(
                state(),
                step,
                epoch,
                plan.epochs(),
                isWhole ? perEpoch : step - epochBegan,
                perEpoch,
                last == null ? 0 : last.images(),
                last == null ? plan.learningRate() : last.learningRate(),
                isRunning ? speed : Double.NaN,
                isRunning ? left : Double.NaN);
    }

    /** Images a second over the latest steps, the time between them left out; NaN before there are two. */
    private double speed() {
        if (latest.size() < 2) {
            return Double.NaN;
        }
        double millis = latest.stream().skip(1).mapToDouble(StepDone::millis).sum();
        return (latest.getLast().images() - latest.getFirst().images()) * 1000.0 / millis;
    }
}
