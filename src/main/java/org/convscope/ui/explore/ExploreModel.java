package org.convscope.ui.explore;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
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
import org.convscope.ui.kit.Pulse;
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

    private final Workbench workbench;
    private final ReadOnlyObjectWrapper<OpenRun> run = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Subject> subject = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Overview> overview = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Progress> progress = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<LayerHealth> health = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Throwable> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Boolean> opening = new ReadOnlyObjectWrapper<>(false);
    private final ObjectProperty<Selection> selection = new SimpleObjectProperty<>();
    private final ObjectProperty<Selection> hovered = new SimpleObjectProperty<>();
    private final ObjectProperty<Scope> scope = new SimpleObjectProperty<>(Scope.LAYER);
    private final ObjectProperty<Surface> surface = new SimpleObjectProperty<>(Surface.LIGHT);
    private final IntegerProperty picturesPerSecond = new SimpleIntegerProperty(10);
    private final ObjectProperty<List<TrainEvent>> news = new SimpleObjectProperty<>(List.of());

    private final Viewer<Question, Overview> maps;
    private final Viewer<Question, LayerHealth> layers;
    private final Consumer<TrainEvent> hear;
    private final Consumer<OpenRun> opened;
    private final Consumer<Throwable> failed;
    private long ticks;

    private record Question(OpenRun run, Subject subject, Scope scope) {}

    /** A model with nothing open. */
    public ExploreModel(Workbench workbench, Pulse pulse) {
        this.workbench = workbench;
        this.failed = pulse.latest(failure::set);
        this.opened = pulse.latest(this::show);
        this.hear = pulse.every(this::hear);
        this.maps = new Viewer<>(
                question -> question.run.overview(question.subject, question.scope), receive(pulse.latest(this::draw)));
        this.layers = new Viewer<>(question -> question.run.health(), receive(pulse.latest(health::set)));
        scope.addListener(changed -> refresh());
        pulse.repeat(20, this::tick);
    }

    /** Opens a saved network in the place of what is open. */
    public void open(String model) {
        await(workbench.open(model));
    }

    /** Begins a new network in the place of what is open. */
    public void begin(Scenario scenario) {
        await(workbench.begin(scenario));
    }

    /** Looks at a test image of the open dataset; the index wraps around at both ends. */
    public void showTestImage(int index) {
        if (run.get() != null) {
            int size = run.get().dataset().test().size();
            show(run.get().testImage(Math.floorMod(index, size)));
        }
    }

    /** Looks at an image from anywhere. */
    public void show(Subject image) {
        subject.set(image);
        refresh();
    }

    /** Asks for the picture of now. */
    public void refresh() {
        if (run.get() != null && subject.get() != null) {
            maps.ask(new Question(run.get(), subject.get(), scope.get()));
        }
    }

    /** One picture of the open run through one lens, where the selection points. */
    public CompletableFuture<Frame> look(Lens lens, Selection where) {
        return run.get().look(lens, where.on(subject.get()));
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

    /** The image that is looked at, or {@code null}. */
    public ReadOnlyObjectProperty<Subject> subjectProperty() {
        return subject.getReadOnlyProperty();
    }

    /** The newest picture of the whole network, or {@code null}; its stamp says which step it shows. */
    public ReadOnlyObjectProperty<Overview> overviewProperty() {
        return overview.getReadOnlyProperty();
    }

    /** How far the open run has come, or {@code null}. */
    public ReadOnlyObjectProperty<Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** How the layers fare, renewed about once a second while the run learns, or {@code null}. */
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

    /** Pictures a second while the run learns, from 1 to 50. */
    public IntegerProperty picturesPerSecondProperty() {
        return picturesPerSecond;
    }

    /** The events of the open run that came with the last pulse, in order; none is left out. */
    public ObjectProperty<List<TrainEvent>> newsProperty() {
        return news;
    }

    private void await(CompletableFuture<OpenRun> coming) {
        opening.set(true);
        var unused = coming.whenComplete(receive(opened));
    }

    private <T> BiConsumer<T, Throwable> receive(Consumer<T> receiver) {
        return (answer, wrong) -> {
            if (wrong == null) {
                receiver.accept(answer);
            } else {
                failed.accept(wrong);
            }
        };
    }

    private void show(OpenRun next) {
        OpenRun before = run.get();
        opening.set(false);
        overview.set(null);
        health.set(null);
        progress.set(next.progress());
        if (before != null) {
            before.unlisten(hear);
            var unused = before.close();
        }
        if (selection.get() != null && !next.blueprint().has(selection.get().node())) {
            selection.set(null);
        }
        run.set(next);
        next.listen(hear);
        showTestImage(0);
        layers.ask(new Question(next, subject.get(), scope.get()));
    }

    private void draw(Overview next) {
        if (run.get() != null && next.stamp().run().equals(run.get().id())) {
            overview.set(next);
        }
    }

    private void hear(List<TrainEvent> events) {
        progress.set(run.get().progress());
        news.set(events);
    }

    private void tick() {
        ticks++;
        Overview drawn = overview.get();
        Progress now = progress.get();
        if (drawn == null || now == null || maps.isBusy()) {
            return;
        }
        int pause = Math.max(1, 50 / Math.max(1, picturesPerSecond.get()));
        if (ticks % pause == 0 && drawn.stamp().step() != now.step()) {
            refresh();
        }
        if (ticks % 50 == 0 && health.get() != null && health.get().stamp().step() != now.step()) {
            layers.ask(new Question(run.get(), subject.get(), scope.get()));
        }
    }
}
