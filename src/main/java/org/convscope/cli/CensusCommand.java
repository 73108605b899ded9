package org.convscope.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.convscope.blueprint.Architecture;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Census;
import org.convscope.blueprint.Zoo;
import org.convscope.problem.Problem;
import org.convscope.tensor.Shape;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a network costs, node by node. */
@Command(
        name = "census",
        mixinStandardHelpOptions = true,
        description = "Counts a network: shapes, parameters with their arithmetic, multiply-adds, receptive fields.")
final class CensusCommand implements Callable<Integer> {

    private static final int MOST_CLASSES = 100_000;
    private static final int LONGEST_AXIS = 4096;

    @Parameters(
            paramLabel = "NET",
            completionCandidates = NetworkIds.class,
            description = "Id of a network: ${COMPLETION-CANDIDATES}.")
    private String network;

    @Option(names = "--input", paramLabel = "CxHxW", description = "Image shape; the network's own if not given.")
    private String input;

    @Option(names = "--classes", paramLabel = "N", defaultValue = "10", description = "Number of classes.")
    private int classes;

    @Mixin
    private NetworkOptions options;

    @Mixin
    private SharedOptions shared;

    private final Voice voice;

    CensusCommand(Voice voice) {
        this.voice = voice;
    }

    @Override
    public Integer call() {
        voice.choose(shared.json, shared.quiet);
        Architecture architecture = Zoo.byId(network);
        if (classes < 1 || classes > MOST_CLASSES) {
            throw Problem.of("cli.classes", classes, MOST_CLASSES).asException();
        }
        Shape shape = input == null ? architecture.standardInput() : shapeOf(input);
        Blueprint blueprint = architecture.draw(shape, classes, options.chosen());
        Census census = Census.of(blueprint);
        table(blueprint, census);
        voice.json(json(blueprint, census));
        return ExitCode.DONE;
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

    private void table(Blueprint blueprint, Census census) {
        int longestId = census.rows().stream()
                .mapToInt(counted -> counted.node().id().length())
                .max()
                .orElse(1);
        String row = "%-" + Math.max(10, longestId) + "s %-14s %-12s %-34s %13s %10s";
        voice.say(String.format(Locale.ROOT, row, "node", "operation", "output", "parameters", "MACs", "field"));
        for (Census.Row counted : census.rows()) {
            voice.say(String.format(
                    Locale.ROOT,
                    row,
                    counted.node().id(),
                    counted.node().op().name(),
                    counted.output(),
                    counted.parameters().arithmetic(),
                    counted.macs() == 0 ? "" : String.format(Locale.ROOT, "%,d", counted.macs()),
                    counted.receptiveField().whole()
                            ? "all"
                            : counted.receptiveField().size() + "×"
                                    + counted.receptiveField().size()));
        }
        voice.say(String.format(
                Locale.ROOT,
                "%s: %,d parameters, %,d multiply-adds and %,d bytes of activations for one image",
                blueprint,
                census.parameters(),
                census.macs(),
                census.activationBytes()));
    }

    private static ObjectNode json(Blueprint blueprint, Census census) {
        ObjectNode root = Voice.object().put("network", blueprint.network());
        axes(root.putArray("input"), blueprint.input());
        root.put("classes", blueprint.classes())
                .put("parameters", census.parameters())
                .put("trainableParameters", census.parameters())
                .put("macs", census.macs())
                .put("activationBytes", census.activationBytes());
        ArrayNode nodes = root.putArray("nodes");
        for (Census.Row row : census.rows()) {
            ObjectNode node = nodes.addObject()
                    .put("id", row.node().id())
                    .put("op", row.node().op().name())
                    .put("block", row.node().block());
            ArrayNode inputs = node.putArray("inputs");
            row.node().inputs().forEach(inputs::add);
            axes(node.putArray("output"), row.output());
            node.put("parameters", row.parameters().total())
                    .put("arithmetic", row.parameters().arithmetic())
                    .put("macs", row.macs())
                    .put("activationBytes", row.activationBytes())
                    .put("receptiveField", row.receptiveField().size());
        }
        return root;
    }

    private static void axes(ArrayNode target, Shape shape) {
        for (int length : shape.toArray()) {
            target.add(length);
        }
    }
}
