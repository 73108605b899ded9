package org.convscope.ui;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Census;
import org.convscope.blueprint.Node;
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
import org.convscope.spec.Scenario;
import org.convscope.spec.Subject;
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

/**
 * A run without a network, for tests of screens: it answers at once, moves through the states as a
 * training does, and notes what it was asked. Its pictures are noise that changes with step and image.
 */
public final class PlayedRun implements OpenRun {

    private final String id;
    private final Scenario scenario;
    private final Dataset dataset;
    private final Blueprint blueprint;
    private final List<Consumer<TrainEvent>> listeners = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private CompletableFuture<Void> closing = CompletableFuture.completedFuture(null);
    private volatile TrainState state = TrainState.READY;
    private volatile long step;

    public PlayedRun(String id, Scenario scenario, Dataset dataset) {
        this.id = id;
        this.scenario = scenario;
        this.dataset = dataset;
        this.blueprint =
                scenario.draw(dataset.card().shape(), dataset.card().classes().size());
    }

    /** Commands in the order in which they came. */
    public List<String> asked() {
        return asked;
    }

    /** Has {@link #close} complete when this does. */
    public void closeWith(CompletableFuture<Void> completion) {
        closing = completion;
    }

    /** As if {@code steps} mini-batches had been learned. */
    public void learn(int steps) {
        for (int i = 0; i < steps; i++) {
            step++;
            Progress now = progress();
            double loss = 0.3 + 2 * Math.exp(-step / 200.0);
            tell(new TrainEvent.StepDone(
                    step, now.epoch(), loss, 1 - loss / 2.4, now.learningRate(), 20, now.images()));
        }
    }

    /** As if the training had ended by itself. */
    public void diverge() {
        become(TrainState.DIVERGED);
        tell(new TrainEvent.Ended(
                step,
                TrainState.DIVERGED,
                Problem.of("spec.learningRate", scenario.plan().learningRate()),
                step - 12));
    }

    /** As if something of ours had broken. */
    public void fail(Throwable failure) {
        become(TrainState.FAILED);
        tell(new TrainEvent.Failed(step, failure));
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Scenario scenario() {
        return scenario;
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
    public CompletableFuture<EngineReport> engine() {
        return CompletableFuture.completedFuture(new EngineReport("played", 1, true, Map.of()));
    }

    @Override
    public Subject testImage(int index) {
        return new Subject(
                "test #" + index, dataset.test().image(index), dataset.test().label(index));
    }

    @Override
    public void play() {
        asked.add("play");
        become(TrainState.RUNNING);
    }

    @Override
    public CompletableFuture<Long> pause() {
        asked.add("pause");
        become(TrainState.PAUSED);
        return CompletableFuture.completedFuture(step);
    }

    @Override
    public void step() {
        asked.add("step");
        become(TrainState.RUNNING);
        learn(1);
        become(TrainState.PAUSED);
    }

    @Override
    public void epoch() {
        asked.add("epoch");
        become(TrainState.RUNNING);
        Progress now = progress();
        learn((int) (now.stepsPerEpoch() - now.stepOfEpoch()));
        become(TrainState.PAUSED);
    }

    @Override
    public CompletableFuture<Long> stop() {
        asked.add("stop");
        become(TrainState.STOPPED);
        return CompletableFuture.completedFuture(step);
    }

    @Override
    public void reset() {
        asked.add("reset");
        step = 0;
        become(TrainState.READY);
        tell(new TrainEvent.Reset(0));
    }

    @Override
    public Progress progress() {
        int images = scenario.plan().images(dataset.card().trainCount());
        long perEpoch = scenario.plan().stepsPerEpoch(images);
        int epochs = scenario.plan().epochs();
        long done = step - Math.max(0, (step - 1) / perEpoch) * perEpoch;
        return new Progress(
                state,
                step,
                step == 0 ? 0 : (int) ((step - 1) / perEpoch + 1),
                epochs,
                done,
                perEpoch,
                step * scenario.plan().batchSize(),
                scenario.plan().learningRateAt(step, images),
                step == 0 ? Double.NaN : 5210,
                step == 0
                        ? Double.NaN
                        : (perEpoch * epochs - step) * scenario.plan().batchSize() / 5210.0);
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
    public CompletableFuture<Sighting> see(Subject subject, Scope scope, Optional<Closer> closer) {
        Stamp stamp = new Stamp(id, step);
        Map<String, Mosaic> mosaics = new HashMap<>();
        for (Node node : blueprint.nodes()) {
            Tensor values = node.op() instanceof Op.Input
                    ? subject.image()
                    : noise(blueprint.shape(node.id()), step / 10 + node.id().hashCode());
            ColorMap map = node.op() instanceof Op.Input ? ColorMap.GREY : ColorMap.SEQUENTIAL;
            mosaics.put(node.id(), new Mosaic(stamp, values, List.of(new ColorScale(map, 0, 1))));
        }
        return CompletableFuture.completedFuture(
                new Sighting(new Overview(stamp, mosaics, prediction(subject, stamp)), Findings.NONE));
    }

    @Override
    public CompletableFuture<Frame> look(Lens lens, Focus focus) {
        return see(focus.subject(), Scope.LAYER, Optional.empty())
                .thenApply(seen -> seen.overview().mosaics().get(focus.node()));
    }

    @Override
    public CompletableFuture<LayerHealth> health() {
        return CompletableFuture.completedFuture(new LayerHealth(new Stamp(id, step), List.of()));
    }

    @Override
    public CompletableFuture<Path> save(Path file) {
        return CompletableFuture.completedFuture(file);
    }

    @Override
    public Path folder() {
        return Path.of("runs", id);
    }

    @Override
    public CompletableFuture<Path> record() {
        asked.add("record");
        return CompletableFuture.completedFuture(folder().resolve("model.zip"));
    }

    @Override
    public double testAccuracy() {
        return Double.NaN;
    }

    @Override
    public CompletableFuture<Void> close() {
        asked.add("close");
        return closing;
    }

    private void become(TrainState next) {
        TrainState before = state;
        state = next;
        tell(new TrainEvent.StateChanged(step, before, next));
    }

    private void tell(TrainEvent event) {
        listeners.forEach(listener -> listener.accept(event));
    }

    /** The longer it has learned, the surer it is of the label. */
    private Bars prediction(Subject subject, Stamp stamp) {
        int classes = blueprint.classes();
        Random dice = new Random(step + subject.name().hashCode());
        double[] scores = IntStream.range(0, classes)
                .mapToDouble(label -> Math.exp(2 * dice.nextDouble() + (label == subject.label() ? step / 100.0 : 0)))
                .toArray();
        double sum =
                IntStream.range(0, classes).mapToDouble(label -> scores[label]).sum();
        return new Bars(
                stamp,
                IntStream.range(0, classes)
                        .mapToObj(label -> new Bars.Bar(label, scores[label] / sum))
                        .toList(),
                1);
    }

    private static Tensor noise(Shape shape, long seed) {
        Random dice = new Random(seed);
        float[] values = new float[shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = dice.nextFloat();
        }
        return Tensor.of(shape, values);
    }
}
