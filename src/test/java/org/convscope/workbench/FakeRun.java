package org.convscope.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Census;
import org.convscope.data.Dataset;
import org.convscope.data.DatasetCard;
import org.convscope.data.LabelledImages;
import org.convscope.data.Loading;
import org.convscope.frame.Frame;
import org.convscope.frame.Scope;
import org.convscope.lens.Lens;
import org.convscope.lens.Lenses;
import org.convscope.lens.Overviews;
import org.convscope.net.Batch;
import org.convscope.net.Checkpoint;
import org.convscope.net.FakeNetwork;
import org.convscope.net.Network;
import org.convscope.net.NetworkThread;
import org.convscope.probe.Probes;
import org.convscope.problem.Problem;
import org.convscope.problem.ProblemException;
import org.convscope.spec.EngineReport;
import org.convscope.spec.Focus;
import org.convscope.spec.Optimizer;
import org.convscope.spec.Scenario;
import org.convscope.spec.Schedule;
import org.convscope.spec.Steering;
import org.convscope.spec.Subject;
import org.convscope.spec.TrainingPlan;
import org.convscope.tensor.Stamp;
import org.convscope.train.Examination;
import org.convscope.train.Progress;
import org.convscope.train.Stripes;
import org.convscope.train.TrainEvent;
import org.convscope.train.TrainState;

/**
 * A run without an engine, for tests of screens: true pictures of a {@link FakeNetwork}, and a training that
 * learns when it is told to, goes through the states at once, and notes what it was asked.
 */
public final class FakeRun implements OpenRun {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final int LEARNED_IMAGES = 4;

    private final String id;
    private final Scenario scenario;
    private final Blueprint blueprint;
    private final Dataset dataset;
    private final NetworkThread thread;
    private final Probes probes;
    private final Examiner examiner;
    private final CompletableFuture<Checkpoint> first;
    private final FakeHistory history;
    private final List<Consumer<TrainEvent>> listeners = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger looks = new AtomicInteger();
    private final List<Set<String>> pictured = new CopyOnWriteArrayList<>();
    private CompletableFuture<Void> closing = CompletableFuture.completedFuture(null);
    private List<LayerHealth.Row> health = List.of();
    private Optional<Path> origin = Optional.empty();
    private volatile Optional<Watch> watch = Optional.empty();
    private boolean whole = true;
    private boolean labelled = true;
    private List<TrainEvent> past = List.of();
    private volatile long bound = Long.MAX_VALUE;
    private volatile TrainState state = TrainState.READY;
    private volatile long step;
    private volatile Steering steering;

    /** A run of any blueprint, on the calling thread: stripes to learn, 20 steps an epoch, 3 epochs. */
    public FakeRun(Blueprint blueprint) {
        this(blueprint, onCallingThread(blueprint), stripes(blueprint));
    }

    /** A run of a network that learns from images with class names of their own, 16 a step. */
    public FakeRun(Blueprint blueprint, NetworkThread thread, Dataset dataset) {
        this(
                "run-of-its-own-" + COUNT.incrementAndGet(),
                new Scenario(
                        dataset.card().id(),
                        blueprint.network(),
                        Map.of(),
                        new TrainingPlan(new Optimizer.Sgd(), 0.1, new Schedule.Constant(), 16, 3, 0, 0)),
                blueprint,
                dataset,
                thread);
    }

    /** A run of what the scenario draws, on the calling thread. */
    static FakeRun of(String id, Scenario scenario, Dataset dataset) {
        DatasetCard card = dataset.card();
        Blueprint blueprint = scenario.draw(card.shape(), card.classes().size());
        return new FakeRun(id, scenario, blueprint, dataset, onCallingThread(blueprint));
    }

    private FakeRun(String id, Scenario scenario, Blueprint blueprint, Dataset dataset, NetworkThread thread) {
        this.id = id;
        this.scenario = scenario;
        this.steering = Steering.of(scenario.plan());
        this.blueprint = blueprint;
        this.dataset = dataset;
        this.thread = thread;
        this.probes = new Probes(thread, id, batch(8));
        this.examiner = new Examiner(thread, dataset.test(), () -> false);
        this.first = thread.ask(Network::checkpoint);
        this.history = new FakeHistory(blueprint, id, batch(8));
    }

    private static NetworkThread onCallingThread(Blueprint blueprint) {
        return NetworkThread.onCallingThread(new FakeNetwork(blueprint, new Optimizer.Sgd(), 3));
    }

    private static Dataset stripes(Blueprint blueprint) {
        LabelledImages images = Stripes.images(blueprint, 320, 5);
        List<String> classes = IntStream.range(0, blueprint.classes())
                .mapToObj(i -> "class " + i)
                .toList();
        DatasetCard card = new DatasetCard(
                "stripes",
                "Stripes",
                classes,
                blueprint.input(),
                images.size(),
                images.size(),
                "CC0-1.0",
                "drawn",
                Map.of());
        return new Dataset(card, images, images);
    }

    /** Commands in the order in which they came. */
    public List<String> asked() {
        return asked;
    }

    /** How many questions through a lens have been answered. */
    public int looks() {
        return looks.get();
    }

    /** The nodes that were asked for with each picture of the map so far. */
    public List<Set<String>> pictured() {
        return List.copyOf(pictured);
    }

    /** What questions about health are answered with from now on. */
    public void fare(LayerHealth.Row... rows) {
        health = List.of(rows);
    }

    /** As if another program had saved it. */
    public FakeRun from(Path file, boolean isWhole) {
        origin = Optional.of(file);
        whole = isWhole;
        return this;
    }

    /** As if somebody else wrote it. */
    public FakeRun watched(Watch now) {
        watch = Optional.of(now);
        return this;
    }

    /** As if nobody knew what its images are. */
    public FakeRun unlabelled() {
        labelled = false;
        return this;
    }

    /** As if this had been recorded before it was opened. */
    public FakeRun after(TrainEvent... events) {
        past = List.of(events);
        return this;
    }

    /** Has {@link #close} complete when this does. */
    public void closeWith(CompletableFuture<Void> completion) {
        closing = completion;
    }

    /** As if {@code steps} mini-batches had been learned, with a falling loss; the weights move by one, to be quick. */
    public void learn(int steps) {
        if (steps > 0) {
            long after = step + steps;
            atOnce(thread.ask(network -> move(network, after)));
            while (step < after) {
                step++;
                Progress now = progress();
                double loss = 0.3 + 2 * Math.exp(-step / 200.0);
                tell(new TrainEvent.StepDone(
                        step, now.epoch(), loss, 1 - loss / 2.4, now.learningRate(), 20, now.images()));
            }
        }
    }

    private Void move(Network network, long after) {
        network.learn(batch(LEARNED_IMAGES), scenario.plan().learningRate());
        Checkpoint moved = network.checkpoint();
        history.keep(first.join());
        Checkpoint now = new Checkpoint(after, moved.parameters(), moved.optimizerState());
        network.restore(now);
        history.keep(now);
        return null;
    }

    /** As if these steps had been thinned out of what was recorded. */
    public void letGo(long... steps) {
        history.letGo(steps);
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

    /** As if the training had ended so, with the weights of an earlier step if it ended by itself. */
    public void endAs(TrainState end, long goodStep) {
        if (end == TrainState.DEAD) {
            long seen = step;
            step = goodStep;
            listeners.forEach(listener -> listener.accept(new TrainEvent.Ended(
                    seen, end, Problem.of("spec.learningRate", scenario.plan().learningRate()), goodStep)));
        }
        become(end);
    }

    /** As if something of ours had broken. */
    public void fail(Throwable failure) {
        become(TrainState.FAILED);
        tell(new TrainEvent.Failed(step, failure));
    }

    /** Tells everybody who listens; the run is at that step from now on. */
    public void tell(TrainEvent event) {
        step = event.step();
        listeners.forEach(listener -> listener.accept(event));
    }

    private void become(TrainState next) {
        TrainState before = state;
        state = next;
        tell(new TrainEvent.StateChanged(step, before, next));
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
    public Optional<Path> origin() {
        return origin;
    }

    @Override
    public Optional<Watch> watch() {
        return watch;
    }

    @Override
    public List<TrainEvent> past() {
        return past;
    }

    @Override
    public boolean isWhole() {
        return whole;
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
        return CompletableFuture.completedFuture(FakeWorkbench.REPORT);
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
        return rest("pause", TrainState.PAUSED);
    }

    @Override
    public void step() {
        learn("step", 1);
    }

    @Override
    public void epoch() {
        Progress now = progress();
        learn("epoch", (int) (now.stepsPerEpoch() - now.stepOfEpoch()));
    }

    @Override
    public CompletableFuture<Long> hold(long images) {
        bound = images;
        return CompletableFuture.completedFuture(step);
    }

    /** How many images it may learn before it waits; {@code Long.MAX_VALUE} for any. */
    public long bound() {
        return bound;
    }

    @Override
    public CompletableFuture<Long> stop() {
        return rest("stop", TrainState.STOPPED);
    }

    private CompletableFuture<Long> rest(String command, TrainState next) {
        asked.add(command);
        become(next);
        return CompletableFuture.completedFuture(step);
    }

    private void learn(String command, int steps) {
        asked.add(command);
        become(TrainState.RUNNING);
        learn(steps);
        become(TrainState.PAUSED);
    }

    @Override
    public void reset() {
        asked.add("reset");
        atOnce(thread.ask(network -> {
            network.restore(first.join());
            return null;
        }));
        atOnce(probes.forget());
        history.forget();
        step = 0;
        steering = Steering.of(scenario.plan());
        become(TrainState.READY);
        tell(new TrainEvent.Reset(0));
    }

    @Override
    public CompletableFuture<Long> steer(UnaryOperator<Steering> change) {
        Steering before = steering;
        try {
            steering = change.apply(before);
        } catch (ProblemException refused) {
            return CompletableFuture.failedFuture(refused);
        }
        asked.add("steer " + steering.differences(before));
        tell(new TrainEvent.Steered(step, before, steering));
        return CompletableFuture.completedFuture(step);
    }

    @Override
    public Steering steering() {
        return steering;
    }

    @Override
    public Progress progress() {
        TrainingPlan plan = scenario.plan();
        int images = plan.images(dataset.card().trainCount());
        long perEpoch = plan.stepsPerEpoch(images);
        long before = Math.max(0, (step - 1) / perEpoch);
        return new Progress(
                state,
                step,
                step == 0 ? 0 : (int) before + 1,
                plan.epochs(),
                step - before * perEpoch,
                perEpoch,
                step * plan.batchSize(),
                plan.learningRateAt(step, images),
                step == 0 ? Double.NaN : 5210,
                step == 0 ? Double.NaN : (perEpoch * plan.epochs() - step) * plan.batchSize() / 5210.0);
    }

    @Override
    public void listen(Consumer<TrainEvent> listener) {
        listeners.add(listener);
    }

    @Override
    public void unlisten(Consumer<TrainEvent> listener) {
        listeners.remove(listener);
    }

    @Override
    public void listenForTrouble(Consumer<Problem> listener) {
        // Nothing is recorded, so nothing can go wrong with it.
    }

    @Override
    public CompletableFuture<Sighting> see(Subject subject, Scope scope, Set<String> nodes, Optional<Closer> closer) {
        pictured.add(nodes);
        List<Lens> lenses = closer.map(Closer::lenses).orElse(List.of());
        looks.addAndGet(lenses.size());
        Focus focus = closer.map(at -> new Focus(subject, at.node(), at.channel(), at.cell()))
                .orElseGet(() -> Focus.on(subject, blueprint.first().id()));
        return probes.read(
                sight -> new Sighting(Overviews.of(scope).of(nodes).read(sight), Findings.of(sight, lenses)), focus);
    }

    @Override
    public CompletableFuture<Frame> look(Lens lens, Focus focus) {
        looks.incrementAndGet();
        return probes.read(Lenses.through(lens), focus);
    }

    @Override
    public History history() {
        return history;
    }

    @Override
    public CompletableFuture<LayerHealth> health() {
        return CompletableFuture.completedFuture(new LayerHealth(new Stamp(id, step), health));
    }

    @Override
    public boolean isLabelled() {
        return labelled;
    }

    @Override
    public CompletableFuture<Examination> examine(Loading loading) {
        asked.add("examine");
        return examiner.examine(loading);
    }

    @Override
    public CompletableFuture<Answers> answers(OptionalLong step, List<Integer> testImages) {
        asked.add(step.isPresent() ? "answers of " + step.getAsLong() : "answers");
        return probes.read(
                examiner.answers(testImages),
                Focus.on(testImage(0), blueprint.first().id()));
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

    private Batch batch(int size) {
        Random random = new Random(step);
        LabelledImages images = dataset.train();
        float[] values = new float[size * images.shape().size()];
        int[] labels = new int[size];
        for (int i = 0; i < size; i++) {
            int index = random.nextInt(images.size());
            images.copyInto(index, values, i * images.shape().size());
            labels[i] = images.label(index);
        }
        return new Batch(images.shape(), values, labels);
    }

    /** On the calling thread what goes wrong is thrown; a thread of its own is not waited for. */
    private static void atOnce(CompletableFuture<Void> answer) {
        if (answer.isDone()) {
            answer.join();
        }
    }
}
