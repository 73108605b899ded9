package org.convscope.workbench;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Census;
import org.convscope.data.Dataset;
import org.convscope.data.LabelledImages;
import org.convscope.data.Loading;
import org.convscope.frame.Frame;
import org.convscope.frame.Scope;
import org.convscope.frame.SteadyScales;
import org.convscope.lens.Lens;
import org.convscope.lens.Lenses;
import org.convscope.lens.Overviews;
import org.convscope.net.Batch;
import org.convscope.net.Network;
import org.convscope.net.NetworkThread;
import org.convscope.probe.Health;
import org.convscope.probe.Probe;
import org.convscope.probe.Probes;
import org.convscope.probe.SampleCount;
import org.convscope.problem.Problem;
import org.convscope.problem.ProblemException;
import org.convscope.run.ModelFile;
import org.convscope.run.RunRecorder;
import org.convscope.spec.EngineReport;
import org.convscope.spec.Focus;
import org.convscope.spec.Scenario;
import org.convscope.spec.Steering;
import org.convscope.spec.Subject;
import org.convscope.tensor.Stamp;
import org.convscope.train.Examination;
import org.convscope.train.LayerMeter;
import org.convscope.train.Progress;
import org.convscope.train.Scorer;
import org.convscope.train.TrainEvent;
import org.convscope.train.TrainState;
import org.convscope.train.Trainer;

/** Network, trainer, probes and record of one run: born together, closed together. */
final class LiveRun implements OpenRun {

    private final String id;
    private final Scenario scenario;
    private final Blueprint blueprint;
    private final Census census;
    private final Dataset dataset;
    private final NetworkThread thread;
    private final Trainer trainer;
    private final RunRecorder recorder;
    private final Probes probes;
    private final Examiner examiner;
    private final Guest guest;
    private final CompletableFuture<EngineReport> engine;
    private final List<Consumer<Problem>> troubled;
    private final Map<Scope, SteadyScales> scales = new EnumMap<>(Scope.class);
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final List<TrainEvent> past;
    private final LiveHistory history;
    private volatile double testAccuracy;

    /**
     * A run around a network that has just been born; to be called on its thread.
     *
     * @param troubled who hears what the recorder could not write
     * @param beside starts a network of the same drawing to look at what was recorded
     */
    LiveRun(
            Opening opening,
            NetworkThread thread,
            Network network,
            Trainer trainer,
            RunRecorder recorder,
            List<Consumer<Problem>> troubled,
            Supplier<NetworkThread> beside) {
        this.past = opening.past();
        this.guest = opening.guest();
        this.id = recorder.card().id();
        this.scenario = recorder.card().scenario();
        this.testAccuracy = opening.testAccuracy();
        this.blueprint = network.blueprint();
        this.census = Census.of(blueprint);
        this.dataset = opening.dataset();
        this.thread = thread;
        this.trainer = trainer;
        this.recorder = recorder;
        this.troubled = troubled;
        this.engine = CompletableFuture.completedFuture(network.report());
        LabelledImages test = dataset.test();
        Batch sample = Scorer.chunk(test, 0, Math.min(LayerMeter.imagesFor(census.macs()), test.size()));
        this.probes = new Probes(thread, id, sample);
        this.examiner = new Examiner(thread, test, closing::get);
        this.history = new LiveHistory(
                blueprint, anywhere(), recorder::snapshots, beside, watched -> new Probes(watched, id, sample));
        trainer.listen(recorder);
        trainer.listen(this::hear);
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
        return census;
    }

    @Override
    public Dataset dataset() {
        return dataset;
    }

    @Override
    public CompletableFuture<EngineReport> engine() {
        return engine;
    }

    @Override
    public Optional<Path> origin() {
        return guest.origin();
    }

    @Override
    public List<Problem> remarks() {
        return guest.remarks();
    }

    @Override
    public boolean isWhole() {
        return guest.whole();
    }

    @Override
    public boolean isLabelled() {
        return guest.labelled();
    }

    @Override
    public Subject testImage(int index) {
        LabelledImages test = dataset.test();
        int label = guest.labelled() ? test.label(index) : Subject.UNKNOWN;
        return new Subject("test #" + index, test.image(index), test.picture(index), label);
    }

    @Override
    public List<TrainEvent> past() {
        return past;
    }

    @Override
    public void play() {
        learn(trainer::play);
    }

    @Override
    public CompletableFuture<Long> pause() {
        return trainer.pause();
    }

    @Override
    public void step() {
        learn(trainer::step);
    }

    @Override
    public void epoch() {
        learn(trainer::epoch);
    }

    @Override
    public CompletableFuture<Long> hold(long images) {
        return trainer.hold(images);
    }

    @Override
    public CompletableFuture<Long> stop() {
        return trainer.stop();
    }

    @Override
    public void reset() {
        trainer.reset();
    }

    @Override
    public CompletableFuture<Long> steer(UnaryOperator<Steering> change) {
        return guest.origin().isPresent() ? CompletableFuture.failedFuture(refusal()) : trainer.steer(change);
    }

    @Override
    public Steering steering() {
        return trainer.steering();
    }

    @Override
    public Progress progress() {
        return trainer.progress();
    }

    @Override
    public void listen(Consumer<TrainEvent> listener) {
        trainer.listen(listener);
    }

    @Override
    public void unlisten(Consumer<TrainEvent> listener) {
        trainer.unlisten(listener);
    }

    @Override
    public void listenForTrouble(Consumer<Problem> listener) {
        troubled.add(listener);
    }

    @Override
    public CompletableFuture<Sighting> see(Subject subject, Scope scope, Set<String> nodes, Optional<Closer> closer) {
        return probes.read(
                sight -> Sighting.through(overviews(scope).of(nodes), closer).read(sight),
                Sighting.focus(blueprint, subject, closer));
    }

    @Override
    public CompletableFuture<Frame> look(Lens lens, Focus focus) {
        return probes.read(Lenses.through(lens), focus);
    }

    @Override
    public History history() {
        return history;
    }

    @Override
    public CompletableFuture<LayerHealth> health() {
        Focus anywhere = anywhere();
        return probes.read(new SampleCount(), anywhere).thenCompose(isCounted -> {
            if (isCounted) {
                return probes.read(sight -> LayerHealth.of(new Health().read(sight)), anywhere);
            }
            // Whoever closes the run waits for what was asked, not for what would be asked next.
            return closing.get() ? CompletableFuture.completedFuture(unknown()) : health();
        });
    }

    @Override
    public CompletableFuture<Examination> examine(Loading asked) {
        return guest.labelled()
                ? examiner.examine(asked)
                : CompletableFuture.failedFuture(
                        Problem.of("workbench.unlabelled", blueprint.network()).asException());
    }

    @Override
    public CompletableFuture<Answers> answers(OptionalLong step, List<Integer> testImages) {
        Probe<Answers> probe = examiner.answers(testImages);
        Focus anywhere = Focus.on(testImage(0), blueprint.first().id());
        return step.isPresent() ? history.read(step.getAsLong(), probe, anywhere) : probes.read(probe, anywhere);
    }

    @Override
    public CompletableFuture<Path> save(Path file) {
        if (guest.origin().isPresent()) {
            return CompletableFuture.failedFuture(refusal());
        }
        return thread.ask(network -> {
            ModelFile.write(file, recorder.card(), network);
            return file;
        });
    }

    @Override
    public Path folder() {
        return recorder.folder();
    }

    @Override
    public CompletableFuture<Path> record() {
        if (guest.origin().isPresent()) {
            return CompletableFuture.failedFuture(refusal());
        }
        return thread.ask(network -> recorder.record());
    }

    @Override
    public double testAccuracy() {
        return testAccuracy;
    }

    @Override
    public CompletableFuture<Void> close() {
        if (closing.compareAndSet(false, true)) {
            var unused = trainer.close()
                    .thenCompose(step -> thread.ask(network -> {
                        recorder.close();
                        return step;
                    }))
                    .whenComplete((step, failure) -> closeNetwork(failure));
        }
        return closed;
    }

    /** Gives the network the weights that somebody else has saved since; completes with their step. */
    CompletableFuture<Long> renew(ToLongFunction<Network> weights) {
        return thread.ask(network -> {
            long step = weights.applyAsLong(network);
            scales.clear();
            examiner.forget();
            var unused = probes.forget();
            return step;
        });
    }

    /** The step of the weights that the network has. */
    CompletableFuture<Long> stepOfWeights() {
        return thread.ask(Network::step);
    }

    boolean isClosing() {
        return closing.get();
    }

    /** Completes when the run is closed, by whomever. */
    CompletableFuture<Void> closed() {
        return closed;
    }

    private void learn(Runnable wish) {
        if (guest.origin().isPresent()) {
            Problem problem = refusal().problem();
            var unused = thread.ask(network -> {
                troubled.forEach(listener -> listener.accept(problem));
                return problem;
            });
        } else {
            wish.run();
        }
    }

    private ProblemException refusal() {
        return Problem.of("workbench.foreign", blueprint.network()).asException();
    }

    private void closeNetwork(Throwable before) {
        var unused = CompletableFuture.allOf(history.close(), thread.close()).whenComplete((nothing, failure) -> {
            Throwable first = before == null ? failure : before;
            if (first == null) {
                closed.complete(null);
            } else {
                closed.completeExceptionally(first);
            }
        });
    }

    /** Scales that do not jump while it learns, and that fit each image while it rests; on the network's thread. */
    private Overviews overviews(Scope scope) {
        return trainer.state() == TrainState.RUNNING
                ? Overviews.of(scope, scales.computeIfAbsent(scope, kind -> new SteadyScales()))
                : Overviews.of(scope);
    }

    private void hear(TrainEvent event) {
        if (event instanceof TrainEvent.EpochDone epoch) {
            testAccuracy = epoch.testAccuracy();
        } else if (event instanceof TrainEvent.Reset || event instanceof TrainEvent.Ended) {
            // Other weights are back under a step that was looked at before.
            testAccuracy = Double.NaN;
            scales.clear();
            examiner.forget();
            var unused = probes.forget();
        }
    }

    private Focus anywhere() {
        return Focus.on(testImage(0), blueprint.first().id());
    }

    private LayerHealth unknown() {
        return new LayerHealth(new Stamp(id, trainer.progress().step()), List.of());
    }
}
