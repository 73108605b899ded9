package org.convscope.ui.dock;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.IntegerProperty;
import org.convscope.frame.Numbers;
import org.convscope.spec.Schedule;
import org.convscope.train.Progress;
import org.convscope.train.TrainState;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.Amounts;
import org.convscope.ui.kit.Notice;
import org.convscope.ui.kit.Notices;
import org.convscope.ui.kit.Pulse;
import org.convscope.ui.kit.Texts;
import org.convscope.workbench.OpenRun;

/** Drives the open run, and says in words how far it has come. */
public final class RunModel {

    private final ExploreModel explore;
    private final Notices notices;
    private final Consumer<String> undoable;
    private final Consumer<Throwable> failed;

    /** Drives what {@code explore} has open; what goes wrong is told through {@code notices}. */
    public RunModel(ExploreModel explore, Notices notices, Pulse pulse) {
        this.explore = explore;
        this.notices = notices;
        this.undoable = pulse.latest(this::offerTheWayBack);
        this.failed = pulse.latest(notices::tell);
    }

    /** Goes on learning, or stops after the current step; what has ended begins again, with a way back. */
    public void trainOrPause() {
        if (isWatched()) {
            // It says why not.
            run().play();
        } else if (is(RunModel::isRunning)) {
            watch(run().pause());
        } else if (is(this::mayLearn)) {
            run().play();
        } else if (is(RunModel::hasEnded)) {
            beginAgain(OpenRun::play);
        }
    }

    /** Learns one mini-batch. */
    public void step() {
        if (is(this::mayLearn)) {
            run().step();
        }
    }

    /** Learns to the end of the epoch. */
    public void epoch() {
        if (is(this::mayLearn)) {
            run().epoch();
        }
    }

    /** Ends the training; the network stays open. */
    public void stop() {
        if (is(this::mayStop)) {
            watch(run().stop());
        }
    }

    /** The first weights again; what was learned is recorded before, so that there is a way back. */
    public void reset() {
        if (is(this::mayReset)) {
            beginAgain(run -> {});
        }
    }

    private void beginAgain(Consumer<OpenRun> then) {
        OpenRun run = run();
        String recorded = run.folder().toString();
        CompletableFuture<Long> still = is(RunModel::isRunning)
                ? run.pause()
                : CompletableFuture.completedFuture(progress().step());
        watch(still.thenCompose(step -> run.record()).thenRun(() -> {
            run.reset();
            then.accept(run);
            undoable.accept(recorded);
        }));
    }

    BooleanBinding running() {
        return when(RunModel::isRunning);
    }

    BooleanBinding canTrainOrPause() {
        return when(progress -> !isOnlyLookedAt() && (isRunning(progress) || mayLearn(progress) || hasEnded(progress)));
    }

    BooleanBinding ended() {
        return when(RunModel::hasEnded);
    }

    BooleanBinding canLearn() {
        return when(this::mayLearn);
    }

    BooleanBinding canStop() {
        return when(this::mayStop);
    }

    BooleanBinding canReset() {
        return when(this::mayReset);
    }

    /** {@code Epoch 3 / 10 · batch 141 / 235}; of another program's network, that it does not learn here. */
    StringBinding place() {
        return say(this::place);
    }

    private String place(Progress progress) {
        if (run().origin().isPresent()) {
            return Texts.get("dock.onlyLooked");
        }
        if (run().watch().isPresent()) {
            return Texts.get(
                    "dock.watched",
                    progress.epoch(),
                    progress.epochs(),
                    Numbers.count(progress.stepOfEpoch()),
                    Numbers.count(progress.stepsPerEpoch()));
        }
        return progress.epoch() == 0
                ? Texts.get("dock.notBegun", progress.epochs(), Numbers.count(progress.stepsPerEpoch()))
                : Texts.get(
                        "dock.place",
                        progress.epoch(),
                        progress.epochs(),
                        Numbers.count(progress.stepOfEpoch()),
                        Numbers.count(progress.stepsPerEpoch()));
    }

    /** Done of the current epoch, from 0 to 1. */
    DoubleBinding doneOfEpoch() {
        return Bindings.createDoubleBinding(
                () -> progress() == null
                        ? 0
                        : (double) progress().stepOfEpoch()
                                / Math.max(1, progress().stepsPerEpoch()),
                explore.progressProperty());
    }

    StringBinding throughput() {
        return say(progress -> Double.isNaN(progress.imagesPerSecond())
                ? Numbers.UNKNOWN
                : Texts.get("dock.imagesPerSecond", Numbers.count(Math.round(progress.imagesPerSecond()))));
    }

    /** {@code 0.100 (cosine)}. */
    StringBinding learningRate() {
        return say(progress -> {
            if (run().origin().isPresent()) {
                return Numbers.UNKNOWN;
            }
            Schedule schedule = run().steering().schedule();
            String kind = schedule.text().replaceFirst(":.*", "");
            return Texts.get(
                    "dock.rateWithSchedule", Numbers.text(progress.learningRate()), Texts.get("dock.schedule." + kind));
        });
    }

    /** The schedule counted in. */
    StringBinding rateOfNextStep() {
        return say(progress -> Numbers.text(progress.learningRate()));
    }

    StringBinding timeLeft() {
        return say(progress -> progress.state().isEnd() ? Numbers.UNKNOWN : Amounts.duration(progress.secondsLeft()));
    }

    IntegerProperty picturesPerSecond() {
        return explore.pictures().perSecondProperty();
    }

    private void offerTheWayBack(String recorded) {
        notices.tell(Notice.done(
                "reset",
                Texts.of("dock.wasReset"),
                new Notice.Action("undo-reset", Texts.of("dock.undoReset"), () -> explore.opening()
                        .resume(recorded))));
    }

    private void watch(CompletableFuture<?> deed) {
        var unused = deed.whenComplete((done, wrong) -> {
            if (wrong != null) {
                failed.accept(wrong);
            }
        });
    }

    private boolean isWatched() {
        return run() != null && run().watch().isPresent();
    }

    private boolean isOnlyLookedAt() {
        return run() != null && run().isOnlyLookedAt();
    }

    private OpenRun run() {
        return explore.runProperty().get();
    }

    private Progress progress() {
        return explore.progressProperty().get();
    }

    private boolean is(Predicate<Progress> wanted) {
        return run() != null && progress() != null && wanted.test(progress());
    }

    private BooleanBinding when(Predicate<Progress> wanted) {
        return Bindings.createBooleanBinding(() -> is(wanted), explore.progressProperty(), explore.runProperty());
    }

    private StringBinding say(Function<Progress, String> words) {
        return Bindings.createStringBinding(
                () -> is(progress -> true) ? words.apply(progress()) : Numbers.UNKNOWN,
                explore.progressProperty(),
                explore.runProperty(),
                Texts.language());
    }

    private static boolean isRunning(Progress progress) {
        return progress.state() == TrainState.RUNNING;
    }

    private boolean mayLearn(Progress progress) {
        boolean isWaiting = progress.state() == TrainState.READY || progress.state() == TrainState.PAUSED;
        return isWaiting && !isOnlyLookedAt();
    }

    private static boolean hasEnded(Progress progress) {
        return progress.state().isEnd();
    }

    private boolean mayStop(Progress progress) {
        return !isOnlyLookedAt() && (isRunning(progress) || progress.state() == TrainState.PAUSED);
    }

    private boolean mayReset(Progress progress) {
        return !isOnlyLookedAt() && progress.step() > 0;
    }
}
