package org.convscope.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.convscope.blueprint.Architecture;
import org.convscope.blueprint.Zoo;
import org.convscope.blueprint.census.Comparison;
import org.convscope.blueprint.census.Table;
import org.convscope.blueprint.census.Tables;
import org.convscope.problem.Problem;
import org.convscope.run.WholeFile;
import org.convscope.spec.TrainingPlan;
import org.convscope.tensor.Shape;
import org.convscope.workbench.SavedDrawing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a network costs, node by node or block by block, or two of them beside each other. */
@Command(
        name = "census",
        mixinStandardHelpOptions = true,
        description = "Counts a network: shapes, parameters with their arithmetic, multiply-adds, receptive fields;"
                + " or lays two networks beside each other.")
final class CensusCommand implements Callable<Integer> {

    private static final int MOST_CLASSES = 100_000;
    private static final int LONGEST_AXIS = 4096;

    /** What a census is counted by. */
    enum By {
        NODE,
        BLOCK
    }

    @Parameters(
            paramLabel = "NET",
            arity = "0..1",
            completionCandidates = NetworkIds.class,
            description = "Id of a network, see below.")
    private String network;

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "Instead of NET, the network in a model file: ConvScope's or DL4J's zip, Keras' .h5,"
                    + " TensorFlow.js' model.json.")
    private Path model;

    @Option(names = "--input", paramLabel = "CxHxW", description = "Image shape; the network's own if not given.")
    private String input;

    @Option(names = "--classes", paramLabel = "N", defaultValue = "10", description = "Number of classes.")
    private int classes;

    @Mixin
    private NetworkOptions options;

    @Option(
            names = "--by",
            paramLabel = "node|block",
            defaultValue = "node",
            description = "A row for each node, or for each block.")
    private By by;

    @Option(
            names = "--batch",
            paramLabel = "N",
            description = "Also tell the memory that a training step on N images needs at least.")
    private Integer batch;

    @Option(names = "--against", paramLabel = "NET2", description = "A second network, laid beside the first.")
    private String against;

    @Option(
            names = "--input2",
            paramLabel = "CxHxW",
            description = "Image shape for the second network; its own if not given.")
    private String input2;

    @Option(names = "--set2", paramLabel = "option=value", description = "A choice of the second network.")
    private Map<String, String> options2 = new LinkedHashMap<>();

    @Option(
            names = "--format",
            paramLabel = "F",
            description = "table, csv or markdown; if not given, what the name of --out ends in, or table.")
    private String format;

    @Option(names = "--out", paramLabel = "FILE", description = "Write it there instead of to the terminal.")
    private Path out;

    @Mixin
    private SharedOptions shared;

    private final Voice voice;

    CensusCommand(Voice voice) {
        this.voice = voice;
    }

    @Override
    public Integer call() {
        voice.choose(shared.json, shared.quiet);
        check();
        CensusFormat wanted = CensusFormat.of(format, out);
        CensusText.Drawn first = model == null ? drawn(network, input, options.chosen()) : drawn(model);
        if (against == null) {
            boolean byBlock = by == By.BLOCK;
            tell(
                    wanted,
                    byBlock ? CensusText.byBlock(first) : CensusText.byNode(first),
                    byBlock ? Tables.byBlock(first.census()) : Tables.byNode(first.census()));
            voice.json(CensusJson.of(first, byBlock));
        } else {
            CensusText.Drawn second = drawn(against, input2, options2);
            Comparison comparison = Comparison.of(first.census(), second.census());
            tell(
                    wanted,
                    CensusText.of(comparison, first, second),
                    Tables.of(comparison, first.blueprint(), second.blueprint()));
            voice.json(CensusJson.of(comparison, first, second));
        }
        return ExitCode.DONE;
    }

    private void check() {
        if ((network == null) == (model == null)
                || model != null && (input != null || !options.chosen().isEmpty())) {
            throw Problem.of("cli.netOrModel", network == null ? "–" : network, model == null ? "–" : model)
                    .asException();
        }
        if (classes < 1 || classes > MOST_CLASSES) {
            throw Problem.of("cli.classes", classes, MOST_CLASSES).asException();
        }
        if (batch != null && (batch < 1 || batch > TrainingPlan.MOST_IMAGES_IN_A_BATCH)) {
            throw Problem.of("spec.batch", batch, TrainingPlan.MOST_IMAGES_IN_A_BATCH)
                    .asException();
        }
        if (against == null && (input2 != null || !options2.isEmpty())) {
            throw Problem.of("cli.noSecond", input2 != null ? "--input2" : "--set2")
                    .asException();
        }
        if (out != null) {
            Path folder = out.toAbsolutePath().getParent();
            if (out.toString().isBlank() || folder == null || !Files.isDirectory(folder) || Files.isDirectory(out)) {
                throw Problem.of("cli.outFile", out).asException();
            }
        }
    }

    private CensusText.Drawn drawn(String id, String wantedInput, Map<String, String> chosen) {
        Architecture architecture = Zoo.byId(id);
        Shape shape = wantedInput == null ? architecture.standardInput() : shapeOf(wantedInput);
        return new CensusText.Drawn(architecture.draw(shape, classes, chosen), batch == null ? 0 : batch);
    }

    private CensusText.Drawn drawn(Path file) {
        SavedDrawing saved = SavedDrawing.of(file);
        saved.remarks().forEach(voice::warn);
        return new CensusText.Drawn(saved.blueprint(), batch == null ? 0 : batch);
    }

    private void tell(CensusFormat wanted, String text, Table table) {
        String written = wanted.write(text, table);
        if (out == null) {
            voice.write(written);
        } else {
            WholeFile.write(out, file -> file.write(written.getBytes(StandardCharsets.UTF_8)));
            voice.tell("Written to " + out);
        }
    }

    private static Shape shapeOf(String text) {
        if (!text.matches("\\d{1,5}x\\d{1,5}x\\d{1,5}")) {
            throw Problem.of("cli.shape", text, LONGEST_AXIS).asException();
        }
        String[] lengths = text.split("x");
        int[] axes = new int[lengths.length];
        for (int i = 0; i < axes.length; i++) {
            axes[i] = Integer.parseInt(lengths[i]);
            if (axes[i] < 1 || axes[i] > LONGEST_AXIS) {
                throw Problem.of("cli.shape", text, LONGEST_AXIS).asException();
            }
        }
        return Shape.of(axes);
    }
}
