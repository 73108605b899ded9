package org.convscope.ui.explore;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.convscope.frame.Mosaic;
import org.convscope.frame.Scope;
import org.convscope.lens.Differences;
import org.convscope.lens.Overview;
import org.convscope.spec.Subject;
import org.convscope.train.TrainEvent;
import org.convscope.ui.kit.Pulse;
import org.convscope.workbench.OpenRun;
import org.convscope.workbench.Viewer;

/** A recorded step that stays in hand, to be compared with what is looked at. */
public final class Pin {

    private final ExploreModel explore;
    private final ReadOnlyObjectWrapper<OptionalLong> step = new ReadOnlyObjectWrapper<>(OptionalLong.empty());
    private final ReadOnlyObjectWrapper<Optional<Comparison>> comparison =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Overview> picture = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty difference = new SimpleBooleanProperty();
    private final Viewer<Question, Answer> viewer;
    private Optional<Question> newest = Optional.empty();

    /**
     * One image at two steps.
     *
     * @param pinned at the pinned step
     * @param shown at the step that is looked at
     * @param difference the second less the first, where both have a node's maps; the prediction is that of the second
     */
    public record Comparison(Overview pinned, Overview shown, Overview difference) {}

    private record Question(OpenRun run, long step, Subject subject, Scope scope, Overview shown) {

        CompletableFuture<Answer> ask() {
            return new Moment(run, OptionalLong.of(step))
                    .see(subject, scope, shown.mosaics().keySet(), Optional.empty())
                    .thenApply(sighting -> new Answer(this, compare(sighting.overview())));
        }

        private Comparison compare(Overview pinned) {
            Map<String, Mosaic> less = new LinkedHashMap<>(Differences.of(shown, pinned, scope));
            // The image is the same at both: what it is tells more than that nothing has changed.
            String image = run.blueprint().first().id();
            less.computeIfPresent(image, (node, nothing) -> shown.mosaics().get(image));
            return new Comparison(pinned, shown, new Overview(shown.stamp(), less, shown.prediction()));
        }
    }

    private record Answer(Question question, Comparison comparison) {}

    /** Nothing is pinned at first. */
    Pin(ExploreModel explore, Pulse pulse) {
        this.explore = explore;
        this.viewer = new Viewer<>(Question::ask, Replies.to(pulse.latest(this::receive), pulse.latest(this::fail)));
        difference.addListener(changed -> show());
        explore.newsProperty().addListener((news, before, now) -> hear(now));
    }

    /** The pinned step of the open run; empty for none. */
    public ReadOnlyObjectProperty<OptionalLong> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /** What is looked at beside the pinned step; empty while there is none, or until it is there. */
    public ReadOnlyObjectProperty<Optional<Comparison>> comparisonProperty() {
        return comparison.getReadOnlyProperty();
    }

    /** Whether the map shows what has changed since the pinned step, and not what is. */
    public BooleanProperty differenceProperty() {
        return difference;
    }

    /** What the map shows: the newest picture of the network, or its difference to the pinned step; or {@code null}. */
    public ReadOnlyObjectProperty<Overview> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /** Whether that is a difference. */
    public boolean isDifference() {
        return difference.get() && comparison.get().isPresent();
    }

    /** Pins the recorded step that is nearest to the one that is looked at, or lets go of the one that is. */
    public void toggle() {
        Overview shown = explore.overviewProperty().get();
        if (step.get().isPresent()) {
            release();
        } else if (shown != null) {
            step.set(explore.runProperty().get().history().nearest(shown.stamp().step()));
            explore.refresh();
        }
    }

    /** Shows the map's difference to the pinned step, or no longer; pins one first where there is none. */
    public void toggleDifference() {
        if (step.get().isEmpty()) {
            toggle();
        }
        difference.set(step.get().isPresent() && !difference.get());
    }

    /** Lets go of what is pinned. */
    void release() {
        newest = Optional.empty();
        difference.set(false);
        comparison.set(Optional.empty());
        step.set(OptionalLong.empty());
        show();
    }

    /** There is a new picture, or none. */
    void follow(Overview shown, Subject subject, Scope scope) {
        if (shown != null && step.get().isPresent()) {
            OpenRun run = explore.runProperty().get();
            newest = Optional.of(new Question(run, step.get().getAsLong(), subject, scope, shown));
            newest.ifPresent(viewer::ask);
            if (difference.get()) {
                return;
            }
        }
        picture.set(shown);
    }

    private void receive(Answer answer) {
        // Whoever travels fast sees the differences of the steps on the way, but never those of another image.
        boolean isWanted = newest.filter(asked -> asked.run.equals(answer.question.run)
                        && asked.step == answer.question.step
                        && asked.subject.equals(answer.question.subject)
                        && asked.scope == answer.question.scope)
                .isPresent();
        if (isWanted) {
            comparison.set(Optional.of(answer.comparison));
            // The step may have been let go meanwhile; then it is the nearest that is left.
            step.set(OptionalLong.of(answer.comparison.pinned.stamp().step()));
            show();
        }
    }

    /** What was asked of a run that is closed meanwhile, nobody misses. */
    private void fail(Throwable wrong) {
        if (newest.isPresent()) {
            explore.report(wrong);
        }
    }

    private void show() {
        Overview now = explore.overviewProperty().get();
        picture.set(comparison
                .get()
                .filter(any -> difference.get())
                .map(Comparison::difference)
                .orElse(now));
    }

    private void hear(List<TrainEvent> news) {
        if (news.stream().anyMatch(TrainEvent.Reset.class::isInstance)) {
            release();
        }
    }
}
