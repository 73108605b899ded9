package org.convscope.ui.explore;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.convscope.frame.Frame;
import org.convscope.frame.Scope;
import org.convscope.frame.Surface;
import org.convscope.lens.Lens;
import org.convscope.lens.Overview;
import org.convscope.spec.Scenario;
import org.convscope.spec.Subject;
import org.convscope.train.Progress;
import org.convscope.train.TrainEvent;
import org.convscope.ui.explore.Question.Seen;
import org.convscope.ui.kit.Pulse;
import org.convscope.workbench.OpenRun;
import org.convscope.workbench.Workbench;

/** What is open and where a person looks: views bind to its properties and call its commands. */
public final class ExploreModel {

    /** The test index of an image that is not one of the dataset's. */
    public static final int NO_TEST_IMAGE = -1;

    private final Workbench workbench;
    private final ReadOnlyObjectWrapper<OpenRun> run = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Subject> subject = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper testIndex = new ReadOnlyIntegerWrapper(NO_TEST_IMAGE);
    private final ReadOnlyObjectWrapper<Progress> progress = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Throwable> failure = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Selection> selection = new SimpleObjectProperty<>();
    private final ObjectProperty<Selection> hovered = new SimpleObjectProperty<>();
    private final ObjectProperty<Scope> scope = new SimpleObjectProperty<>(Scope.LAYER);
    private final ObjectProperty<Surface> surface = new SimpleObjectProperty<>(Surface.LIGHT);
    private final ReadOnlyObjectWrapper<String> compared = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.EXPLORE);
    private final BooleanProperty comparing = new SimpleBooleanProperty();
    private final ObjectProperty<OptionalLong> moment = new SimpleObjectProperty<>(OptionalLong.empty());
    private final BooleanProperty mistakesOpen = new SimpleBooleanProperty();
    private final ObjectProperty<List<TrainEvent>> news = new SimpleObjectProperty<>(List.of());

    private final Pictures pictures;
    private final Pin pin;
    private final OpeningModel opening;
    private final Consumer<Heard> hear;
    private final Consumer<Throwable> failed;
    private Consumer<TrainEvent> listener;

    /** An event, and whose: the last ones of a run may come when the next one is open already. */
    private record Heard(OpenRun from, TrainEvent event) {}

    /** A model with nothing open. */
    public ExploreModel(Workbench workbench, Pulse pulse) {
        this.workbench = workbench;
        this.failed = pulse.every(failures -> failures.forEach(this::fail));
        this.hear = pulse.every(this::hear);
        this.pictures = new Pictures(this, pulse);
        this.pin = new Pin(this, pulse);
        this.opening = new OpeningModel(this, pulse);
    }

    /** Opens a saved network in the place of what is open. */
    public void open(String model) {
        opening.open(model);
    }

    /** Begins a new network in the place of what is open. */
    public void begin(Scenario scenario) {
        opening.begin(scenario);
    }

    /** Opens runs in the place of what is open. */
    public OpeningModel opening() {
        return opening;
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
        pictures.refresh();
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
        pictures.close();
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
        return pictures.overviewProperty();
    }

    /**
     * The recorded step of the open run that is looked at; empty for now. Every picture and every look is of it, while
     * the training goes on. Another run, and a reset, is looked at as it is now.
     */
    public ObjectProperty<OptionalLong> momentProperty() {
        return moment;
    }

    /** What was last seen of the open run, and when it is seen again. */
    public Pictures pictures() {
        return pictures;
    }

    /** The recorded step that is kept in hand, and what the map shows of it. */
    public Pin pin() {
        return pin;
    }

    /** How far the open run has come, or {@code null}. */
    public ReadOnlyObjectProperty<Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** What last went wrong, or {@code null}; a ProblemException carries what to tell the person. */
    public ReadOnlyObjectProperty<Throwable> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** The map that is selected, or {@code null}. */
    public ObjectProperty<Selection> selectionProperty() {
        return selection;
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

    /** Whether what the network gets wrong lies over the map. */
    public BooleanProperty mistakesOpenProperty() {
        return mistakesOpen;
    }

    /** The events of the open run that came with the last pulse, in order; none is left out. */
    public ObjectProperty<List<TrainEvent>> newsProperty() {
        return news;
    }

    /** Keeps what went wrong for the person to be told. */
    void fail(Throwable wrong) {
        Throwable cause = wrong instanceof CompletionException && wrong.getCause() != null ? wrong.getCause() : wrong;
        // Whoever ends it knows.
        if (!(cause instanceof CancellationException)) {
            failure.set(cause);
        }
    }

    /** Looks at nothing for a moment, before the run that is open is closed. */
    void leave() {
        pin.release();
        pictures.forget();
        moment.set(OptionalLong.empty());
        if (run.get() != null) {
            run.get().unlisten(listener);
        }
    }

    /** Looks at a run that has come, and at what was seen of it already, if anything. */
    void enter(OpenRun next, Optional<Seen> first) {
        if (selection.get() != null && !next.blueprint().has(selection.get().node())) {
            selection.set(null);
        }
        hovered.set(null);
        boolean sameImages = OpeningModel.onSameImages(run.get(), next);
        progress.set(next.progress());
        run.set(next);
        listener = event -> hear.accept(new Heard(next, event));
        next.listen(listener);
        next.listenForTrouble(problem -> failed.accept(problem.asException()));
        if (!sameImages) {
            testIndex.set(0);
            subject.set(next.testImage(0));
        }
        pictures.begin(first);
    }

    private void look(Subject image, int index) {
        testIndex.set(index);
        subject.set(image);
        refresh();
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
}
