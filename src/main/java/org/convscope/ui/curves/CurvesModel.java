package org.convscope.ui.curves;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Node;
import org.convscope.blueprint.Op;
import org.convscope.frame.Surface;
import org.convscope.train.Progress;
import org.convscope.train.TrainEvent;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.Remembered;
import org.convscope.workbench.OpenRun;

/**
 * How learning went so far, and which part of it all pictures show: what was {@link Gathered} of the open run, on an
 * axis, around where one points.
 */
public final class CurvesModel {

    /** No step is pointed at. */
    public static final long NOWHERE = -1;

    /** Calm enough to see the course, and so quick that the line does not lag behind a loss that falls. */
    private static final double STANDARD_BATCHES = 5;

    private final ExploreModel explore;
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
    private final DoubleProperty smoothedBatches = new SimpleDoubleProperty(STANDARD_BATCHES);
    private final LongProperty hoveredStep = new SimpleLongProperty(NOWHERE);
    private final ObjectProperty<Unit> unit = new SimpleObjectProperty<>(Unit.STEPS);
    private final ObjectProperty<Optional<Stretch>> stretch = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Set<String>> hiddenLayers = new SimpleObjectProperty<>(Set.of());
    private Gathered gathered = new Gathered(1, share(STANDARD_BATCHES));

    /** A model of whatever run is open. */
    public CurvesModel(ExploreModel explore) {
        this.explore = explore;
        explore.runProperty().addListener((run, before, now) -> take(now));
        explore.newsProperty().addListener((news, before, now) -> gather(now));
        explore.progressProperty().addListener((progress, before, now) -> touch());
        unit.addListener(changed -> touch());
        stretch.addListener(changed -> touch());
        hiddenLayers.addListener(changed -> touch());
        explore.selectionProperty().addListener(changed -> touch());
        explore.momentProperty().addListener(changed -> touch());
        smoothedBatches.addListener((value, before, now) -> {
            gathered.smooth(share(now.doubleValue()));
            touch();
        });
        take(explore.runProperty().get());
    }

    /** Counts up whenever something is to be drawn anew. */
    public ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /** Over about how many of the last batches the training's line is averaged, from 1, which is not at all. */
    public DoubleProperty smoothedBatchesProperty() {
        return smoothedBatches;
    }

    /** The step that is pointed at in one of the pictures, or {@link #NOWHERE}. */
    public LongProperty hoveredStepProperty() {
        return hoveredStep;
    }

    /** What the axis of the training is counted in, in all pictures. */
    public ObjectProperty<Unit> unitProperty() {
        return unit;
    }

    /** The part of the training that all pictures show; empty for all of it. */
    public ObjectProperty<Optional<Stretch>> stretchProperty() {
        return stretch;
    }

    /** Layers that are not drawn; batch norms at first. */
    public ObjectProperty<Set<String>> hiddenLayersProperty() {
        return hiddenLayers;
    }

    /** Takes up what was remembered of how all panels show, and remembers it from now on. */
    void remember(Remembered remembered) {
        String key = "plot.unit";
        remembered.get(key).ifPresent(name -> {
            for (Unit each : Unit.values()) {
                if (each.key().equals(name)) {
                    unit.set(each);
                }
            }
        });
        unit.addListener((property, before, now) -> remembered.put(key, now.key()));
    }

    /** The axis of the training, in the unit that is set. */
    Axis across() {
        if (stretch.get().isPresent()) {
            Stretch seen = stretch.get().get();
            return Axis.between(place(seen.from()), place(seen.to()));
        }
        double whole = place(CurvesLayout.lastStep(reached(), plannedSteps()));
        if (unit.get() == Unit.STEPS) {
            return new Axis(0, whole, false);
        }
        double round = Axis.fromZero(place(Math.max(1, reached()))).high();
        return Axis.between(0, plannedSteps() >= reached() ? Math.min(round, place(plannedSteps())) : round);
    }

    /** Where a step lies on that axis. */
    double place(double step) {
        return progression().place(unit.get(), step);
    }

    /** The step that lies at a place of that axis. */
    double step(double place) {
        return progression().step(unit.get(), place);
    }

    /** Steps from the first to the right end of the whole picture. */
    double wholeSteps() {
        Optional<Stretch> seen = stretch.get();
        return seen.isEmpty()
                ? step(across().high())
                : Math.max(reached(), seen.get().to());
    }

    /** The newest step of all lines. */
    long reached() {
        return gathered.reached();
    }

    /** Where steps lie on every axis. */
    Progression progression() {
        return gathered.progression();
    }

    /** How the layers fared. */
    LayerHistory layers() {
        return gathered.layers();
    }

    /** The learning rate of every step. */
    Series rate() {
        return gathered.rate();
    }

    /** What was changed on the way, in order. */
    List<Gathered.Mark> marks() {
        return gathered.marks();
    }

    /** The last steps of the epochs that are over. */
    List<Long> epochEnds() {
        return gathered.epochEnds();
    }

    /** The layer that is selected in the map, if it learns. */
    Optional<String> selectedLayer() {
        return Optional.ofNullable(explore.selectionProperty().get())
                .flatMap(selection -> layers().layerOf(selection.node()));
    }

    /** The step that the maps show; empty for now. */
    OptionalLong moment() {
        return explore.momentProperty().get();
    }

    /** Has the maps show a step, or the recorded one that is nearest. */
    void pin(long step) {
        if (explore.runProperty().get() != null) {
            explore.momentProperty().set(explore.runProperty().get().history().nearest(step));
        }
    }

    /** Has the maps show what is now. */
    void unpin() {
        explore.momentProperty().set(OptionalLong.empty());
    }

    /** What pictures are seen on. */
    ObjectProperty<Surface> surfaceProperty() {
        return explore.surfaceProperty();
    }

    /** Tells the person what went wrong. */
    void report(Throwable wrong) {
        explore.report(wrong);
    }

    /** What the open network is called; empty when nothing is open. */
    String runName() {
        return explore.runProperty().get() == null
                ? ""
                : explore.runProperty().get().id();
    }

    /** The lines of a measure. */
    public Curves curves(Measure measure) {
        return gathered.curves(measure);
    }

    /** Whether the lines belong to the time before a reset. */
    public boolean isShadow() {
        return gathered.isShadow();
    }

    /** Whether there is nothing to draw. */
    public boolean isEmpty() {
        return gathered.isEmpty();
    }

    /** Whether the open network will never have a curve: another program's does not learn here. */
    public boolean isLookedAtOnly() {
        return explore.runProperty().get() != null
                && explore.runProperty().get().origin().isPresent();
    }

    /** How the training ended, if it ended by itself. */
    public Optional<Gathered.End> end() {
        return gathered.end();
    }

    /** Number of classes; 0 when nothing is open. */
    public int classes() {
        return explore.runProperty().get() == null
                ? 0
                : explore.runProperty().get().blueprint().classes();
    }

    /** Steps of the whole plan; 0 when not known. */
    public long plannedSteps() {
        Progress now = explore.progressProperty().get();
        return now == null ? 0 : now.stepsPerEpoch() * now.epochs();
    }

    private void take(OpenRun now) {
        long images = now == null
                ? 1
                : now.scenario().plan().images(now.dataset().train().size());
        gathered = new Gathered(images, share(smoothedBatches.get()));
        forgetPlace();
        if (now != null) {
            hiddenLayers.set(normsOf(now.blueprint()));
            gather(now.past());
        }
        touch();
    }

    private void forgetPlace() {
        stretch.set(Optional.empty());
        hoveredStep.set(NOWHERE);
    }

    /** Takes events in, in order. */
    void gather(List<? extends TrainEvent> events) {
        long before = reached();
        events.forEach(gathered::add);
        if (events.stream().anyMatch(TrainEvent.Reset.class::isInstance)) {
            forgetPlace();
        }
        long now = reached();
        stretch.set(stretch.get().map(seen -> now > before ? seen.following(before, now) : seen));
        touch();
    }

    private static Set<String> normsOf(Blueprint blueprint) {
        return blueprint.nodes().stream()
                .filter(node -> node.op() instanceof Op.BatchNorm)
                .map(Node::id)
                .collect(Collectors.toSet());
    }

    private static double share(double batches) {
        return 1 - 1 / batches;
    }

    private void touch() {
        revision.set(revision.get() + 1);
    }
}
