package org.convscope.ui.shell;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.convscope.frame.Numbers;
import org.convscope.train.Progress;
import org.convscope.train.TrainEvent;
import org.convscope.train.TrainState;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.Amounts;
import org.convscope.ui.kit.Pulse;
import org.convscope.ui.kit.Texts;
import org.convscope.workbench.OpenRun;
import org.convscope.workbench.Watch;

/** Where the training stands, in a few words. */
final class StateChipModel {

    /** How the words are meant; the chip's colour, and never without the words. */
    enum Tone {
        QUIET,
        LEARNING,
        WAITING,
        DONE,
        WARNING,
        DANGER
    }

    private static final int SECOND = 1000;

    private final ExploreModel explore;
    private final Clock clock = Clock.systemUTC();
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper();
    private final ReadOnlyObjectWrapper<Tone> tone = new ReadOnlyObjectWrapper<>(Tone.QUIET);
    private final ReadOnlyObjectWrapper<TrainEvent.Ended> ended = new ReadOnlyObjectWrapper<>();
    /** A long step that is not over, or {@code null}. */
    private TrainEvent.StepUnderWay underWay;

    StateChipModel(ExploreModel explore, Pulse pulse) {
        this.explore = explore;
        explore.newsProperty().addListener((news, before, now) -> hear(now));
        explore.runProperty().addListener(changed -> {
            underWay = null;
            ended.set(null);
        });
        explore.progressProperty().addListener(changed -> say());
        explore.opening().underWayProperty().addListener(changed -> say());
        ended.addListener(changed -> say());
        Texts.language().addListener(changed -> say());
        pulse.repeat(SECOND, () -> {
            // How long ago it was saved changes by itself.
            if (watch().isPresent()) {
                say();
            }
        });
        say();
    }

    ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Tone> toneProperty() {
        return tone.getReadOnlyProperty();
    }

    /** How the training ended by itself, or {@code null}. */
    ReadOnlyObjectProperty<TrainEvent.Ended> endedProperty() {
        return ended.getReadOnlyProperty();
    }

    private void hear(List<TrainEvent> news) {
        for (TrainEvent event : news) {
            underWay = event instanceof TrainEvent.StepUnderWay step ? step : null;
            if (event instanceof TrainEvent.Ended end) {
                ended.set(end);
            } else if (event instanceof TrainEvent.Reset) {
                ended.set(null);
            }
        }
        say();
    }

    private void say() {
        Progress progress = explore.progressProperty().get();
        if (explore.opening().underWayProperty().get()) {
            text.set(Texts.get("shell.state.opening"));
            tone.set(Tone.QUIET);
        } else if (progress == null) {
            text.set(Texts.get("shell.state.empty"));
            tone.set(Tone.QUIET);
        } else {
            text.set(words(progress));
            tone.set(watch().filter(watch -> !watch.isThere()).isPresent() ? Tone.WARNING : tone(progress.state()));
        }
    }

    private Optional<Watch> watch() {
        return Optional.ofNullable(explore.runProperty().get()).flatMap(OpenRun::watch);
    }

    private String words(Progress progress) {
        return watch().map(watch -> words(progress, watch)).orElseGet(() -> ownWords(progress));
    }

    private String words(Progress progress, Watch watch) {
        String step = Numbers.count(progress.step());
        if (!watch.isThere()) {
            return Texts.get("shell.state.watchLost", step);
        }
        if (progress.state() != TrainState.RUNNING) {
            return Texts.get("shell.state.watched", Texts.get("runs.state." + progress.state()), step);
        }
        double seconds = Duration.between(watch.savedAt(), clock.instant()).toMillis() / 1000.0;
        return watch.savedStep() == 0
                ? Texts.get("shell.state.watchUnsaved", step)
                : Texts.get("shell.state.watching", step, Amounts.duration(seconds));
    }

    private String ownWords(Progress progress) {
        String step = Numbers.count(progress.step());
        TrainEvent.Ended end = ended.get();
        return switch (progress.state()) {
            case READY -> Texts.get("shell.state.ready");
            case RUNNING -> training(progress);
            case PAUSED -> Texts.get("shell.state.paused", progress.epoch(), progress.epochs(), step);
            case FINISHED -> Texts.get("shell.state.finished", progress.epochs());
            case STOPPED -> Texts.get("shell.state.stopped", step);
            case DIVERGED -> end == null
                    ? Texts.get("shell.state.diverged", step)
                    : Texts.get("shell.state.divergedAt", Numbers.count(end.step()), Numbers.count(end.goodStep()));
            case DEAD -> end == null
                    ? Texts.get("shell.state.dead", step)
                    : Texts.get("shell.state.deadAt", Numbers.count(end.step()), Numbers.count(end.goodStep()));
            case FAILED -> Texts.get("shell.state.failed", step);
        };
    }

    private String training(Progress progress) {
        return underWay == null
                ? Texts.get("shell.state.training", progress.epoch(), progress.epochs())
                : Texts.get("shell.state.stepping", Numbers.count(underWay.step() + 1), Numbers.count((long)
                        (100 * underWay.share())));
    }

    private static Tone tone(TrainState state) {
        return switch (state) {
            case RUNNING -> Tone.LEARNING;
            case PAUSED -> Tone.WAITING;
            case FINISHED -> Tone.DONE;
            case READY, STOPPED -> Tone.QUIET;
            case DIVERGED, DEAD -> Tone.WARNING;
            case FAILED -> Tone.DANGER;
        };
    }
}
