package org.convscope.ui.map.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Census;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.blueprint.Op;
import org.convscope.data.Dataset;
import org.convscope.frame.Bars;
import org.convscope.frame.ColorMap;
import org.convscope.frame.ColorScale;
import org.convscope.frame.Frame;
import org.convscope.frame.Mosaic;
import org.convscope.frame.Scope;
import org.convscope.lens.Lens;
import org.convscope.lens.Overview;
import org.convscope.problem.Problem;
import org.convscope.spec.EngineReport;
import org.convscope.spec.Focus;
import org.convscope.spec.Optimizer;
import org.convscope.spec.Scenario;
import org.convscope.spec.Schedule;
import org.convscope.spec.Subject;
import org.convscope.spec.TrainingPlan;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Stamp;
import org.convscope.tensor.Tensor;
import org.convscope.train.Progress;
import org.convscope.train.TrainEvent;
import org.convscope.train.TrainState;
import org.convscope.workbench.Closer;
import org.convscope.workbench.Findings;
import org.convscope.workbench.LayerHealth;
import org.convscope.workbench.OpenRun;
import org.convscope.workbench.Sighting;

/** A run whose network is a {@link SketchedNetwork}: it answers everything the map asks, and steps when told. */
public final class SketchedRun implements OpenRun {

    private final String id;
    private final Blueprint blueprint;
    private final Dataset dataset;
    private final SketchedNetwork network;
    private final Executor executor;
    private final AtomicLong step = new AtomicLong();
    private final List<Consumer<TrainEvent>> listeners = new ArrayList<>();

    /** A run that answers on {@code executor}: {@code Runnable::run} for at once. */
    public SketchedRun(String id, Blueprint blueprint, Dataset dataset, Executor executor) {
        this.id = id;
        this.blueprint = blueprint;
        this.dataset = dataset;
        this.network = new SketchedNetwork(blueprint);
        this.executor = executor;
    }

    /** Goes on by so many steps, and says so. */
    public void learn(long steps) {
        long now = step.addAndGet(steps);
        listeners.forEach(listener -> listener.accept(new TrainEvent.StepDone(now, 1, 1, 0.5, 0.1, 5, now * 256)));
    }

    @Override
    public CompletableFuture<Sighting> see(Subject subject, Scope scope, Optional<Closer> closer) {
        return CompletableFuture.supplyAsync(() -> new Sighting(sketch(subject, scope), Findings.NONE), executor);
    }

    @Override
    public CompletableFuture<Frame> look(Lens lens, Focus focus) {
        return CompletableFuture.supplyAsync(() -> kernels(focus), executor);
    }

    private Overview sketch(Subject subject, Scope scope) {
        Stamp stamp = new Stamp(id, step.get());
        Map<String, Tensor> outputs = network.outputs(subject.image(), step.get());
        Map<String, ColorMap> maps = new HashMap<>();
        Map<ColorMap, ColorScale> shared = new HashMap<>();
        outputs.forEach((node, values) -> {
            maps.put(node, colors(node));
            shared.merge(maps.get(node), ColorScale.fitting(maps.get(node), values.stats()), ColorScale::with);
        });
        Map<String, Mosaic> mosaics = new LinkedHashMap<>();
        outputs.forEach((node, values) -> {
            ColorMap map = maps.get(node);
            List<ColorScale> scales = scope == Scope.NETWORK
                    ? List.of(shared.get(map))
                    : scope == Scope.LAYER || values.planes() == 1
                            ? List.of(ColorScale.fitting(map, values.stats()))
                            : IntStream.range(0, values.planes())
                                    .mapToObj(plane -> ColorScale.fitting(
                                            map, values.plane(plane).stats()))
                                    .toList();
            mosaics.put(node, new Mosaic(stamp, values, scales));
        });
        Tensor probabilities = outputs.get(blueprint.last().id());
        List<Bars.Bar> bars = IntStream.range(0, probabilities.size())
                .mapToObj(index -> new Bars.Bar(index, probabilities.flat(index)))
                .toList();
        return new Overview(stamp, mosaics, new Bars(stamp, bars, 1));
    }

    private Frame kernels(Focus focus) {
        Tensor weights = network.weights(focus.node(), step.get());
        Shape source = blueprint.shape(blueprint.source(focus.node()).id());
        int fanIn = weights.size() / weights.shape().length(0);
        int side = weights.shape().rank() == 4 ? weights.shape().width() : 1;
        Shape shape = side > 1 ? Shape.of(source.channels(), side, side) : source;
        Tensor filter = Tensor.of(shape, weights.toArray(), focus.channel() * fanIn);
        return new Mosaic(
                new Stamp(id, step.get()), filter, List.of(ColorScale.fitting(ColorMap.KERNEL, weights.stats())));
    }

    private ColorMap colors(String id) {
        Op op = blueprint.node(id).op();
        if (op instanceof Op.Input) {
            return ColorMap.GREY;
        }
        boolean positive = op instanceof Op.Softmax
                || op instanceof Op.Activation activation
                        && (activation.kind() == Nonlinearity.RELU || activation.kind() == Nonlinearity.SIGMOID);
        if (op instanceof Op.Pool) {
            return colors(blueprint.source(id).id());
        }
        return positive ? ColorMap.SEQUENTIAL : ColorMap.DIVERGING;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Scenario scenario() {
        return new Scenario(
                dataset.card().id(),
                blueprint.network(),
                Map.of(),
                new TrainingPlan(Optimizer.byId("sgd"), 0.1, Schedule.parse("constant"), 256, 10, 0, 0));
    }

    @Override
    public Blueprint blueprint() {
        return blueprint;
    }

    @Override
    public Census census() {
        return Census.of(blueprint);
    }

    @Override
    public Dataset dataset() {
        return dataset;
    }

    @Override
    public Subject testImage(int index) {
        return new Subject(
                "test #" + index, dataset.test().image(index), dataset.test().label(index));
    }

    @Override
    public Progress progress() {
        return new Progress(
                TrainState.RUNNING, step.get(), 1, 10, step.get(), 235, step.get() * 256, 0.1, 5120, Double.NaN);
    }

    @Override
    public double testAccuracy() {
        return Double.NaN;
    }

    @Override
    public void listen(Consumer<TrainEvent> listener) {
        listeners.add(listener);
    }

    @Override
    public void listenForTrouble(Consumer<Problem> listener) {
        // Nothing is recorded, so nothing can go wrong with it.
    }

    @Override
    public void unlisten(Consumer<TrainEvent> listener) {
        listeners.remove(listener);
    }

    @Override
    public CompletableFuture<Void> close() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<LayerHealth> health() {
        return CompletableFuture.completedFuture(new LayerHealth(new Stamp(id, step.get()), List.of()));
    }

    @Override
    public CompletableFuture<EngineReport> engine() {
        throw notAsked();
    }

    @Override
    public void play() {
        throw notAsked();
    }

    @Override
    public CompletableFuture<Long> pause() {
        throw notAsked();
    }

    @Override
    public void step() {
        throw notAsked();
    }

    @Override
    public void epoch() {
        throw notAsked();
    }

    @Override
    public CompletableFuture<Long> stop() {
        throw notAsked();
    }

    @Override
    public void reset() {
        throw notAsked();
    }

    @Override
    public CompletableFuture<Path> save(Path file) {
        throw notAsked();
    }

    @Override
    public CompletableFuture<Path> record() {
        throw notAsked();
    }

    @Override
    public Path folder() {
        throw notAsked();
    }

    private static UnsupportedOperationException notAsked() {
        return new UnsupportedOperationException("The map never asks for this");
    }
}
