package org.convscope.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.convscope.blueprint.Node;
import org.convscope.blueprint.Op;
import org.convscope.frame.Frame;
import org.convscope.frame.Mosaic;
import org.convscope.lens.Lenses;
import org.convscope.problem.Problem;
import org.convscope.run.WholeFile;
import org.convscope.spec.Contrast;
import org.convscope.spec.Contrasts;
import org.convscope.spec.Focus;
import org.convscope.train.TrainEvent;
import org.convscope.workbench.Interruption;
import org.convscope.workbench.OpenRun;
import org.convscope.workbench.Outcome;
import org.convscope.workbench.Recollection;
import org.convscope.workbench.Trial;
import org.convscope.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Sets runs against each other: those of a contrast, which it trains one after the other, each with the whole machine,
 * or recorded ones, which it reads.
 */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = {
            "Tells how runs differ and what came of them:",
            "PRESET trains runs that differ in one thing, and records them;",
            "RUN RUN reads two to four recorded runs, or saved networks."
        })
final class CompareCommand implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "PRESET|RUN",
            description = "A preset, see below; or two to four runs by id or folder.")
    private List<String> names;

    @Option(names = "--epochs", paramLabel = "N", defaultValue = "10", description = "Times through the data.")
    private int epochs;

    @Option(names = "--limit", paramLabel = "IMAGES", defaultValue = "0", description = "Only the first so many.")
    private int limit;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "0", description = "Of weights and order of images.")
    private long seed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Also writes here: a table and curves as CSV, curves as SVG, maps of the first test image as PNG.")
    private Path folder;

    @Mixin
    private SharedOptions shared;

    private final Voice voice;
    private final Function<WorkbenchWishes, Workbench> workbenches;

    CompareCommand(Voice voice, Function<WorkbenchWishes, Workbench> workbenches) {
        this.voice = voice;
        this.workbenches = workbenches;
    }

    @Override
    public Integer call() {
        voice.choose(shared.json, shared.quiet);
        if (names.size() == 1) {
            return train(Contrasts.byId(names.get(0)).with(epochs, limit, seed));
        }
        check();
        Workbench bench = workbenches.apply(shared.wishes());
        names.forEach(bench::require);
        List<Outcome> outcomes =
                names.stream().map(name -> Recollection.of(bench, name).join()).toList();
        if (folder != null) {
            for (int i = 0; i < names.size(); i++) {
                OpenRun run = bench.open(names.get(i)).join();
                look(run, outcomes.get(i).name());
                run.close().join();
            }
        }
        return tell(bench, outcomes);
    }

    private void check() {
        boolean isMixed = names.stream().anyMatch(Contrasts::has);
        if (isMixed || names.size() > Contrast.MOST_SIDES) {
            throw Problem.of("cli.compare", String.join(" ", names), Contrast.MOST_SIDES)
                    .asException();
        }
    }

    private int train(Contrast contrast) {
        Workbench bench = workbenches.apply(shared.wishes());
        List<Outcome> outcomes = new ArrayList<>();
        for (Contrast.Side side : contrast.sides()) {
            Optional<Outcome> outcome = train(bench, side);
            if (outcome.isEmpty()) {
                // Ctrl-C came first: its thread saves, and the machine ends with its code.
                return ExitCode.DONE;
            }
            outcomes.add(outcome.get());
        }
        return tell(bench, outcomes);
    }

    private int tell(Workbench bench, List<Outcome> outcomes) {
        List<Contrast.Difference> differences =
                Contrast.differences(outcomes.stream().map(Outcome::scenario).toList());
        if (folder != null) {
            write("table.csv", CompareText.csv(outcomes));
            write("curves.csv", CompareText.curves(outcomes));
            write("loss.svg", CurvesSvg.losses(outcomes));
        }
        voice.json(json(outcomes, differences));
        voice.write(CompareText.table(outcomes, differences));
        bench.close().join();
        return ExitCode.DONE;
    }

    /** Empty if the person interrupted it. */
    private Optional<Outcome> train(Workbench bench, Contrast.Side side) {
        OpenRun run = bench.begin(side.scenario()).join();
        run.listenForTrouble(voice::warn);
        Interruption interruption = Interruption.call(() -> interrupted(run));
        boolean interrupted = true;
        Outcome outcome;
        try {
            Underway underway = new Underway(System::nanoTime);
            outcome = Trial.of(run, side.name(), event -> hear(side, event, underway.hear(event, run.progress())))
                    .join();
        } finally {
            interrupted = !interruption.withdraw();
        }
        if (interrupted) {
            return Optional.empty();
        }
        if (folder != null) {
            look(run, side.name());
        }
        run.close().join();
        return Optional.of(outcome);
    }

    private void hear(Contrast.Side side, TrainEvent event, Optional<String> underway) {
        underway.ifPresent(line -> voice.tell(side.name() + ": " + line));
        if (event instanceof TrainEvent.EpochDone epoch) {
            voice.tell(String.format(
                    Locale.ROOT,
                    "%s: epoch %d/%d  train loss %.4f  test loss %.4f accuracy %.4f",
                    side.name(),
                    epoch.epoch(),
                    epochs,
                    epoch.trainLoss(),
                    epoch.testLoss(),
                    epoch.testAccuracy()));
        } else if (event instanceof TrainEvent.Ended ended) {
            voice.tell(side.name() + ": " + ended.problem().inOneLine());
        }
    }

    private void look(OpenRun run, String name) {
        for (Node node : run.blueprint().nodes()) {
            if (node.op() instanceof Op.Conv) {
                Frame frame = run.look(Lenses.byId("activation"), Focus.on(run.testImage(0), node.id()))
                        .join();
                if (frame instanceof Mosaic mosaic) {
                    MosaicFormat.PNG.write(mosaic, folder, plain(name) + "-" + node.id());
                }
            }
        }
    }

    private void write(String name, String text) {
        Path target = folder.resolve(name);
        WholeFile.write(target, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        voice.tell("Wrote " + target);
    }

    private void interrupted(OpenRun run) {
        voice.tell("Interrupted: the current step ends, then the run is recorded. Its end was not compared.");
        try {
            run.stop().join();
            run.close().join();
        } catch (CompletionException failure) {
            Commands.answerFor(failure, voice);
        }
    }

    private static ObjectNode json(List<Outcome> outcomes, List<Contrast.Difference> differences) {
        ObjectNode root = Voice.object();
        ArrayNode runs = root.putArray("runs");
        for (Outcome outcome : outcomes) {
            ObjectNode run = runs.addObject()
                    .put("name", outcome.name())
                    .put("run", outcome.run())
                    .put("state", outcome.state().name())
                    .put("stateAtStep", outcome.stateAtStep())
                    .put("onPlateau", outcome.isOnPlateau());
            Voice.put(run, "finalLoss", outcome.finalLoss());
            Voice.put(run, "testAccuracy", outcome.testAccuracy());
            Voice.put(run, "sampleAccuracy", outcome.sampleAccuracy());
            Voice.put(run, "deadShare", outcome.deadShare());
            Voice.put(run, "saturatedShare", outcome.saturatedShare());
            ObjectNode gradients = run.putObject("gradientRms");
            outcome.gradientRms().forEach((node, rms) -> Voice.put(gradients, node, rms));
        }
        ArrayNode differs = root.putArray("differs");
        for (Contrast.Difference difference : differences) {
            ObjectNode one = differs.addObject().put("what", difference.what());
            ArrayNode values = one.putArray("values");
            difference.values().forEach(values::add);
        }
        return root;
    }

    /** A name that every file system takes: {@code ReLU, rate 0.9} becomes {@code relu-rate-0.9}. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-");
    }
}
