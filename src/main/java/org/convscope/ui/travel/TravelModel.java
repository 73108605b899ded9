package org.convscope.ui.travel;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import org.convscope.frame.Numbers;
import org.convscope.lens.Overview;
import org.convscope.train.TrainEvent;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.Pulse;
import org.convscope.ui.kit.Texts;
import org.convscope.workbench.History;
import org.convscope.workbench.OpenRun;

/**
 * Where a person stands among the recorded steps of the open run. Positions count the recorded steps from 0; the one
 * behind the last of them is now. While the run learns positions come and go, and the step that is looked at
 * stays.
 */
public final class TravelModel {

    /** Between two steps that are played. */
    static final int BEAT_MILLIS = 80;

    /** Beats after which the next step is played although the one before is not painted. */
    private static final int PATIENCE = 50;

    private final ExploreModel explore;
    private final Calendar calendar = new Calendar();
    private final ReadOnlyObjectWrapper<List<Long>> steps = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Integer>> marks = new ReadOnlyObjectWrapper<>(List.of());
    private final IntegerProperty position = new SimpleIntegerProperty();
    private final ReadOnlyIntegerWrapper direction = new ReadOnlyIntegerWrapper();
    private boolean isFollowing;
    private int beats;

    /** A model that follows what is open. */
    public TravelModel(ExploreModel explore, Pulse pulse) {
        this.explore = explore;
        explore.runProperty().addListener((run, before, now) -> open(now));
        explore.newsProperty().addListener((news, before, now) -> hear(now));
        explore.momentProperty().addListener(changed -> follow());
        explore.overviewProperty().addListener(changed -> correct());
        position.addListener((place, before, now) -> go(now.intValue()));
        pulse.repeat(BEAT_MILLIS, this::beat);
        open(explore.runProperty().get());
    }

    /** The recorded steps, ascending. */
    public ReadOnlyObjectProperty<List<Long>> stepsProperty() {
        return steps.getReadOnlyProperty();
    }

    /** Positions of the ends of epochs. */
    public ReadOnlyObjectProperty<List<Integer>> marksProperty() {
        return marks.getReadOnlyProperty();
    }

    /** Where a person stands, from 0; as many as there are steps for now. */
    public IntegerProperty positionProperty() {
        return position;
    }

    /** 1 while steps are played forwards, −1 backwards, 0 at rest. */
    public ReadOnlyIntegerProperty directionProperty() {
        return direction.getReadOnlyProperty();
    }

    /** Whether there is anything to go back to. */
    public BooleanBinding canTravel() {
        return Bindings.createBooleanBinding(() -> !steps.get().isEmpty(), steps);
    }

    /** Whether a person looks at a recorded step. */
    public BooleanBinding isPast() {
        return Bindings.createBooleanBinding(() -> explore.moment().isPast(), explore.momentProperty());
    }

    /** Why there is nothing to go back to; empty if there is. */
    public StringBinding emptiness() {
        return Bindings.createStringBinding(this::refusal, steps, explore.runProperty(), Texts.language());
    }

    /** {@code step 1,234 · epoch 6 · recorded}; empty where nothing is. */
    public StringBinding place() {
        return Bindings.createStringBinding(
                this::words, steps, explore.momentProperty(), explore.progressProperty(), Texts.language());
    }

    /** The recorded step before. */
    public void previous() {
        rest();
        move(-1);
    }

    /** The next recorded step; after the last of them, now. */
    public void next() {
        rest();
        move(1);
    }

    /** Now. */
    public void now() {
        rest();
        explore.momentProperty().set(OptionalLong.empty());
    }

    /** Plays on from here to now, or all from the beginning, or rests. */
    public void playForward() {
        if (direction.get() != 0) {
            rest();
        } else if (!steps.get().isEmpty()) {
            if (position.get() == steps.get().size()) {
                position.set(0);
            }
            play(1);
        }
    }

    /** Plays back to the beginning, or rests. */
    public void playBackward() {
        if (direction.get() != 0) {
            rest();
        } else if (!steps.get().isEmpty() && position.get() > 0) {
            play(-1);
        }
    }

    /** Stands still. */
    public void rest() {
        direction.set(0);
    }

    private void play(int wanted) {
        beats = 0;
        direction.set(wanted);
    }

    private void move(int by) {
        position.set(Math.max(0, Math.min(steps.get().size(), position.get() + by)));
    }

    /** The next step is played when the one before stands on the screen. */
    private void beat() {
        if (direction.get() == 0) {
            return;
        }
        beats++;
        if (isPainted() || beats > PATIENCE) {
            beats = 0;
            move(direction.get());
            if (position.get() == 0 || position.get() == steps.get().size()) {
                rest();
            }
        }
    }

    private boolean isPainted() {
        Overview painted = explore.pictures().paintedProperty().get();
        OptionalLong moment = explore.momentProperty().get();
        return moment.isEmpty() || painted != null && painted.stamp().step() == moment.getAsLong();
    }

    private void open(OpenRun run) {
        rest();
        calendar.clear();
        if (run != null) {
            calendar.hear(run.past());
        }
        take(run == null ? List.of() : run.history().steps());
    }

    private void hear(List<TrainEvent> news) {
        if (news.stream().anyMatch(TrainEvent.Reset.class::isInstance)) {
            rest();
            calendar.clear();
        }
        calendar.hear(news);
        take(explore.runProperty().get().history().steps());
    }

    private void take(List<Long> recorded) {
        if (!recorded.equals(steps.get())) {
            steps.set(recorded);
            marks.set(calendar.ends().stream()
                    .map(this::positionOf)
                    .filter(place -> place < recorded.size())
                    .distinct()
                    .toList());
        }
        follow();
    }

    private void follow() {
        isFollowing = true;
        OptionalLong moment = explore.momentProperty().get();
        position.set(
                moment.isPresent()
                        ? positionOf(moment.getAsLong())
                        : steps.get().size());
        isFollowing = false;
    }

    /** The step that is looked at may have been let go before it was seen: then it is the nearest that was left. */
    private void correct() {
        Overview shown = explore.overviewProperty().get();
        OptionalLong moment = explore.momentProperty().get();
        boolean isGone = shown != null
                && moment.isPresent()
                && !steps.get().contains(moment.getAsLong())
                && steps.get().contains(shown.stamp().step());
        if (isGone) {
            explore.momentProperty().set(OptionalLong.of(shown.stamp().step()));
        }
    }

    private void go(int place) {
        if (!isFollowing) {
            List<Long> recorded = steps.get();
            explore.momentProperty()
                    .set(place < recorded.size() ? OptionalLong.of(recorded.get(place)) : OptionalLong.empty());
        }
    }

    private int positionOf(long step) {
        OptionalLong nearest = History.nearest(steps.get(), step);
        return nearest.isPresent() ? steps.get().indexOf(nearest.getAsLong()) : 0;
    }

    private String refusal() {
        OpenRun run = explore.runProperty().get();
        if (run == null || !steps.get().isEmpty()) {
            return "";
        }
        if (run.origin().isPresent()) {
            return Texts.get("travel.foreign");
        }
        return Texts.get(run.history().isKept() ? "travel.empty" : "travel.large");
    }

    private String words() {
        if (steps.get().isEmpty()) {
            return "";
        }
        OptionalLong moment = explore.momentProperty().get();
        long step = moment.orElseGet(() -> explore.progressProperty().get().step());
        OptionalInt epoch = calendar.epoch(step);
        boolean isPast = moment.isPresent();
        return epoch.isPresent()
                ? Texts.get(isPast ? "travel.pastOfEpoch" : "travel.nowOfEpoch", Numbers.count(step), epoch.getAsInt())
                : Texts.get(isPast ? "travel.past" : "travel.now", Numbers.count(step));
    }
}
