package org.convscope.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.convscope.run.RunEntry;
import org.convscope.spec.Contrast;
import org.convscope.train.TrainEvent;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.explore.Mode;
import org.convscope.ui.kit.Pulse;
import org.convscope.workbench.OpenRun;

/** Two to four runs, one image, and one place that is looked at in all of them: joins the parts that do the work. */
public final class CompareModel {

    private final ExploreModel explore;
    private final ReadOnlyObjectWrapper<List<Side>> sides = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Contrast>> contrast = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Slots> slots = new ReadOnlyObjectWrapper<>(new Slots(List.of()));
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
    private final BooleanProperty sharedScales = new SimpleBooleanProperty(true);
    private final BooleanProperty differences = new SimpleBooleanProperty();
    private final Consumer<Heard> heard;
    private final Consumer<Trouble> failed;
    private final Pace pace = new Pace(sides.getReadOnlyProperty());
    private final Moment moment = new Moment(sides.getReadOnlyProperty());
    private final Gaze gaze;
    private final Arrivals arrivals;
    private final Matching matching;
    private final Repeats repeats;
    private final Watching watching;

    private record Heard(Side side, TrainEvent event) {}

    /** What went wrong; with a side that is looked at no more it is nobody's concern. */
    private record Trouble(Optional<Side> side, Throwable wrong) {}

    /** A model with nothing to compare; what takes long is done by {@code work}. */
    public CompareModel(ExploreModel explore, Pulse pulse, RandomGenerator dice, Executor work) {
        this.explore = explore;
        this.heard = pulse.every(this::hear);
        this.failed = pulse.every(all -> all.forEach(this::fail));
        this.gaze = new Gaze(sides.getReadOnlyProperty(), slots.getReadOnlyProperty(), dice);
        this.arrivals = new Arrivals(
                explore.workbench(), pulse, new Arrivals.Reception(this::welcome, this::end, this::failAlone));
        this.matching =
                new Matching(sides.getReadOnlyProperty(), slots.getReadOnlyProperty(), pulse, work, this::failOf);
        this.watching = new Watching(this, pulse, this::touch, this::failOf);
        this.repeats = new Repeats(explore.workbench(), pulse, this::touch, this::failAlone);
        explore.comparingProperty().bind(pace.learningProperty());
        explore.comparedProperty().addListener((property, before, now) -> {
            if (now != null) {
                addOpen();
                add(now);
            }
        });
        gaze.imageProperty().addListener(changed -> watching.refresh());
        moment.imagesProperty().addListener(changed -> {
            watching.refresh();
            watching.examine(sides.get());
        });
        // What Explore closes cannot be looked at here.
        explore.runProperty().addListener((run, before, now) -> sides.get().stream()
                .filter(side -> !side.isOwn() && side.run().equals(before))
                .toList()
                .forEach(this::remove));
    }

    /** Begins all runs of a contrast in the place of what is compared, and trains them. */
    public void start(Contrast wanted) {
        clear();
        arrivals.begin(wanted);
    }

    /** Adds a recorded run or a saved network, whichever is called so. */
    public void add(String name) {
        arrivals.enter(name);
    }

    /** Adds the run that is open in Explore; it stays open there. */
    public void addOpen() {
        OpenRun run = explore.runProperty().get();
        if (run != null && sides.get().stream().noneMatch(side -> side.run().equals(run))) {
            arrivals.borrow(run);
        }
    }

    /** Whether there is room for another run. */
    public boolean isRoom() {
        return sides.get().size() < Contrast.MOST_SIDES;
    }

    /** Compares a run no more; it is recorded and closed if it was opened for this. */
    public void remove(Side side) {
        List<Side> left = new ArrayList<>(sides.get());
        if (left.remove(side)) {
            contrast.set(Optional.empty());
            end(side);
            arrange(left);
        }
    }

    /** Ends the comparison: every run that was opened for it is recorded and closed. */
    public void clear() {
        arrivals.callOff();
        contrast.set(Optional.empty());
        repeats.end();
        List<Side> before = sides.get();
        arrange(List.of());
        before.forEach(this::end);
    }

    /** Shows a run in Explore, which closes it from then on; it stays in the comparison as long as it is open there. */
    public void openInExplore(Side side) {
        if (side.isOwn()) {
            side.lend();
            explore.opening().adopt(side.run());
        }
        explore.modeProperty().set(Mode.EXPLORE);
    }

    /** Has all go on, or all rest. */
    public void playOrPause() {
        pace.playOrPause();
    }

    /** Has all make one step; those that learn rest instead. */
    public void step() {
        pace.step();
    }

    /** Has one go on, or rest, whatever the others do. */
    public void playOrPause(Side side) {
        Pace.playOrPause(side);
    }

    /** Trains all of them again from two more seeds, in the background, for the range that their scores have. */
    public void repeat() {
        repeats.begin(sides.get());
    }

    /** How many trainings from other seeds there are; 0 if none was wished. */
    int repeated() {
        return repeats.all();
    }

    /** How many of them are over. */
    int repeatedDone() {
        return repeats.done();
    }

    /** Looks at the recorded step before, or after, the moment that is looked at; behind the last one it is now. */
    public void travel(int by) {
        moment.travel(by);
    }

    /** Share of test images that were right at the moment that is looked at; NaN when that is not known. */
    double accuracy(Side side) {
        return moment.accuracy(side);
    }

    /** Finds the latest recorded runs that can be compared. */
    public void recorded(Consumer<List<RunEntry>> receiver) {
        arrivals.recorded(receiver);
    }

    /** What differs, and what does not; empty with nothing to compare. */
    Optional<Sameness> sameness() {
        return sides.get().size() < 2
                ? Optional.empty()
                : Optional.of(Sameness.of(sides.get().stream().map(Side::run).toList()));
    }

    /** The runs, from the top; A is the first. */
    public ReadOnlyObjectProperty<List<Side>> sidesProperty() {
        return sides.getReadOnlyProperty();
    }

    /** Which of the prepared comparisons it is; empty if it is put together by hand. */
    public ReadOnlyObjectProperty<Optional<Contrast>> contrastProperty() {
        return contrast.getReadOnlyProperty();
    }

    /** Which layers stand under each other. */
    ReadOnlyObjectProperty<Slots> slotsProperty() {
        return slots.getReadOnlyProperty();
    }

    /** Counts up whenever numbers or curves have changed. */
    public ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /** Whether runs are being opened. */
    public ReadOnlyBooleanProperty openingProperty() {
        return arrivals.openingProperty();
    }

    /** Whether one of them learns. */
    public ReadOnlyBooleanProperty learningProperty() {
        return pace.learningProperty();
    }

    /** Whether they are kept together by the images that they have seen. */
    public BooleanProperty togetherProperty() {
        return pace.togetherProperty();
    }

    /** Whether maps of the same slot and colours have one scale in all runs. */
    public BooleanProperty sharedScalesProperty() {
        return sharedScales;
    }

    /** Whether what the first run has more than each other is shown below them. */
    public BooleanProperty differencesProperty() {
        return differences;
    }

    /** How many images the runs had seen at the moment that is looked at; empty for now. */
    public ObjectProperty<OptionalLong> momentProperty() {
        return moment.imagesProperty();
    }

    /** The newest maps as they are to be seen. */
    Scales scales() {
        return Scales.of(
                sides.get(),
                slots.get(),
                new Scales.Wish(
                        sharedScales.get(),
                        differences.get(),
                        matching.pairingsProperty().get()));
    }

    /** Which image and which map are looked at. */
    public Gaze gaze() {
        return gaze;
    }

    /** Which maps stand under which of the first run. */
    Matching matching() {
        return matching;
    }

    ExploreModel explore() {
        return explore;
    }

    private void welcome(List<Side> arrived, Optional<Contrast> wanted) {
        for (Side side : arrived) {
            side.listen(event -> heard.accept(new Heard(side, event)));
            side.run().listenForTrouble(problem -> failOf(side, problem.asException()));
            watching.add(side);
        }
        contrast.set(wanted);
        List<Side> all = new ArrayList<>(sides.get());
        all.addAll(arrived);
        arrange(all);
        watching.examine(arrived);
        if (wanted.isPresent()) {
            playOrPause();
        }
    }

    private void failOf(Side side, Throwable wrong) {
        failed.accept(new Trouble(Optional.of(side), wrong));
    }

    private void failAlone(Throwable wrong) {
        failed.accept(new Trouble(Optional.empty(), wrong));
    }

    private void fail(Trouble trouble) {
        Throwable wrong = trouble.wrong;
        Throwable cause = wrong instanceof CompletionException && wrong.getCause() != null ? wrong.getCause() : wrong;
        boolean isConcern = trouble.side.map(watching::isWatched).orElse(true);
        if (trouble.side.isEmpty()) {
            arrivals.rest();
        }
        if (isConcern && !(cause instanceof CancellationException)) {
            explore.report(cause);
        }
    }

    private void end(Side side) {
        side.unlisten();
        watching.remove(side);
        if (side.isOwn()) {
            var unused = side.run().close().whenComplete((done, wrong) -> {
                if (wrong != null) {
                    failAlone(wrong);
                }
            });
        }
    }

    private void arrange(List<Side> all) {
        pace.release();
        gaze.leave();
        matching.wishedProperty().set(false);
        moment.imagesProperty().set(OptionalLong.empty());
        slots.set(Slots.of(all.stream().map(side -> side.run().blueprint()).toList()));
        sides.set(List.copyOf(all));
        gaze.stay();
        pace.bind();
        pace.tell();
        touch();
        watching.refresh();
    }

    private void hear(List<Heard> events) {
        events.stream().filter(each -> watching.isWatched(each.side)).forEach(each -> each.side.follow(each.event));
        pace.tell();
        matching.follow();
        touch();
    }

    private void touch() {
        revision.set(revision.get() + 1);
    }
}
