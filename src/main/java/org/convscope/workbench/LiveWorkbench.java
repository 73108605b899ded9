package org.convscope.workbench;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Census;
import org.convscope.data.Dataset;
import org.convscope.data.Datasets;
import org.convscope.data.LabelledImages;
import org.convscope.data.Loading;
import org.convscope.foreign.ForeignModels;
import org.convscope.frame.Scope;
import org.convscope.lens.Overview;
import org.convscope.lens.Overviews;
import org.convscope.net.Checkpoint;
import org.convscope.net.Network;
import org.convscope.net.NetworkFactory;
import org.convscope.net.NetworkThread;
import org.convscope.probe.Probes;
import org.convscope.problem.Problem;
import org.convscope.problem.ProblemException;
import org.convscope.run.ModelEntry;
import org.convscope.run.ModelFile;
import org.convscope.run.ModelShelf;
import org.convscope.run.RecordedRun;
import org.convscope.run.RunCard;
import org.convscope.run.RunEntry;
import org.convscope.run.RunFollower;
import org.convscope.run.RunRecorder;
import org.convscope.run.RunStore;
import org.convscope.run.SavedModel;
import org.convscope.run.WholeFile;
import org.convscope.run.tensorboard.EventFile;
import org.convscope.run.tensorboard.RunBoard;
import org.convscope.spec.EngineReport;
import org.convscope.spec.EngineSettings;
import org.convscope.spec.Focus;
import org.convscope.spec.Optimizer;
import org.convscope.spec.Scenario;
import org.convscope.spec.Subject;
import org.convscope.spec.TrainingPlan;
import org.convscope.train.Beginning;
import org.convscope.train.Sampling;
import org.convscope.train.Scorer;
import org.convscope.train.Trainer;

/** A workbench on this machine. What takes time happens on a few threads of its own; a run then has one. */
public final class LiveWorkbench implements Workbench {

    private static final int THREADS = 2;

    /** Between two looks at a run that somebody else writes. */
    private static final int LOOK_MILLIS = 500;

    /** Of a larger network the first weights are drawn again for a reset, not kept for it. */
    private static final long MOST_KEPT_PARAMETERS = 10_000_000;

    private final NetworkFactory factory;
    private final EngineSettings settings;
    private final ModelShelf shelf;
    private final RunStore store;
    private final ExecutorService openers;
    private final ExecutorService disk;
    private final Queue<OpenRun> open = new ConcurrentLinkedQueue<>();

    /** A workbench with trained networks on {@code shelf}, which records its runs in {@code store}. */
    public LiveWorkbench(NetworkFactory factory, EngineSettings settings, ModelShelf shelf, RunStore store) {
        this.factory = factory;
        this.settings = settings;
        this.shelf = shelf;
        this.store = store;
        this.openers = Executors.newFixedThreadPool(THREADS, named("workbench-"));
        this.disk = Executors.newCachedThreadPool(named("disk-"));
    }

    private static ThreadFactory named(String name) {
        AtomicInteger born = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + born.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public List<ModelEntry> models() {
        return shelf.entries();
    }

    @Override
    public ModelEntry keep(String id, Path model) {
        return shelf.put(id, model);
    }

    @Override
    public CompletableFuture<List<RunEntry>> latestRuns(int most) {
        return work(() -> store.latest(most));
    }

    @Override
    public RunStore runs() {
        return store;
    }

    @Override
    public Executor disk() {
        return disk;
    }

    @Override
    public CompletableFuture<OpenRun> enter(String name) {
        return isRun(name) ? resume(name) : open(name);
    }

    @Override
    public void require(String name) {
        if (isForeign(name)) {
            var unused = SavedDrawing.of(Path.of(name));
        } else if (!isRun(name)) {
            var unused = find(name);
        }
    }

    @Override
    public CompletableFuture<OpenRun> begin(Scenario scenario) {
        return begin(scenario, Loading.patient());
    }

    @Override
    public CompletableFuture<OpenRun> begin(Scenario scenario, Loading loading) {
        return work(() -> {
                    Dataset dataset =
                            Datasets.named(scenario.data()).load(loading).prepared(scenario.preparation());
                    return new Opening(
                            Guest.NONE,
                            dataset,
                            scenario.draw(
                                    dataset.card().shape(),
                                    dataset.card().classes().size()),
                            scenario,
                            Double.NaN,
                            network -> beginning(network, scenario),
                            (network, trouble) -> recorder(scenario, dataset, network, trouble));
                })
                .thenCompose(this::start);
    }

    @Override
    public CompletableFuture<OpenRun> open(String model) {
        return work(() -> {
                    if (isForeign(model)) {
                        return Visit.of(Path.of(model), Optional.empty(), store);
                    }
                    SavedModel saved = find(model);
                    Scenario scenario = saved.card().scenario();
                    Dataset dataset = dataset(saved.card());
                    return new Opening(
                            Guest.NONE,
                            dataset,
                            saved.draw(),
                            scenario,
                            saved.card().standing().testAccuracy(),
                            network -> {
                                saved.loadInto(network);
                                // Its card holds the last score: a trained network opens as finished, not as due.
                                return new Beginning(
                                        network.step(),
                                        List.of(),
                                        network.step(),
                                        Optional.of(firstWeights(network, scenario)));
                            },
                            (network, trouble) -> recorder(scenario, dataset, network, trouble));
                })
                .thenCompose(this::start);
    }

    @Override
    public CompletableFuture<OpenRun> open(String model, String data) {
        return work(() -> {
                    if (!isForeign(model)) {
                        throw Problem.of("workbench.ownImages", model, data).asException();
                    }
                    return Visit.of(Path.of(model), Optional.of(data), store);
                })
                .thenCompose(this::start);
    }

    @Override
    public CompletableFuture<OpenRun> openFirst(Scenario otherwise) {
        return work(() -> models().stream()
                        .filter(model -> model.problem().isEmpty())
                        .findFirst())
                .thenCompose(first -> first.map(model -> open(model.id())).orElseGet(() -> begin(otherwise)));
    }

    @Override
    public CompletableFuture<OpenRun> resume(String run) {
        // Claimed before it is read: nobody may write on between reading and going on.
        return work(() -> store.open(run).claim()).thenCompose(recorded -> work(() -> resuming(recorded))
                .thenCompose(this::start)
                .whenComplete((opened, failure) -> {
                    if (failure != null) {
                        recorded.release();
                    }
                }));
    }

    @Override
    public CompletableFuture<OpenRun> watch(String run) {
        return work(() -> {
                    RunFollower follower = store.follow(run);
                    return new Following(follower, follower.look());
                })
                .thenCompose(following -> work(() -> watching(following))
                        .thenCompose(this::start)
                        .thenCompose(seen -> watch((LiveRun) seen, following)));
    }

    private CompletableFuture<OpenRun> watch(LiveRun seen, Following following) {
        return seen.stepOfWeights()
                .thenApply(step -> new WatchedRun(
                        seen,
                        following.follower,
                        following.first,
                        step,
                        CompletableFuture.delayedExecutor(LOOK_MILLIS, TimeUnit.MILLISECONDS, disk)));
    }

    @Override
    public CompletableFuture<Path> tensorBoard(String run, Path folder) {
        return work(() -> store.open(run)).thenCompose(recorded -> recorded.model()
                .map(saved -> pictures(saved).thenApply(Optional::of))
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()))
                .thenCompose(pictures -> work(() -> write(recorded, pictures, folder))));
    }

    private CompletableFuture<BoardPictures> pictures(SavedModel saved) {
        RunCard card = saved.card();
        TrainingPlan plan = card.scenario().plan();
        NetworkThread thread = NetworkThread.start(
                "board-" + card.scenario().network(),
                () -> factory.create(saved.draw(), plan.optimizer(), plan.seed(), settings));
        return thread.ask(network -> {
                    saved.loadInto(network);
                    return BoardPictures.of(network, card.id());
                })
                .thenCompose(known -> images(card)
                        .map(images ->
                                seen(thread, card, images).thenApply(overview -> known.with(overview, saved.draw())))
                        .orElseGet(() -> CompletableFuture.completedFuture(known)))
                .whenComplete((done, failure) -> {
                    var unused = thread.close();
                });
    }

    private static CompletableFuture<Overview> seen(NetworkThread thread, RunCard card, LabelledImages images) {
        Subject first = new Subject("test #0", images.image(0), images.picture(0), images.label(0));
        return new Probes(thread, card.id(), Scorer.chunk(images, 0, 1))
                .read(
                        Overviews.of(Scope.LAYER),
                        Focus.on(first, card.draw().first().id()));
    }

    /** The images that a run is tested on; empty where they are not on this machine, as of a run that was imported. */
    private static Optional<LabelledImages> images(RunCard card) {
        try {
            return Optional.of(dataset(card).test());
        } catch (ProblemException notHere) {
            return Optional.empty();
        }
    }

    private static Path write(RecordedRun run, Optional<BoardPictures> pictures, Path folder) {
        RunBoard board = new RunBoard(run);
        String name = "events.out.tfevents." + (long) board.began() + ".convscope";
        Path file = folder.toAbsolutePath().normalize().resolve(run.card().id()).resolve(name);
        WholeFile.writeInto(file, out -> {
            EventFile events = new EventFile(out, board.began());
            board.write(events);
            if (pictures.isPresent()) {
                pictures.get().write(events, board.seconds(pictures.get().step()));
            }
        });
        return file;
    }

    private record Following(RunFollower follower, RunFollower.Look first) {}

    private Opening watching(Following following) {
        RunCard card = following.first.card();
        return new Opening(
                Guest.NONE,
                dataset(card),
                card.draw(),
                card.scenario(),
                card.standing().testAccuracy(),
                network -> {
                    if (following.first.isSaved()) {
                        following.follower.load(network);
                    }
                    return Beginning.FRESH;
                },
                following.follower::idle,
                List.of());
    }

    @Override
    public EngineReport engine() {
        return factory.report(settings);
    }

    @Override
    public void warmUp() {
        factory.load();
        openers.execute(factory::warmUp);
    }

    @Override
    public CompletableFuture<Void> close() {
        openers.shutdown();
        return CompletableFuture.allOf(open.stream().map(OpenRun::close).toArray(CompletableFuture[]::new));
    }

    private CompletableFuture<OpenRun> start(Opening opening) {
        TrainingPlan plan = opening.scenario().plan();
        NetworkThread thread = NetworkThread.start(
                "network-" + opening.scenario().network(),
                () -> factory.create(opening.blueprint(), plan.optimizer(), plan.seed(), settings));
        return thread.ask(network -> {
                    Beginning beginning = opening.beginning().apply(network);
                    Trainer trainer = new Trainer(
                            thread,
                            opening.dataset().train(),
                            opening.dataset().test(),
                            plan,
                            Sampling.STANDARD,
                            beginning);
                    List<Consumer<Problem>> troubled = new CopyOnWriteArrayList<>();
                    RunRecorder recorder = opening.recorders()
                            .of(network, problem -> troubled.forEach(listener -> listener.accept(problem)));
                    LiveRun run = new LiveRun(
                            opening,
                            thread,
                            network,
                            trainer,
                            recorder,
                            troubled,
                            () -> beside(opening.blueprint(), plan.seed()));
                    open.add(run);
                    var unused = run.closed().whenComplete((nothing, failure) -> open.remove(run));
                    return (OpenRun) run;
                })
                .whenComplete((run, failure) -> {
                    if (failure != null) {
                        var unused = thread.close();
                    }
                });
    }

    /** A network that is given its weights: it needs no optimizer, whose state is larger than they are. */
    private NetworkThread beside(Blueprint blueprint, long seed) {
        return NetworkThread.start(
                "history-" + blueprint.network(), () -> factory.create(blueprint, new Optimizer.Sgd(), seed, settings));
    }

    private Opening resuming(RecordedRun recorded) {
        RunCard card = recorded.card();
        if (!recorded.canGoOn()) {
            throw Problem.of("workbench.nothingSaved", recorded.folder()).asException();
        }
        Scenario scenario = card.scenario();
        return new Opening(
                Guest.NONE,
                dataset(card),
                card.draw(),
                scenario,
                card.standing().testAccuracy(),
                network -> {
                    recorded.model().ifPresent(saved -> saved.loadInto(network));
                    return recorded.beginning(firstWeights(network, scenario));
                },
                recorded::resume,
                recorded.past());
    }

    private RunRecorder recorder(Scenario scenario, Dataset dataset, Network network, Consumer<Problem> trouble) {
        return store.begin(
                scenario, network, dataset.train().size(), dataset.test().size(), trouble);
    }

    private Beginning beginning(Network network, Scenario scenario) {
        return Census.of(network.blueprint()).parameters() > MOST_KEPT_PARAMETERS
                ? new Beginning(0, List.of(), 0, Optional.of(firstWeights(network, scenario)))
                : Beginning.FRESH;
    }

    /** The weights that a network of this scenario began with: drawn again, since nobody kept them. */
    private Supplier<Checkpoint> firstWeights(Network network, Scenario scenario) {
        return () -> {
            try (Network fresh = factory.create(
                    network.blueprint(),
                    scenario.plan().optimizer(),
                    scenario.plan().seed(),
                    settings)) {
                return fresh.checkpoint();
            }
        };
    }

    private SavedModel find(String model) {
        List<String> ids = shelf.entries().stream().map(ModelEntry::id).toList();
        if (ids.contains(model)) {
            return shelf.open(model);
        }
        if (isFile(model)) {
            return ModelFile.open(Path.of(model));
        }
        return store.find(model).flatMap(RecordedRun::model).orElseThrow(() -> Problem.of(
                        "workbench.noModel", model, String.join(", ", ids))
                .asException());
    }

    // A model's id comes first, as everywhere; a file is no run's folder.
    private boolean isRun(String name) {
        return shelf.entries().stream().noneMatch(model -> model.id().equals(name))
                && !isFile(name)
                && store.find(name).isPresent();
    }

    private static boolean isForeign(String model) {
        return isFile(model) && ForeignModels.isForeign(Path.of(model));
    }

    private static boolean isFile(String model) {
        try {
            return Files.isRegularFile(Path.of(model));
        } catch (InvalidPathException notAPath) {
            return false;
        }
    }

    private static Dataset dataset(RunCard card) {
        Scenario scenario = card.scenario();
        Dataset dataset = Datasets.named(scenario.data()).load().prepared(scenario.preparation());
        if (!dataset.test().shape().equals(card.input())) {
            throw Problem.of(
                            "workbench.otherImages",
                            dataset.card().id(),
                            dataset.test().shape(),
                            card.input())
                    .asException();
        }
        return dataset;
    }

    private <T> CompletableFuture<T> work(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, openers);
    }
}
