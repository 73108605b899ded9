package org.convscope.ui.explore;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.convscope.blueprint.Blueprint;
import org.convscope.data.Cancellation;
import org.convscope.data.Loading;
import org.convscope.frame.Frame;
import org.convscope.frame.Scope;
import org.convscope.frame.Surface;
import org.convscope.lens.Lens;
import org.convscope.lens.Overview;
import org.convscope.spec.Scenario;
import org.convscope.spec.Subject;
import org.convscope.train.Progress;
import org.convscope.train.TrainEvent;
import org.convscope.train.TrainState;
import org.convscope.ui.explore.Question.Seen;
import org.convscope.ui.kit.Pulse;
import org.convscope.workbench.Closer;
import org.convscope.workbench.Findings;
import org.convscope.workbench.LayerHealth;
import org.convscope.workbench.OpenRun;
import org.convscope.workbench.Viewer;
import org.convscope.workbench.Workbench;

/**
 * What is open and where a person looks. Views bind to its properties and call its commands; while
 * the run learns, its pictures follow about {@link #picturesPerSecond} times a second, and never faster
 * than they are drawn.
 */
public final class ExploreModel {

    /** The test index of an image that is not one of the dataset's. */
    public static final int NO_TEST_IMAGE = -1;

    private final Workbench workbench;
    private final ReadOnlyObjectWrapper<OpenRun> run = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Subject> subject = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper testIndex = new ReadOnlyIntegerWrapper(NO_TEST_IMAGE);
    private final ReadOnlyObjectWrapper<Overview> overview = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Overview> painted = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Optional<Findings>> findings = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Progress> progress = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<LayerHealth> health = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Throwable> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Boolean> opening = new ReadOnlyObjectWrapper<>(false);
    private final ObjectProperty<Selection> selection = new SimpleObjectProperty<>();
    private final ObjectProperty<Optional<Closer>> closer = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Selection> hovered = new SimpleObjectProperty<>();
    private final ObjectProperty<Scope> scope = new SimpleObjectProperty<>(Scope.LAYER);
    private final ObjectProperty<Surface> surface = new SimpleObjectProperty<>(Surface.LIGHT);
    private final ReadOnlyObjectWrapper<String> compared = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.EXPLORE);
    private final BooleanProperty comparing = new SimpleBooleanProperty();
    private final ObjectProperty<OptionalLong> moment = new SimpleObjectProperty<>(OptionalLong.empty());
    private final BooleanProperty mistakesOpen = new SimpleBooleanProperty();
    private final ObjectProperty<Set<String>> inSight = new SimpleObjectProperty<>(Set.of());
    private final IntegerProperty picturesPerSecond = new SimpleIntegerProperty(10);
    private final ObjectProperty<List<TrainEvent>> news = new SimpleObjectProperty<>(List.of());

    private final Rhythm rhythm = new Rhythm();
    private final Pin pin;
    private final Viewer<Question, Seen> maps;
    private final Viewer<Moment, LayerHealth> layers;
    private final Consumer<Heard> hear;
    private final Consumer<Opened> opened;
    private final Consumer<Throwable> failed;
    private final Consumer<Throwable> notOpened;
    private final Consumer<Heading> heard;
    private final ReadOnlyObjectWrapper<Optional<Loading.Read>> reading = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Cancellation cancellation = new Cancellation();
    private Consumer<TrainEvent> listener;
    private Opened open;
    private Runnable wayBack = () -> {};
    private CompletableFuture<Void> closing = CompletableFuture.completedFuture(null);
    private boolean closed;
    private int wishes;
    private boolean isAllDue;

    /**
     * A run that came, which wish it answers, how it was opened, what it had learned by then, and what could be seen of
     * it, if anything.
     */
    private record Opened(
            int wish, OpenRun run, Supplier<CompletableFuture<OpenRun>> again, long step, Optional<Seen> first) {}

    /** How far the data of a wish are read. */
    private record Heading(int wish, Loading.Read read) {}

    /** An event, and whose: the last ones of a run may come when the next one is open already. */
    private record Heard(OpenRun from, TrainEvent event) {}

    /** A model with nothing open. */
    public ExploreModel(Workbench workbench, Pulse pulse) {
        this.workbench = workbench;
        this.failed = pulse.every(failures -> failures.forEach(this::fail));
        this.opened = pulse.every(runs -> runs.forEach(this::take));
        this.notOpened = pulse.latest(wrong -> {
            opening.set(false);
            reading.set(Optional.empty());
            fail(wrong);
        });
        this.heard = pulse.latest(news -> {
            if (opening.get() && news.wish == wishes) {
                reading.set(Optional.of(news.read));
            }
        });
        this.hear = pulse.every(this::hear);
        this.maps = new Viewer<>(Question::ask, receive(pulse.latest(this::draw), failed));
        this.layers = new Viewer<>(Moment::health, receive(pulse.latest(this::examine), failed));
        scope.addListener(changed -> refresh());
        moment.addListener(changed -> {
            rhythm.move();
            refresh();
        });
        closer.addListener((looked, before, now) -> {
            if (now.isPresent()) {
                refresh();
            }
        });
        this.pin = new Pin(this, pulse);
        pulse.repeat(Rhythm.TICK_MILLIS, this::tick);
    }

    /** Opens the first trained network, or begins a new one where there is none. */
    public void openFirst(Scenario otherwise) {
        await(() -> workbench.openFirst(otherwise));
    }

    /** Opens a saved network in the place of what is open. */
    public void open(String model) {
        await(() -> workbench.open(model));
    }

    /** Opens another program's network before images of a dataset, in the place of what is open. */
    public void open(String model, String data) {
        await(() -> workbench.open(model, data));
    }

    /** Opens a recorded run or a saved network, whichever is called so, in the place of what is open. */
    public void enter(String name) {
        await(() -> workbench.enter(name));
    }

    /** Begins a new network in the place of what is open. */
    public void begin(Scenario scenario) {
        await(() -> {
            int wish = wishes;
            cancellation = new Cancellation();
            return workbench.begin(scenario, new Loading(read -> heard.accept(new Heading(wish, read)), cancellation));
        });
    }

    /** Looks at a run that is open already, in the place of what is open; closes it from now on. */
    public void adopt(OpenRun other) {
        AtomicBoolean taken = new AtomicBoolean();
        await(() -> taken.getAndSet(true)
                ? workbench.resume(other.folder().toString())
                : CompletableFuture.completedFuture(other));
    }

    /** Ends the reading of data for the run that is being begun; what is open stays open. */
    public void stopReading() {
        cancellation.cancel();
    }

    /** Goes on with a recorded run in the place of what is open; one that was just left is recorded first. */
    public void resume(String recorded) {
        await(() -> closing.handle((done, wrong) -> recorded).thenCompose(workbench::resume));
    }

    /** Lays a recorded run beside the open one, to be compared. */
    public void compare(String recorded) {
        // The view is made when it is first wanted, and listens from then on.
        mode.set(Mode.COMPARE);
        compared.set(recorded);
        compared.set(null);
    }

    /** For a moment, the recorded run that is to be laid beside the open one; else {@code null}. */
    public ReadOnlyObjectProperty<String> comparedProperty() {
        return compared.getReadOnlyProperty();
    }

    /** Follows a run that somebody else writes, in the place of what is open. */
    public void watch(String recorded) {
        await(() -> workbench.watch(recorded));
    }

    /** Leads back to the run that was left for the open one: as it was when it was left. */
    public Runnable wayBack() {
        return wayBack;
    }

    /** Looks at a test image of the open dataset; the index wraps around at both ends. */
    public void showTestImage(int index) {
        if (run.get() != null) {
            int inRange = Math.floorMod(index, run.get().dataset().test().size());
            look(run.get().testImage(inRange), inRange);
        }
    }

    /** Looks at an image from anywhere. */
    public void show(Subject image) {
        look(image, NO_TEST_IMAGE);
    }

    /** Asks for a new picture of the moment that is looked at. */
    public void refresh() {
        if (!closed && run.get() != null && subject.get() != null) {
            maps.ask(question());
            isAllDue = false;
        }
    }

    /** One picture of the open run through one lens, where the selection points, at the step that is looked at. */
    public CompletableFuture<Frame> look(Lens lens, Selection where) {
        return moment().look(lens, where.on(subject.get()));
    }

    /** The open run at the step that is looked at; while nothing is open there is none. */
    public Moment moment() {
        return new Moment(run.get(), moment.get());
    }

    /** Tells the person what went wrong; for whoever asks the open run by itself. */
    public void report(Throwable wrong) {
        failed.accept(wrong);
    }

    /** Asks for nothing more, and closes what is open; completes when nothing is left to lose. */
    public CompletableFuture<Void> close() {
        closed = true;
        return workbench.close();
    }

    /** What can be opened. */
    public Workbench workbench() {
        return workbench;
    }

    /** The open run, or {@code null}. */
    public ReadOnlyObjectProperty<OpenRun> runProperty() {
        return run.getReadOnlyProperty();
    }

    /** Whether a run is being opened. */
    public ReadOnlyObjectProperty<Boolean> openingProperty() {
        return opening.getReadOnlyProperty();
    }

    /** How far the data of the run that is being begun are read; empty where that takes no time. */
    public ReadOnlyObjectProperty<Optional<Loading.Read>> readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** The image that is looked at, or {@code null}. */
    public ReadOnlyObjectProperty<Subject> subjectProperty() {
        return subject.getReadOnlyProperty();
    }

    /** Where that image stands among the test images, from 0, or {@link #NO_TEST_IMAGE}. */
    public ReadOnlyIntegerProperty testIndexProperty() {
        return testIndex.getReadOnlyProperty();
    }

    /** The newest picture of the whole network, or {@code null}; its stamp says which step it shows. */
    public ReadOnlyObjectProperty<Overview> overviewProperty() {
        return overview.getReadOnlyProperty();
    }

    /** The overview whose maps stand on the screen; painting takes a moment, so it may be an earlier one. */
    public ReadOnlyObjectProperty<Overview> paintedProperty() {
        return painted.getReadOnlyProperty();
    }

    /** Tells that all maps of an overview stand on the screen. */
    public void paint(Overview shown) {
        painted.set(shown);
    }

    /**
     * What was found where {@link #closerProperty} points, in the very picture that {@link #overviewProperty} holds;
     * empty while that picture was asked for before this was wished.
     */
    public ReadOnlyObjectProperty<Optional<Findings>> findingsProperty() {
        return findings.getReadOnlyProperty();
    }

    /**
     * The recorded step of the open run that is looked at; empty for now. Every picture and every look is of it, while
     * the training goes on. Another run, and a reset, is looked at as it is now.
     */
    public ObjectProperty<OptionalLong> momentProperty() {
        return moment;
    }

    /** The recorded step that is kept in hand, and what the map shows of it. */
    public Pin pin() {
        return pin;
    }

    /** How far the open run has come, or {@code null}. */
    public ReadOnlyObjectProperty<Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** How the layers fare at the step that is looked at, renewed about once a second, or {@code null}. */
    public ReadOnlyObjectProperty<LayerHealth> healthProperty() {
        return health.getReadOnlyProperty();
    }

    /** What last went wrong, or {@code null}; a ProblemException carries what to tell the person. */
    public ReadOnlyObjectProperty<Throwable> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** The map that is selected, or {@code null}. */
    public ObjectProperty<Selection> selectionProperty() {
        return selection;
    }

    /**
     * Nodes whose maps are in sight. While the network learns, pictures hold these, what is selected and what that
     * reads; once a second, and at rest, they hold every node. If there are none, every picture does.
     */
    public ObjectProperty<Set<String>> inSightProperty() {
        return inSight;
    }

    /** What is looked at closer with every picture, so that its numbers are those of the picture. */
    public ObjectProperty<Optional<Closer>> closerProperty() {
        return closer;
    }

    /** The map under the mouse, or {@code null}. */
    public ObjectProperty<Selection> hoveredProperty() {
        return hovered;
    }

    /** Which values share a colour scale. */
    public ObjectProperty<Scope> scopeProperty() {
        return scope;
    }

    /** What pictures are seen on; follows the theme. */
    public ObjectProperty<Surface> surfaceProperty() {
        return surface;
    }

    /** Whether runs learn that are compared, seen or not. */
    public BooleanProperty comparingProperty() {
        return comparing;
    }

    /** What the window is used for. */
    public ObjectProperty<Mode> modeProperty() {
        return mode;
    }

    /** Pictures a second while the run learns, from 1 to 50. */
    public IntegerProperty picturesPerSecondProperty() {
        return picturesPerSecond;
    }

    /** Whether what the network gets wrong lies over the map. */
    public BooleanProperty mistakesOpenProperty() {
        return mistakesOpen;
    }

    /** The events of the open run that came with the last pulse, in order; none is left out. */
    public ObjectProperty<List<TrainEvent>> newsProperty() {
        return news;
    }

    private void await(Supplier<CompletableFuture<OpenRun>> coming) {
        opening.set(true);
        reading.set(Optional.empty());
        int wish = ++wishes;
        OpenRun before = run.get();
        Subject image = subject.get();
        Scope colours = scope.get();
        var unused = coming.get()
                .thenCompose(next -> {
                    long step = next.progress().step();
                    Subject shown = onSameImages(before, next) ? image : next.testImage(0);
                    // Looked at before the screen has time for it: run and picture are drawn at once.
                    Moment now = new Moment(next, OptionalLong.empty());
                    return new Question(now, shown, colours, Set.of(), Optional.empty())
                            .ask()
                            .handle((seen, wrong) -> new Opened(wish, next, coming, step, Optional.ofNullable(seen)));
                })
                .whenComplete(receive(opened, notOpened));
    }

    private static boolean onSameImages(OpenRun before, OpenRun next) {
        return before != null
                && before.dataset().card().equals(next.dataset().card())
                && before.scenario().preparation().equals(next.scenario().preparation());
    }

    private static <T> BiConsumer<T, Throwable> receive(Consumer<T> receiver, Consumer<Throwable> failed) {
        return (answer, wrong) -> {
            if (wrong == null) {
                receiver.accept(answer);
            } else {
                failed.accept(wrong);
            }
        };
    }

    private void fail(Throwable wrong) {
        Throwable cause = wrong instanceof CompletionException && wrong.getCause() != null ? wrong.getCause() : wrong;
        // Whoever ends it knows.
        if (!(cause instanceof CancellationException)) {
            failure.set(cause);
        }
    }

    /** The last wish counts: what an earlier one brings late is closed again. */
    private void take(Opened one) {
        if (one.wish == wishes) {
            replace(one);
        } else {
            var unused = one.run.close().whenComplete(receive(done -> {}, failed));
        }
    }

    private void replace(Opened coming) {
        OpenRun next = coming.run;
        OpenRun before = run.get();
        opening.set(false);
        reading.set(Optional.empty());
        pin.release();
        overview.set(null);
        pin.follow(null, null, null);
        findings.set(Optional.empty());
        health.set(null);
        moment.set(OptionalLong.empty());
        if (before != null) {
            before.unlisten(listener);
            wayBack = wayBackTo(open);
            closing = before.close();
            var unused = closing.whenComplete(receive(done -> {}, failed));
        }
        if (selection.get() != null && !next.blueprint().has(selection.get().node())) {
            selection.set(null);
        }
        hovered.set(null);
        boolean sameImages = onSameImages(before, next);
        progress.set(next.progress());
        run.set(next);
        open = coming;
        listener = event -> hear.accept(new Heard(next, event));
        next.listen(listener);
        next.listenForTrouble(problem -> failed.accept(problem.asException()));
        if (!sameImages) {
            testIndex.set(0);
            subject.set(next.testImage(0));
        }
        coming.first.filter(seen -> isWished(seen.question())).ifPresentOrElse(this::draw, this::refresh);
        layers.ask(moment());
    }

    // What has learned nothing since it was opened has no record of its own to go back to.
    private Runnable wayBackTo(Opened left) {
        String recorded = left.run.folder().toString();
        boolean isAsItWas = left.run.progress().step() == left.step || left.run.isOnlyLookedAt();
        return isAsItWas ? () -> await(left.again) : () -> resume(recorded);
    }

    private boolean isWished(Question question) {
        return question.subject().equals(subject.get())
                && question.scope() == scope.get()
                && closer.get().equals(question.closer());
    }

    private void look(Subject image, int index) {
        testIndex.set(index);
        subject.set(image);
        refresh();
    }

    private boolean isOpen(String runId) {
        return run.get() != null && run.get().id().equals(runId);
    }

    private void draw(Seen seen) {
        Overview next = seen.sighting().overview();
        if (isOpen(next.stamp().run())) {
            boolean isWished = seen.question().closer().equals(closer.get());
            findings.set(isWished ? closer.get().map(where -> seen.sighting().closer()) : Optional.empty());
            overview.set(next);
            pin.follow(next, seen.question().subject(), seen.question().scope());
        }
    }

    private void examine(LayerHealth next) {
        if (isOpen(next.stamp().run())) {
            health.set(next);
        }
    }

    private void hear(List<Heard> heard) {
        List<TrainEvent> events = heard.stream()
                .filter(each -> each.from.equals(run.get()))
                .map(Heard::event)
                .toList();
        if (!events.isEmpty()) {
            if (events.stream().anyMatch(TrainEvent.Reset.class::isInstance)) {
                moment.set(OptionalLong.empty());
            }
            progress.set(run.get().progress());
            news.set(events);
        }
    }

    private void tick() {
        if (closed || run.get() == null) {
            return;
        }
        rhythm.tick(picturesPerSecond.get());
        Overview drawn = overview.get();
        LayerHealth examined = health.get();
        boolean isPast = moment.get().isPresent();
        long looked = moment.get().orElse(run.get().shownStep());
        // Of the past there is one picture, unless it lacks something; what was let go stands for the step that is
        // left.
        boolean isOld = drawn != null
                && (!isPast && drawn.stamp().step() != looked || question().isMoreThan(drawn));
        if (isOld && rhythm.isPictureDue() && !maps.isBusy()) {
            rhythm.take();
            refresh();
        }
        boolean isHealthOld = examined != null && examined.stamp().step() != looked;
        if (isHealthOld && rhythm.areLayersDue(isPast) && !layers.isBusy()) {
            rhythm.examine();
            isAllDue = true;
            layers.ask(moment());
        }
    }

    private Question question() {
        return new Question(moment(), subject.get(), scope.get(), wanted(), closer.get());
    }

    /** The nodes of the next picture; none stands for all. */
    private Set<String> wanted() {
        Blueprint blueprint = run.get().blueprint();
        boolean isLearning = run.get().progress().state() == TrainState.RUNNING;
        if (!isLearning || isAllDue || inSight.get().isEmpty()) {
            return Set.of();
        }
        Stream<String> pointed = Stream.of(
                        Optional.ofNullable(selection.get()).map(Selection::node),
                        Optional.ofNullable(hovered.get()).map(Selection::node),
                        closer.get().map(Closer::node))
                .flatMap(Optional::stream);
        return Question.around(inSight.get(), pointed, blueprint);
    }
}
