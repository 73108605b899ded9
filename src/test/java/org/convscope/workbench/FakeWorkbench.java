package org.convscope.workbench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.convscope.data.Dataset;
import org.convscope.data.DatasetCard;
import org.convscope.data.LabelledImages;
import org.convscope.data.Loading;
import org.convscope.problem.Problem;
import org.convscope.run.ModelEntry;
import org.convscope.run.RunEntry;
import org.convscope.run.RunStore;
import org.convscope.spec.EngineReport;
import org.convscope.spec.Optimizer;
import org.convscope.spec.Scenario;
import org.convscope.spec.Schedule;
import org.convscope.spec.TrainingPlan;
import org.convscope.tensor.Shape;

/** A workbench that opens {@link FakeRun}s at once, unless told to wait. */
public final class FakeWorkbench implements Workbench {

    /** What it opens when it is not told anything else: LeNet on ten classes, four steps an epoch. */
    public static final Scenario SMALL = lenet(Map.of());

    static final EngineReport REPORT = new EngineReport("schoolbook loops", 1, true, Map.of());

    private final Function<String, Dataset> datasets;
    private final List<FakeRun> opened = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private FakeRun laid;
    private final List<RunEntry> recorded = List.of(run("20261124-120000-lenet-000001"));
    private List<ModelEntry> models = List.of(model("lenet-sigmoid", Optional.empty()));
    private CompletableFuture<Void> gate = CompletableFuture.completedFuture(null);
    private CompletableFuture<Void> closing = CompletableFuture.completedFuture(null);
    private Loading loading;
    private Path runs = Path.of("no-runs");
    private Executor disk = ForkJoinPool.commonPool();
    private int learned;

    /** A workbench whose every dataset is {@link #squares}. */
    public FakeWorkbench() {
        this(FakeWorkbench::squares);
    }

    /** A workbench that finds its datasets by their ids. */
    public FakeWorkbench(Function<String, Dataset> datasets) {
        this.datasets = datasets;
    }

    /** A workbench that opens this run, whatever it is asked for. */
    public FakeWorkbench(FakeRun run) {
        this();
        lay(run);
    }

    /** {@link #SMALL} with LeNet's options. */
    public static Scenario lenet(Map<String, String> options) {
        return new Scenario(
                "squares",
                "lenet",
                options,
                new TrainingPlan(new Optimizer.Sgd(), 0.9, new Schedule.Constant(), 10, 10, 0, 0));
    }

    /** Ten classes; 40 images to learn and 200 to test, each with a bright square where its class wants it. */
    public static Dataset squares(String id) {
        Shape shape = Shape.of(1, 28, 28);
        List<String> classes =
                IntStream.range(0, 10).mapToObj(i -> "square " + i).toList();
        DatasetCard card =
                new DatasetCard(id, "Squares of " + id, classes, shape, 40, 200, "CC0-1.0", "drawn", Map.of());
        return new Dataset(card, draw(shape, 40), draw(shape, 200));
    }

    /** A model as it ships. */
    public static ModelEntry model(String id, Optional<Problem> problem) {
        return new ModelEntry(id, Path.of("models", id), "lenet", "squares", 0.905, "", problem);
    }

    private static RunEntry run(String id) {
        Problem unreadable = Problem.of("run.unreadable", id, "as a test wants it");
        return new RunEntry(id, Path.of("runs", id), Optional.empty(), 0, Optional.of(unreadable));
    }

    /** Has it ship other models. */
    public void ship(ModelEntry... others) {
        models = List.of(others);
    }

    /** Has it open this run from now on, whatever it is asked for. */
    public void lay(FakeRun run) {
        laid = run;
    }

    /** Has whatever is opened from now on come when this completes. */
    public void openWith(CompletableFuture<Void> wait) {
        gate = wait;
    }

    /** Has whatever is opened from now on have learned so many steps already. */
    public void openAt(int steps) {
        learned = steps;
    }

    /** Has {@link #close} complete when this does. */
    public void closeWith(CompletableFuture<Void> completion) {
        closing = completion;
    }

    /** The run that was opened last. */
    public FakeRun run() {
        return opened.get(opened.size() - 1);
    }

    /** What it was asked for, in order. */
    public List<String> asked() {
        return asked;
    }

    @Override
    public List<ModelEntry> models() {
        return models;
    }

    @Override
    public ModelEntry keep(String id, Path model) {
        throw new UnsupportedOperationException("nothing is kept here");
    }

    @Override
    public RunStore runs() {
        return new RunStore(runs);
    }

    @Override
    public Executor disk() {
        return disk;
    }

    /** Has it keep its runs in a folder, and read and write them on the calling thread. */
    public void keepRunsIn(Path folder) {
        runs = folder;
        disk = Runnable::run;
    }

    @Override
    public CompletableFuture<List<RunEntry>> latestRuns(int most) {
        return CompletableFuture.completedFuture(recorded.stream().limit(most).toList());
    }

    @Override
    public CompletableFuture<OpenRun> enter(String name) {
        asked.add("enter " + name);
        return come(SMALL);
    }

    @Override
    public void require(String name) {
        asked.add("require " + name);
    }

    @Override
    public CompletableFuture<OpenRun> begin(Scenario scenario) {
        asked.add("begin " + scenario.text());
        return come(scenario);
    }

    @Override
    public CompletableFuture<OpenRun> begin(Scenario scenario, Loading asked) {
        loading = asked;
        return begin(scenario);
    }

    /** How whoever began a run last waits for its data. */
    public Loading loading() {
        return loading;
    }

    @Override
    public CompletableFuture<OpenRun> open(String model) {
        asked.add("open " + model);
        return come(SMALL);
    }

    @Override
    public CompletableFuture<OpenRun> open(String model, String data) {
        asked.add("open " + model + " on " + data);
        return come(SMALL);
    }

    @Override
    public CompletableFuture<OpenRun> openFirst(Scenario otherwise) {
        return models.stream()
                .filter(model -> model.problem().isEmpty())
                .findFirst()
                .map(model -> open(model.id()))
                .orElseGet(() -> begin(otherwise));
    }

    @Override
    public CompletableFuture<OpenRun> resume(String run) {
        asked.add("resume " + run);
        return come(SMALL);
    }

    @Override
    public CompletableFuture<OpenRun> watch(String run) {
        asked.add("watch " + run);
        return come(SMALL);
    }

    @Override
    public EngineReport engine() {
        return REPORT;
    }

    @Override
    public void warmUp() {
        asked.add("warm up");
    }

    @Override
    public CompletableFuture<Void> close() {
        asked.add("close");
        return closing;
    }

    private CompletableFuture<OpenRun> come(Scenario scenario) {
        return gate.thenApply(now -> {
            opened.add(laid != null ? laid : begun(scenario));
            run().learn(learned);
            return run();
        });
    }

    private FakeRun begun(Scenario scenario) {
        return FakeRun.of("run-" + (opened.size() + 1), scenario, datasets.apply(scenario.data()));
    }

    private static LabelledImages draw(Shape shape, int count) {
        byte[] pixels = new byte[count * shape.size()];
        byte[] labels = new byte[count];
        for (int i = 0; i < count; i++) {
            labels[i] = (byte) (i % 10);
            int row = 2 + i % 10 / 5 * 13;
            int column = 1 + i % 5 * 5;
            for (int cell = 0; cell < 36; cell++) {
                int at = (row + cell / 6) * 28 + column + cell % 6;
                pixels[i * shape.size() + at] = (byte) (120 + i % 130);
            }
        }
        return LabelledImages.of(shape, pixels, labels);
    }
}
