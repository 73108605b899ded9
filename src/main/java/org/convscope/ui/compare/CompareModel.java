package org.convscope.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.convscope.data.Cancellation;
import org.convscope.data.Loading;
import org.convscope.lens.Pairing;
import org.convscope.run.RunEntry;
import org.convscope.spec.Contrast;
import org.convscope.train.TrainEvent;
import org.convscope.train.TrainState;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.explore.Mode;
import org.convscope.ui.kit.Pulse;
import org.convscope.ui.kit.Texts;
import org.convscope.workbench.LockStep;
import org.convscope.workbench.OpenRun;

/**
 * Two to four runs, one image, and one place that is looked at in all of them. While the runs learn their pictures
 * follow about ten times a second, and never faster than they come.
 */
public final class CompareModel {

    /** Recorded runs that are offered. */
    private static final int MOST_RECORDED = 12;

    private final ExploreModel explore;
    private final RandomGenerator dice;
    private final Executor work;
    private final ReadOnlyObjectWrapper<List<Side>> sides = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Contrast>> contrast = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Slots> slots = new ReadOnlyObjectWrapper<>(new Slots(List.of()));
    private final ReadOnlyIntegerWrapper image = new ReadOnlyIntegerWrapper();
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
    private final ReadOnlyBooleanWrapper opening = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper learning = new ReadOnlyBooleanWrapper();
    private final BooleanProperty together = new SimpleBooleanProperty(true);
    private final BooleanProperty sharedScales = new SimpleBooleanProperty(true);
    private final BooleanProperty differences = new SimpleBooleanProperty();
    private final BooleanProperty matched = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Map<Integer, Map<Integer, Pairing>>> pairings =
            new ReadOnlyObjectWrapper<>(Map.of());
    private final ObjectProperty<OptionalLong> moment = new SimpleObjectProperty<>(OptionalLong.empty());
    private final ObjectProperty<Spot> selection = new SimpleObjectProperty<>();
    private final ObjectProperty<Spot> hovered = new SimpleObjectProperty<>();
    private final ObjectProperty<Set<Integer>> inSight = new SimpleObjectProperty<>(Set.of());

    private final Consumer<Heard> heard;
    private final Consumer<Opened> opened;
    private final Consumer<Trouble> failed;
    private final Consumer<Runnable> found;
    private final Repeats repeats;
    private final Watching watching;
    private Optional<LockStep> lockStep = Optional.empty();
    private Cancellation cancellation = new Cancellation();
    private int wishes;

    private record Heard(Side side, TrainEvent event) {}

    /** What went wrong; with a side that is looked at no more it is nobody's concern. */
    private record Trouble(Optional<Side> side, Throwable wrong) {}

    /** Runs that came, and which wish they answer; {@code contrast} is empty for one that is added. */
    private record Opened(int wish, List<Side> sides, Optional<Contrast> contrast) {}

    /** A model with nothing to compare; what takes long is done by {@code work}. */
    public CompareModel(ExploreModel explore, Pulse pulse, RandomGenerator dice, Executor work) {
        this.explore = explore;
        this.dice = dice;
        this.work = work;
        this.heard = pulse.every(this::hear);
        this.opened = pulse.every(all -> all.forEach(this::take));
        this.found = pulse.every(all -> all.forEach(Runnable::run));
        this.failed = pulse.every(all -> all.forEach(this::fail));
        this.watching = new Watching(
                this, pulse, this::touch, (side, wrong) -> failed.accept(new Trouble(Optional.of(side), wrong)));
        this.repeats = new Repeats(
                explore.workbench(), pulse, this::touch, wrong -> failed.accept(new Trouble(Optional.empty(), wrong)));
        explore.comparingProperty().bind(learning);
        together.addListener(changed -> bind());
        explore.comparedProperty().addListener((property, before, now) -> {
            if (now != null) {
                addOpen();
                add(now);
            }
        });
        matched.addListener((wish, before, now) -> match(now));
        moment.addListener(changed -> {
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
        opening.set(true);
        int wish = ++wishes;
        cancellation = new Cancellation();
        List<CompletableFuture<Side>> coming = wanted.sides().stream()
                .map(side -> explore.workbench()
                        .begin(side.scenario(), new Loading(read -> {}, cancellation))
                        .thenApply(run -> new Side(side.name(), run, true)))
                .toList();
        await(coming, all -> new Opened(wish, all, Optional.of(wanted)));
    }

    /** Adds a recorded run or a saved network, whichever is called so. */
    public void add(String name) {
        opening.set(true);
        int wish = ++wishes;
        await(
                List.of(explore.workbench().enter(name).thenApply(run -> new Side(name(run), run, true))),
                all -> new Opened(wish, all, Optional.empty()));
    }

    /** Adds the run that is open in Explore; it stays open there. */
    public void addOpen() {
        OpenRun run = explore.runProperty().get();
        if (run != null && sides.get().stream().noneMatch(side -> side.run().equals(run))) {
            take(new Opened(++wishes, List.of(new Side(name(run), run, false)), Optional.empty()));
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
        wishes++;
        cancellation.cancel();
        opening.set(false);
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
        if (learning.get()) {
            lockStep.ifPresentOrElse(LockStep::pause, () -> sides.get().forEach(side -> {
                var unused = side.run().pause();
            }));
        } else {
            lockStep.ifPresentOrElse(
                    LockStep::play, () -> sides.get().forEach(side -> side.run().play()));
        }
    }

    /** Has all make one step; those that learn rest instead. */
    public void step() {
        if (learning.get()) {
            playOrPause();
        } else {
            lockStep.ifPresentOrElse(
                    LockStep::step, () -> sides.get().forEach(side -> side.run().step()));
        }
    }

    /** Has one go on, or rest, whatever the others do. */
    public void playOrPause(Side side) {
        if (side.run().progress().state() == TrainState.RUNNING) {
            var unused = side.run().pause();
        } else {
            side.run().play();
        }
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

    /** Images that the run which has seen most has seen. */
    long mostImages() {
        return sides.get().stream()
                .mapToLong(side -> side.run().progress().images())
                .max()
                .orElse(0);
    }

    /** Looks at the recorded step before, or after, the moment that is looked at; behind the last one it is now. */
    public void travel(int by) {
        if (sides.get().isEmpty()) {
            return;
        }
        Side first = sides.get().get(0);
        List<Long> steps = first.run().history().steps();
        long images = moment.get().orElse(Long.MAX_VALUE);
        long now = first.scores().stepAt(images);
        long wanted = by < 0
                ? steps.stream()
                        .filter(step -> step < now)
                        .reduce((one, next) -> next)
                        .orElse(-1L)
                : steps.stream().filter(step -> step > now).findFirst().orElse(-1L);
        if (wanted >= 0) {
            moment.set(OptionalLong.of(first.scores().imagesAfter(wanted)));
        } else if (by > 0) {
            moment.set(OptionalLong.empty());
        }
    }

    /** Share of test images that were right at the moment that is looked at; NaN when that is not known. */
    double accuracy(Side side) {
        if (moment.get().isEmpty()) {
            return side.accuracy();
        }
        Scores.Point then = side.scores().at(moment.get().getAsLong());
        return then == null ? Double.NaN : then.accuracy();
    }

    /** Looks at a test image in all runs; the index wraps around at both ends. */
    public void show(int index) {
        if (!sides.get().isEmpty()) {
            image.set(Math.floorMod(
                    index, sides.get().get(0).run().dataset().test().size()));
            watching.refresh();
        }
    }

    /** Looks at any test image. */
    public void showAny() {
        if (!sides.get().isEmpty()) {
            show(dice.nextInt(sides.get().get(0).run().dataset().test().size()));
        }
    }

    /** The classes of the images that are looked at, in the reader's language. */
    List<String> classNames() {
        return sides.get().isEmpty()
                ? List.of()
                : sides.get()
                        .get(0)
                        .run()
                        .dataset()
                        .card()
                        .classNames(Texts.language().get());
    }

    /** Looks at the next test image of a class. */
    public void showClass(int label) {
        if (!sides.get().isEmpty()) {
            int[] ofClass = sides.get().get(0).run().dataset().test().indicesOf(label);
            int next = 0;
            while (next < ofClass.length - 1 && ofClass[next] <= image.get()) {
                next++;
            }
            if (ofClass.length > 0) {
                show(ofClass[next] > image.get() ? ofClass[next] : ofClass[0]);
            }
        }
    }

    /** Selects the map so many slots and maps further, in all runs; the first one if none is selected. */
    public void walk(int bySlots, int byChannels) {
        if (slots.get().size() == 0) {
            return;
        }
        Spot now = selection.get();
        int slot = now == null
                ? 0
                : Math.floorMod(now.slot() + bySlots, slots.get().size());
        int channels = slots.get().slots().get(slot).channels();
        int channel = now == null ? 0 : Math.floorMod(Math.min(now.channel(), channels - 1) + byChannels, channels);
        selection.set(new Spot(slot, channel, null));
    }

    /** Finds the latest recorded runs that can be compared. */
    public void recorded(Consumer<List<RunEntry>> receiver) {
        var unused = explore.workbench().latestRuns(MOST_RECORDED).whenComplete((entries, wrong) -> {
            if (wrong == null) {
                found.accept(() -> receiver.accept(entries.stream()
                        .filter(entry -> entry.problem().isEmpty())
                        .toList()));
            } else {
                failed.accept(new Trouble(Optional.empty(), wrong));
            }
        });
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

    /** Index of the test image that all are looked at with. */
    public ReadOnlyIntegerProperty imageProperty() {
        return image.getReadOnlyProperty();
    }

    /** Counts up whenever numbers or curves have changed. */
    public ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /** Whether runs are being opened. */
    public ReadOnlyBooleanProperty openingProperty() {
        return opening.getReadOnlyProperty();
    }

    /** Whether one of them learns. */
    public ReadOnlyBooleanProperty learningProperty() {
        return learning.getReadOnlyProperty();
    }

    /** Whether they are kept together by the images that they have seen. */
    public BooleanProperty togetherProperty() {
        return together;
    }

    /** Whether maps of the same slot and colours have one scale in all runs. */
    public BooleanProperty sharedScalesProperty() {
        return sharedScales;
    }

    /** Whether what the first run has more than each other is shown below them. */
    public BooleanProperty differencesProperty() {
        return differences;
    }

    /** Whether maps stand under those of the first run that they are most like. */
    public BooleanProperty matchedProperty() {
        return matched;
    }

    /** How maps are paired, by run and slot; nothing as long as it is not wished or not found. */
    ReadOnlyObjectProperty<Map<Integer, Map<Integer, Pairing>>> pairingsProperty() {
        return pairings.getReadOnlyProperty();
    }

    /** How many images the runs had seen at the moment that is looked at; empty for now. */
    public ObjectProperty<OptionalLong> momentProperty() {
        return moment;
    }

    /** The newest maps as they are to be seen. */
    Scales scales() {
        return Scales.of(
                sides.get(), slots.get(), new Scales.Wish(sharedScales.get(), differences.get(), pairings.get()));
    }

    /** What is selected in all runs, or {@code null}. */
    public ObjectProperty<Spot> selectionProperty() {
        return selection;
    }

    /** What the mouse points at in one of them, or {@code null}. */
    public ObjectProperty<Spot> hoveredProperty() {
        return hovered;
    }

    /** Slots that are in sight; while the runs learn, pictures hold no other. */
    ObjectProperty<Set<Integer>> inSightProperty() {
        return inSight;
    }

    ExploreModel explore() {
        return explore;
    }

    private void await(List<CompletableFuture<Side>> coming, Function<List<Side>, Opened> arrived) {
        var unused = CompletableFuture.allOf(coming.toArray(CompletableFuture[]::new))
                .whenComplete((all, wrong) -> {
                    if (wrong == null) {
                        opened.accept(arrived.apply(
                                coming.stream().map(CompletableFuture::join).toList()));
                    } else {
                        // Those that did come are not wanted alone.
                        coming.forEach(CompareModel::closeWhenItCame);
                        failed.accept(new Trouble(Optional.empty(), wrong));
                    }
                });
    }

    private static void closeWhenItCame(CompletableFuture<Side> coming) {
        var unused = coming.thenCompose(side -> side.run().close());
    }

    private void take(Opened arrived) {
        if (arrived.wish != wishes) {
            arrived.sides.forEach(this::end);
            return;
        }
        opening.set(false);
        List<Side> all = new ArrayList<>(sides.get());
        all.addAll(arrived.sides);
        for (Side side : arrived.sides) {
            side.listen(event -> heard.accept(new Heard(side, event)));
            side.run()
                    .listenForTrouble(problem -> failed.accept(new Trouble(Optional.of(side), problem.asException())));
            watching.add(side);
        }
        contrast.set(arrived.contrast);
        arrange(all);
        watching.examine(arrived.sides);
        if (arrived.contrast.isPresent()) {
            playOrPause();
        }
    }

    private void match(boolean isWished) {
        pairings.set(Map.of());
        if (isWished && sides.get().size() > 1) {
            List<Side> asked = sides.get();
            var unused = Likeness.of(asked.stream().map(Side::run).toList(), slots.get(), work)
                    .whenComplete((paired, wrong) -> {
                        if (wrong == null) {
                            found.accept(() -> take(asked, paired));
                        } else {
                            failed.accept(new Trouble(Optional.of(asked.get(0)), wrong));
                        }
                    });
        }
    }

    private void take(List<Side> asked, Map<Integer, Map<Integer, Pairing>> paired) {
        if (matched.get() && asked.equals(sides.get())) {
            pairings.set(paired);
        }
    }

    private void fail(Trouble trouble) {
        Throwable wrong = trouble.wrong;
        Throwable cause = wrong instanceof CompletionException && wrong.getCause() != null ? wrong.getCause() : wrong;
        boolean isConcern = trouble.side.map(watching::isWatched).orElse(true);
        if (trouble.side.isEmpty()) {
            opening.set(false);
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
                    failed.accept(new Trouble(Optional.empty(), wrong));
                }
            });
        }
    }

    private void arrange(List<Side> all) {
        lockStep.ifPresent(LockStep::close);
        lockStep = Optional.empty();
        selection.set(null);
        hovered.set(null);
        matched.set(false);
        moment.set(OptionalLong.empty());
        slots.set(Slots.of(all.stream().map(side -> side.run().blueprint()).toList()));
        sides.set(List.copyOf(all));
        if (!all.isEmpty()) {
            image.set(
                    Math.floorMod(image.get(), all.get(0).run().dataset().test().size()));
        }
        bind();
        tellWhetherOneLearns();
        touch();
        watching.refresh();
    }

    private void bind() {
        lockStep.ifPresent(LockStep::close);
        lockStep = together.get() && sides.get().size() > 1
                ? Optional.of(new LockStep(sides.get().stream().map(Side::run).toList()))
                : Optional.empty();
    }

    private void hear(List<Heard> events) {
        events.stream().filter(each -> watching.isWatched(each.side)).forEach(each -> each.side.follow(each.event));
        tellWhetherOneLearns();
        touch();
    }

    private void tellWhetherOneLearns() {
        learning.set(sides.get().stream().anyMatch(side -> side.run().progress().state() == TrainState.RUNNING));
    }

    private void touch() {
        revision.set(revision.get() + 1);
    }

    private static String name(OpenRun run) {
        String activation = run.scenario().options().get("activation");
        String network = run.blueprint().network();
        return activation == null ? network : network + " " + activation;
    }
}
