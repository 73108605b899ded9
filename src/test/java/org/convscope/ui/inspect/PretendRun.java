package org.convscope.ui.inspect;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Census;
import org.convscope.data.Dataset;
import org.convscope.data.DatasetCard;
import org.convscope.data.LabelledImages;
import org.convscope.frame.Frame;
import org.convscope.frame.Scope;
import org.convscope.lens.Lens;
import org.convscope.lens.Lenses;
import org.convscope.lens.Overviews;
import org.convscope.net.Batch;
import org.convscope.net.FakeNetwork;
import org.convscope.net.NetworkThread;
import org.convscope.net.StepResult;
import org.convscope.probe.Probes;
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
import org.convscope.train.Progress;
import org.convscope.train.TrainEvent;
import org.convscope.train.TrainState;
import org.convscope.workbench.Closer;
import org.convscope.workbench.Findings;
import org.convscope.workbench.LayerHealth;
import org.convscope.workbench.OpenRun;
import org.convscope.workbench.Sighting;

/** An open run over a schoolbook network, that learns when it is told to and answers at once. */
public final class PretendRun implements OpenRun {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final int STEPS_PER_EPOCH = 20;

    private final String id = "pretend-" + COUNT.incrementAndGet();
    private final Scenario scenario;
    private final Blueprint blueprint;
    private final Dataset dataset;
    private final NetworkThread thread;
    private final Probes probes;
    private final List<Consumer<TrainEvent>> listeners = new ArrayList<>();
    private LayerHealth health;
    private long step;
    private int looks;

    /** A run on the calling thread, of any blueprint. */
    public PretendRun(Blueprint blueprint) {
        this(
                blueprint,
                NetworkThread.onCallingThread(new FakeNetwork(blueprint, new Optimizer.Sgd(), 3)),
                stripes(blueprint, 40));
    }

    /** A run of a network that learns from images with class names of their own. */
    public PretendRun(Blueprint blueprint, NetworkThread thread, Dataset dataset) {
        this.blueprint = blueprint;
        this.thread = thread;
        this.dataset = dataset;
        this.scenario = new Scenario(
                "pretend",
                blueprint.network(),
                Map.of(),
                new TrainingPlan(new Optimizer.Sgd(), 0.1, new Schedule.Constant(), 16, 3, 0, 0));
        this.probes = new Probes(thread, id, batch(8));
        this.health = new LayerHealth(new Stamp(id, 0), List.of());
    }

    /** {@code n} images of seeded noise, each brightened in one of its rows, which is its label. */
    private static Dataset stripes(Blueprint blueprint, int n) {
        Batch stripes = FakeNetwork.stripes(blueprint, n, 5);
        byte[] pixels = new byte[stripes.images().length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.round(255 * stripes.images()[i]);
        }
        byte[] labels = new byte[n];
        for (int i = 0; i < n; i++) {
            labels[i] = (byte) stripes.labels()[i];
        }
        LabelledImages images = LabelledImages.of(blueprint.input(), pixels, labels);
        List<String> classes = IntStream.range(0, blueprint.classes())
                .mapToObj(i -> "class " + i)
                .toList();
        DatasetCard card = new DatasetCard(
                "pretend", "Pretend", classes, blueprint.input(), n, n, "public domain", "made up", Map.of());
        return new Dataset(card, images, images);
    }

    /** What the next question about health is answered with. */
    public void fare(LayerHealth.Row... rows) {
        health = new LayerHealth(new Stamp(id, step), List.of(rows));
    }

    /** Tells everybody who listens. */
    public void tell(TrainEvent event) {
        step = event.step();
        List.copyOf(listeners).forEach(listener -> listener.accept(event));
    }

    /** How many questions through a lens have been answered. */
    public int looks() {
        return looks;
    }

    /** Learns one batch and tells of it. */
    @Override
    public void step() {
        var unused = thread.ask(network -> network.learn(batch(16), 0.1)).thenAccept(this::learned);
    }

    private void learned(StepResult result) {
        tell(new TrainEvent.StepDone(
                step + 1,
                (int) (step / STEPS_PER_EPOCH) + 1,
                result.loss(),
                result.accuracy(),
                0.1,
                result.millis(),
                16 * (step + 1)));
    }

    private Batch batch(int size) {
        Random random = new Random(step);
        Shape shape = blueprint.input();
        float[] values = new float[size * shape.size()];
        int[] labels = new int[size];
        for (int i = 0; i < size; i++) {
            int index = random.nextInt(dataset.test().size());
            dataset.test().copyInto(index, values, i * shape.size());
            labels[i] = dataset.test().label(index);
        }
        return new Batch(shape, values, labels);
    }

    @Override
    public CompletableFuture<Sighting> see(Subject subject, Scope scope, Optional<Closer> closer) {
        List<Lens> lenses = closer.map(Closer::lenses).orElse(List.of());
        looks += lenses.size();
        Focus focus = closer.map(at -> new Focus(subject, at.node(), at.channel(), at.cell()))
                .orElseGet(() -> Focus.on(subject, blueprint.first().id()));
        return probes.read(sight -> new Sighting(Overviews.of(scope).read(sight), Findings.of(sight, lenses)), focus);
    }

    @Override
    public CompletableFuture<Frame> look(Lens lens, Focus focus) {
        looks++;
        return probes.read(Lenses.through(lens), focus);
    }

    @Override
    public CompletableFuture<LayerHealth> health() {
        return CompletableFuture.completedFuture(health);
    }

    @Override
    public Subject testImage(int index) {
        return new Subject(
                "test #" + index, dataset.test().image(index), dataset.test().label(index));
    }

    @Override
    public Progress progress() {
        return new Progress(
                TrainState.PAUSED,
                step,
                (int) (step / STEPS_PER_EPOCH) + 1,
                3,
                step % STEPS_PER_EPOCH,
                STEPS_PER_EPOCH,
                16 * step,
                0.1,
                Double.NaN,
                Double.NaN);
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
        return CompletableFuture.completedFuture(new EngineReport("loops", 1, false, Map.of()));
    }

    @Override
    public void play() {
        step();
    }

    @Override
    public CompletableFuture<Long> pause() {
        return CompletableFuture.completedFuture(step);
    }

    @Override
    public void epoch() {
        for (int i = 0; i < STEPS_PER_EPOCH; i++) {
            step();
        }
    }

    @Override
    public CompletableFuture<Long> stop() {
        return pause();
    }

    @Override
    public void reset() {
        tell(new TrainEvent.Reset(0));
    }

    @Override
    public CompletableFuture<Path> save(Path file) {
        return CompletableFuture.completedFuture(file);
    }

    @Override
    public Path folder() {
        return Path.of(id);
    }

    @Override
    public CompletableFuture<Path> record() {
        return CompletableFuture.completedFuture(folder());
    }

    @Override
    public double testAccuracy() {
        return Double.NaN;
    }

    @Override
    public CompletableFuture<Void> close() {
        return thread.close();
    }
}
