package org.convscope.ui.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
import org.convscope.frame.Scope;
import org.convscope.lens.Overview;
import org.convscope.lens.Pairing;
import org.convscope.run.RunEntry;
import org.convscope.spec.Contrast;
import org.convscope.spec.Subject;
import org.convscope.train.TrainEvent;
import org.convscope.train.TrainState;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.explore.Mode;
import org.convscope.ui.kit.Pulse;
import org.convscope.ui.kit.Texts;
import org.convscope.workbench.LayerHealth;
import org.convscope.workbench.LockStep;
import org.convscope.workbench.OpenRun;
import org.convscope.workbench.Sighting;
import org.convscope.workbench.Viewer;

/**
 * Two to four runs, one image, and one place that is looked at in all of them. While the runs learn their pictures
 * follow about ten times a second, and never faster than they come.
 */
public final class CompareModel {

    /** Milliseconds between two looks at what is old. */
    private static final int TICK_MILLIS = 20;

    private static final int TICKS_BETWEEN_PICTURES = 5;
    private static final int TICKS_BETWEEN_HEALTH = 100;

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
    private final Map<Side, Watch> watches = new HashMap<>();

    private final Consumer<Heard> heard;
    private final Consumer<Seen> seen;
    private final Consumer<Measured> measured;
    private final Consumer<Opened> opened;
    private final Consumer<Trouble> failed;
    private final Consumer<Runnable> found;
    private final Repeats repeats;
    private Optional<LockStep> lockStep = Optional.empty();
    private Cancellation cancellation = new Cancellation();
    private int wishes;
    private long ticks;

    /** Who asks one side, and what of it was last asked for. */
    private record Watch(Viewer<Question, Overview> maps, Viewer<OpenRun, LayerHealth> layers) {}

    /** Of these nodes, or of all if there are none; at a recorded step, or now. */
    private record Question(OpenRun run, int image, OptionalLong moment, OptionalLong step, Set<String> nodes) {}

    private record Heard(Side side, TrainEvent event) {}

    private record Seen(Side side, Question question, Overview overview) {}

    private record Measured(Side side, LayerHealth health) {}

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
        this.seen = pulse.every(this::draw);
        this.measured = pulse.every(all -> all.forEach(one -> one.side.examine(one.health)));
        this.opened = pulse.every(all -> all.forEach(this::take));
        this.found = pulse.every(all -> all.forEach(Runnable::run));
        this.failed = pulse.every(all -> all.forEach(this::fail));
        this.repeats = new Repeats(
                explore.workbench(), pulse, this::touch, wrong -> failed.accept(new Trouble(Optional.empty(), wrong)));
        together.addListener(changed -> bind());
        explore.comparedProperty().addListener((property, before, now) -> {
            if (now != null) {
                addOpen();
                add(now);
            }
        });
        matched.addListener((wish, before, now) -> match(now));
        moment.addListener(changed -> {
            refresh();
            examine();
        });
        // What Explore closes cannot be looked at here.
        explore.runProperty().addListener((run, before, now) -> sides.get().stream()
                .filter(side -> !side.isOwn() && side.run().equals(before))
                .toList()
                .forEach(this::remove));
        pulse.repeat(TICK_MILLIS, this::tick);
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
            explore.adopt(side.run());
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
            refresh();
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
            watches.put(
                    side,
                    new Watch(
                            new Viewer<>(question -> sight(side, question), (overview, wrong) -> {}),
                            new Viewer<>(OpenRun::health, (health, wrong) -> answer(side, health, wrong))));
        }
        contrast.set(arrived.contrast);
        arrange(all);
        arrived.sides.forEach(side -> watches.get(side).layers.ask(side.run()));
        if (arrived.contrast.isPresent()) {
            playOrPause();
        }
    }

    private CompletableFuture<Overview> sight(Side side, Question asked) {
        int index = Math.floorMod(asked.image, asked.run.dataset().test().size());
        Subject subject = asked.run.testImage(index);
        CompletableFuture<Sighting> coming;
        if (asked.step.isPresent()) {
            coming = asked.run
                    .history()
                    .see(asked.step.getAsLong(), subject, Scope.LAYER, asked.nodes, Optional.empty());
        } else if (asked.nodes.isEmpty()) {
            coming = asked.run.see(subject, Scope.LAYER, Optional.empty());
        } else {
            coming = asked.run.see(subject, Scope.LAYER, asked.nodes, Optional.empty());
        }
        return coming.handle((sighting, wrong) -> {
            if (wrong == null) {
                seen.accept(new Seen(side, asked, sighting.overview()));
                return sighting.overview();
            }
            failed.accept(new Trouble(Optional.of(side), wrong));
            return null;
        });
    }

    private OptionalLong stepOf(Side side) {
        return moment.get().isEmpty()
                ? OptionalLong.empty()
                : side.run().history().nearest(side.scores().stepAt(moment.get().getAsLong()));
    }

    private void examine() {
        for (Side side : sides.get()) {
            OptionalLong step = stepOf(side);
            CompletableFuture<LayerHealth> coming = step.isPresent()
                    ? side.run().history().health(step.getAsLong())
                    : side.run().health();
            var unused = coming.whenComplete((health, wrong) -> answer(side, health, wrong));
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

    private void answer(Side side, LayerHealth health, Throwable wrong) {
        if (wrong == null) {
            measured.accept(new Measured(side, health));
        } else {
            failed.accept(new Trouble(Optional.of(side), wrong));
        }
    }

    private void fail(Trouble trouble) {
        Throwable wrong = trouble.wrong;
        Throwable cause = wrong instanceof CompletionException && wrong.getCause() != null ? wrong.getCause() : wrong;
        boolean isConcern = trouble.side.map(watches::containsKey).orElse(true);
        if (trouble.side.isEmpty()) {
            opening.set(false);
        }
        if (isConcern && !(cause instanceof CancellationException)) {
            explore.report(cause);
        }
    }

    private void end(Side side) {
        side.unlisten();
        watches.remove(side);
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
        refresh();
    }

    private void bind() {
        lockStep.ifPresent(LockStep::close);
        lockStep = together.get() && sides.get().size() > 1
                ? Optional.of(new LockStep(sides.get().stream().map(Side::run).toList()))
                : Optional.empty();
    }

    private void refresh() {
        sides.get().forEach(this::ask);
    }

    private void ask(Side side) {
        Watch watch = watches.get(side);
        // One that is being taken out is asked no more.
        if (watch != null) {
            watch.maps.ask(new Question(side.run(), image.get(), moment.get(), stepOf(side), wanted(side)));
        }
    }

    /** The nodes of the next picture; none stands for all. */
    private Set<String> wanted(Side side) {
        boolean isMoving = moment.get().isEmpty() && side.run().progress().state() == TrainState.RUNNING;
        if (!isMoving || inSight.get().isEmpty()) {
            return Set.of();
        }
        int row = sides.get().indexOf(side);
        Set<String> nodes = new HashSet<>();
        List<Slots.Slot> all = slots.get().slots();
        for (int slot : inSight.get()) {
            if (slot < all.size()) {
                all.get(slot).nodes().get(row).ifPresent(nodes::add);
            }
        }
        nodes.add(side.run().blueprint().last().id());
        return nodes;
    }

    private void hear(List<Heard> events) {
        events.stream().filter(each -> watches.containsKey(each.side)).forEach(each -> each.side.follow(each.event));
        tellWhetherOneLearns();
        touch();
    }

    private void tellWhetherOneLearns() {
        learning.set(sides.get().stream().anyMatch(side -> side.run().progress().state() == TrainState.RUNNING));
    }

    private void draw(List<Seen> pictures) {
        for (Seen each : pictures) {
            boolean isWished = each.question.image == image.get() && each.question.moment.equals(moment.get());
            if (watches.containsKey(each.side) && isWished) {
                each.side.show(each.overview);
            }
        }
        touch();
    }

    private void touch() {
        revision.set(revision.get() + 1);
    }

    private void tick() {
        ticks++;
        for (Side side : sides.get()) {
            Watch watch = watches.get(side);
            Overview drawn = side.overviewProperty().get();
            LayerHealth examined = side.healthProperty().get();
            long step = side.run().progress().step();
            boolean isPast = stepOf(side).isPresent();
            boolean isOld = drawn != null && !isPast && (drawn.stamp().step() != step || lacksSome(side, drawn));
            if (ticks % TICKS_BETWEEN_PICTURES == 0 && isOld && !watch.maps.isBusy()) {
                ask(side);
            }
            boolean isDue = examined != null && !isPast && examined.stamp().step() != step;
            if (ticks % TICKS_BETWEEN_HEALTH == 0 && isDue && !watch.layers.isBusy()) {
                watch.layers.ask(side.run());
            }
        }
    }

    private boolean lacksSome(Side side, Overview drawn) {
        Set<String> nodes = wanted(side);
        return nodes.isEmpty()
                ? drawn.mosaics().size() < side.run().blueprint().nodes().size()
                : !drawn.mosaics().keySet().containsAll(nodes);
    }

    private static String name(OpenRun run) {
        String activation = run.scenario().options().get("activation");
        String network = run.blueprint().network();
        return activation == null ? network : network + " " + activation;
    }
}
