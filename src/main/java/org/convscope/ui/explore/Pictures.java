package org.convscope.ui.explore;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.convscope.blueprint.Blueprint;
import org.convscope.lens.Overview;
import org.convscope.train.TrainState;
import org.convscope.ui.explore.Question.Seen;
import org.convscope.ui.kit.Pulse;
import org.convscope.workbench.Closer;
import org.convscope.workbench.Findings;
import org.convscope.workbench.LayerHealth;
import org.convscope.workbench.OpenRun;
import org.convscope.workbench.Viewer;

/**
 * What was last seen of the open run; while it learns, pictures follow about {@link #perSecondProperty} times a second,
 * and never faster than they are drawn.
 */
public final class Pictures {

    private final ExploreModel explore;
    private final ReadOnlyObjectWrapper<Overview> overview = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Overview> painted = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Optional<Findings>> findings = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<LayerHealth> health = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Optional<Closer>> closer = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Set<String>> inSight = new SimpleObjectProperty<>(Set.of());
    private final IntegerProperty perSecond = new SimpleIntegerProperty(10);
    private final Rhythm rhythm = new Rhythm();
    private final Viewer<Question, Seen> maps;
    private final Viewer<Moment, LayerHealth> layers;
    private boolean closed;
    private boolean isAllDue;

    /** Nothing is seen at first. */
    Pictures(ExploreModel explore, Pulse pulse) {
        this.explore = explore;
        this.maps = new Viewer<>(Question::ask, Replies.to(pulse.latest(this::draw), explore::report));
        this.layers = new Viewer<>(Moment::health, Replies.to(pulse.latest(this::examine), explore::report));
        explore.scopeProperty().addListener(changed -> refresh());
        explore.momentProperty().addListener(changed -> {
            rhythm.move();
            refresh();
        });
        closer.addListener((looked, before, now) -> {
            if (now.isPresent()) {
                refresh();
            }
        });
        pulse.repeat(Rhythm.TICK_MILLIS, this::tick);
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

    /** How the layers fare at the step that is looked at, renewed about once a second, or {@code null}. */
    public ReadOnlyObjectProperty<LayerHealth> healthProperty() {
        return health.getReadOnlyProperty();
    }

    /** What is looked at closer with every picture, so that its numbers are those of the picture. */
    public ObjectProperty<Optional<Closer>> closerProperty() {
        return closer;
    }

    /**
     * Nodes whose maps are in sight. While the network learns, pictures hold these, what is selected and what that
     * reads; once a second, and at rest, they hold every node. If there are none, every picture does.
     */
    public ObjectProperty<Set<String>> inSightProperty() {
        return inSight;
    }

    /** Pictures a second while the run learns, from 1 to 50. */
    public IntegerProperty perSecondProperty() {
        return perSecond;
    }

    /** Asks for a new picture of the moment that is looked at. */
    void refresh() {
        if (!closed && run() != null && explore.subjectProperty().get() != null) {
            maps.ask(question());
            isAllDue = false;
        }
    }

    /** Begins with what was seen of a run before it was looked at, if that is still what is wished for. */
    void begin(Optional<Seen> first) {
        first.filter(seen -> isWished(seen.question())).ifPresentOrElse(this::draw, this::refresh);
        layers.ask(explore.moment());
    }

    /** Forgets what was seen. */
    void forget() {
        overview.set(null);
        explore.pin().follow(null, null, null);
        findings.set(Optional.empty());
        health.set(null);
    }

    /** Asks for nothing more. */
    void close() {
        closed = true;
    }

    private OpenRun run() {
        return explore.runProperty().get();
    }

    private boolean isWished(Question question) {
        return question.subject().equals(explore.subjectProperty().get())
                && question.scope() == explore.scopeProperty().get()
                && closer.get().equals(question.closer());
    }

    private boolean isOpen(String runId) {
        return run() != null && run().id().equals(runId);
    }

    private void draw(Seen seen) {
        Overview next = seen.sighting().overview();
        if (isOpen(next.stamp().run())) {
            boolean isWished = seen.question().closer().equals(closer.get());
            findings.set(isWished ? closer.get().map(where -> seen.sighting().closer()) : Optional.empty());
            overview.set(next);
            explore.pin()
                    .follow(next, seen.question().subject(), seen.question().scope());
        }
    }

    private void examine(LayerHealth next) {
        if (isOpen(next.stamp().run())) {
            health.set(next);
        }
    }

    private void tick() {
        if (closed || run() == null) {
            return;
        }
        rhythm.tick(perSecond.get());
        Overview drawn = overview.get();
        LayerHealth examined = health.get();
        OptionalLong moment = explore.momentProperty().get();
        boolean isPast = moment.isPresent();
        long looked = moment.orElse(run().shownStep());
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
            layers.ask(explore.moment());
        }
    }

    private Question question() {
        return new Question(
                explore.moment(),
                explore.subjectProperty().get(),
                explore.scopeProperty().get(),
                wanted(),
                closer.get());
    }

    /** The nodes of the next picture; none stands for all. */
    private Set<String> wanted() {
        Blueprint blueprint = run().blueprint();
        boolean isLearning = run().progress().state() == TrainState.RUNNING;
        if (!isLearning || isAllDue || inSight.get().isEmpty()) {
            return Set.of();
        }
        Stream<String> pointed = Stream.of(
                        Optional.ofNullable(explore.selectionProperty().get()).map(Selection::node),
                        Optional.ofNullable(explore.hoveredProperty().get()).map(Selection::node),
                        closer.get().map(Closer::node))
                .flatMap(Optional::stream);
        return Question.around(inSight.get(), pointed, blueprint);
    }
}
