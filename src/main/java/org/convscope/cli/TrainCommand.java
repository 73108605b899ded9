package org.convscope.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.convscope.blueprint.Choice;
import org.convscope.blueprint.Options;
import org.convscope.blueprint.Zoo;
import org.convscope.data.Cancellation;
import org.convscope.data.DatasetCard;
import org.convscope.data.Datasets;
import org.convscope.data.Loading;
import org.convscope.problem.Problem;
import org.convscope.spec.Optimizer;
import org.convscope.spec.Preparation;
import org.convscope.spec.Scenario;
import org.convscope.spec.Schedule;
import org.convscope.spec.TrainingPlan;
import org.convscope.train.Progress;
import org.convscope.train.TrainEvent;
import org.convscope.train.TrainState;
import org.convscope.workbench.Interruption;
import org.convscope.workbench.OpenRun;
import org.convscope.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains a network and records the run. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = "Trains a network. Ctrl-C saves what was learned and says where.")
final class TrainCommand implements Callable<Integer> {

    /** What may be said of a run that goes on; all else was settled when it began. */
    private static final Set<String> BESIDE_RESUME =
            Set.of("--resume", "--save", "--runs", "--threads", "--json", "--quiet");

    private static final long NANOS_BETWEEN_NEWS = 1_000_000_000;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "NET",
            arity = "0..1",
            completionCandidates = NetworkIds.class,
            description = "Id of a network, see below.")
    private String network;

    @Mixin
    private NetworkOptions options;

    @Option(
            names = "--data",
            defaultValue = "fashion-mnist",
            description =
                    "fashion-mnist, mnist, shapes, waveforms, cifar-10 once it is fetched, or the path of a folder or file.")
    private String data;

    @Mixin
    private PreparationOptions preparations;

    @Option(names = "--optimizer", paramLabel = "O", defaultValue = "sgd", description = "sgd, nesterov or adam.")
    private String optimizer;

    @Option(names = "--lr", paramLabel = "X", description = "Learning rate; the course's if not given.")
    private Double learningRate;

    @Option(
            names = "--schedule",
            paramLabel = "S",
            defaultValue = "constant",
            description = "constant, cosine, step or step:EPOCHS:DECAY.")
    private String schedule;

    @Option(names = "--batch", paramLabel = "N", defaultValue = "256", description = "Images of one step.")
    private int batch;

    @Option(names = "--epochs", paramLabel = "N", defaultValue = "10", description = "Times through the data.")
    private int epochs;

    @Option(names = "--limit", paramLabel = "IMAGES", defaultValue = "0", description = "Only the first so many.")
    private int limit;

    @Option(
            names = "--label-noise",
            paramLabel = "SHARE",
            defaultValue = "0",
            description = "Share of the training labels that are made wrong, 0 to 1; by the seed, always the same.")
    private double labelNoise;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "0", description = "Of weights and order of images.")
    private long seed;

    @Option(names = "--resume", paramLabel = "RUN", description = "Go on with a recorded run, exactly.")
    private String resume;

    @Option(names = "--save", paramLabel = "FILE", description = "Also save the trained network here.")
    private Path save;

    @Mixin
    private SharedOptions shared;

    private final Voice voice;
    private final Function<WorkbenchWishes, Workbench> workbenches;

    TrainCommand(Voice voice, Function<WorkbenchWishes, Workbench> workbenches) {
        this.voice = voice;
        this.workbenches = workbenches;
    }

    @Override
    public Integer call() {
        voice.choose(shared.json, shared.quiet);
        checkResume();
        checkSave();
        Workbench bench = workbenches.apply(shared.wishes());
        OpenRun run = resume == null
                ? bench.begin(scenario(), loading()).join()
                : bench.resume(resume).join();
        CompletableFuture<TrainState> end = new CompletableFuture<>();
        Underway underway = new Underway(System::nanoTime);
        run.listen(event -> hear(event, run, underway, end));
        run.listenForTrouble(voice::warn);
        Interruption interruption = Interruption.call(() -> interrupted(run));
        if (run.progress().state() == TrainState.FINISHED) {
            end.complete(TrainState.FINISHED);
        } else {
            run.play();
        }
        boolean interrupted = true;
        TrainState state;
        try {
            state = end.join();
        } finally {
            interrupted = !interruption.withdraw();
        }
        if (interrupted) {
            // Ctrl-C came first: its thread saves, and the machine ends with its code.
            return ExitCode.DONE;
        }
        int code = finish(run, state);
        bench.close().join();
        return code;
    }

    private void checkResume() {
        List<String> settled = spec.commandLine().getParseResult().matchedArgs().stream()
                .map(given -> given instanceof OptionSpec option ? option.longestName() : network)
                .filter(given -> !BESIDE_RESUME.contains(given))
                .toList();
        if (resume != null && !settled.isEmpty()) {
            throw Problem.of("cli.resume", String.join(", ", settled), String.join(", ", new TreeSet<>(BESIDE_RESUME)))
                    .asException();
        }
    }

    /** What can be known before hours of training. */
    private void checkSave() {
        if (save != null) {
            Path folder = save.toAbsolutePath().getParent();
            if (folder == null || !Files.isWritable(folder) || !Files.isDirectory(folder) || Files.isDirectory(save)) {
                throw Problem.of("cli.save", save).asException();
            }
        }
    }

    private Scenario scenario() {
        if (network == null) {
            throw Problem.of("cli.noNetwork").asException();
        }
        Map<String, String> chosen = options.chosen();
        double rate = learningRate == null ? standardRate(chosen) : learningRate;
        TrainingPlan plan = new TrainingPlan(
                Optimizer.byId(optimizer), rate, Schedule.parse(schedule), batch, epochs, seed, limit, labelNoise);
        DatasetCard card = Datasets.named(data).card();
        Preparation preparation = preparations.of(card, network, chosen);
        preparations.explain(preparation, card, network, voice);
        return new Scenario(data, network, chosen, plan, preparation);
    }

    /** Tells about every second how far a large folder is read; of what is read at once nothing. */
    private Loading loading() {
        AtomicLong toldNanos = new AtomicLong(System.nanoTime());
        return new Loading(
                read -> {
                    long now = System.nanoTime();
                    long told = toldNanos.get();
                    if (now - told >= NANOS_BETWEEN_NEWS && toldNanos.compareAndSet(told, now)) {
                        voice.tell(
                                String.format(Locale.ROOT, "reading images: %,d of %,d", read.images(), read.total()));
                    }
                },
                new Cancellation());
    }

    private double standardRate(Map<String, String> chosen) {
        return TrainingPlan.rateOfTheCourse(
                Choice.activation(Options.of(Zoo.byId(network).choices(), chosen)));
    }

    private void hear(TrainEvent event, OpenRun run, Underway underway, CompletableFuture<TrainState> end) {
        underway.hear(event, run.progress()).ifPresent(voice::tell);
        if (event instanceof TrainEvent.EpochDone epoch) {
            tellEpoch(epoch, run.progress());
        } else if (event instanceof TrainEvent.Ended ended) {
            voice.tell(ended.problem().inOneLine());
        } else if (event instanceof TrainEvent.Failed failed) {
            end.completeExceptionally(failed.failure());
        } else if (event instanceof TrainEvent.StateChanged changed
                && changed.to().isEnd()) {
            end.complete(changed.to());
        }
    }

    private void tellEpoch(TrainEvent.EpochDone epoch, Progress progress) {
        long perEpoch = epoch.images() / epoch.epoch();
        double speed = perEpoch / epoch.seconds();
        voice.tell(String.format(
                Locale.ROOT,
                "epoch %d/%d  train loss %.4f accuracy %.4f  test loss %.4f accuracy %.4f  %.1f s, %,.0f images/s",
                epoch.epoch(),
                progress.epochs(),
                epoch.trainLoss(),
                epoch.trainAccuracy(),
                epoch.testLoss(),
                epoch.testAccuracy(),
                epoch.seconds(),
                speed));
        ObjectNode line = Voice.object()
                .put("event", "epoch")
                .put("epoch", epoch.epoch())
                .put("step", epoch.step())
                .put("images", epoch.images());
        Voice.put(line, "trainLoss", epoch.trainLoss());
        Voice.put(line, "trainAccuracy", epoch.trainAccuracy());
        Voice.put(line, "testLoss", epoch.testLoss());
        Voice.put(line, "testAccuracy", epoch.testAccuracy());
        Voice.put(line, "seconds", epoch.seconds());
        Voice.put(line, "imagesPerSecond", speed);
        voice.json(line);
    }

    /** Saves, says how it ended, and complains about what could not be written. */
    private int finish(OpenRun run, TrainState state) {
        Keeping kept = Keeping.of(run, save);
        tellEnd(run, state, kept);
        return kept.trouble().map(voice::complain).orElse(ExitCode.DONE);
    }

    private void tellEnd(OpenRun run, TrainState state, Keeping kept) {
        String model = kept.model().map(Path::toString).orElse(null);
        ObjectNode line = Voice.object()
                .put("event", "end")
                .put("state", state.name())
                .put("run", run.id())
                .put("model", model)
                .put("step", run.progress().step());
        Voice.put(line, "testAccuracy", run.testAccuracy());
        line.put("engine", run.engine().join().engine());
        voice.json(line);
        voice.say(state + " at step " + run.progress().step() + ". Run " + run.id()
                + (model == null ? ", its network is lost" : ", model " + model));
    }

    private void interrupted(OpenRun run) {
        voice.tell("Interrupted: what was learned is saved.");
        try {
            run.stop().join();
            if (finish(run, TrainState.STOPPED) == ExitCode.DONE) {
                voice.tell("Go on with: " + resumption(resume == null ? run.id() : resume));
            }
            run.close().join();
        } catch (CompletionException failure) {
            Commands.answerFor(failure, voice);
        }
    }

    /** The command that goes on with a run where and as this one was told to, to be pasted into a shell. */
    private String resumption(String run) {
        StringBuilder command = new StringBuilder("./convscope train --resume ").append(quoted(run));
        if (shared.runs != null) {
            command.append(" --runs ").append(quoted(shared.runs.toString()));
        }
        if (!shared.threads.equals("auto")) {
            command.append(" --threads ").append(shared.threads);
        }
        if (save != null) {
            command.append(" --save ").append(quoted(save.toString()));
        }
        return command.toString();
    }

    /** One word for a shell, whatever is in it. */
    private static String quoted(String word) {
        return word.matches("[\\p{L}\\p{N}_./:+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
