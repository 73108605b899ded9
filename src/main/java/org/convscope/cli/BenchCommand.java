package org.convscope.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.convscope.blueprint.Architecture;
import org.convscope.blueprint.Zoo;
import org.convscope.problem.Problem;
import org.convscope.workbench.EngineBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures the program on this machine. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measures speed and memory on this machine.",
            "train, infer: the engine and DL4J as it comes, in turns.",
            "watch: training with the window open, watched and unwatched in turns.",
            "window: frames a second, and how fast a click is answered.",
            "start: from the call to the first feature maps.",
            "memory: growth while it trains with the window open."
        })
final class BenchCommand implements Callable<Integer> {

    private static final List<String> KINDS = List.of("train", "infer", "watch", "window", "start", "memory");
    private static final List<String> ACTIVATIONS = List.of("sigmoid", "relu");
    private static final List<String> RACES = List.of("train", "infer");
    private static final int MOST_ROUNDS = 100;
    private static final int CLASSES = 10;

    /** The network of the course, and the one that the window opens with. */
    private static final String STANDARD = "lenet";

    @Parameters(paramLabel = "KIND", description = "train, infer, watch, window, start or memory.")
    private String kind;

    @Option(
            names = "--net",
            paramLabel = "N",
            defaultValue = STANDARD,
            description = "The network of train and infer; windows are measured with theirs, lenet.")
    private String network;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "5", description = "How often each takes its turn.")
    private int rounds;

    @Option(names = "--minutes", paramLabel = "N", defaultValue = "10", description = "How long bench memory trains.")
    private double minutes;

    @Mixin
    private SharedOptions shared;

    private final Voice voice;
    private final Function<WorkbenchWishes, EngineBench> benches;

    BenchCommand(Voice voice, Function<WorkbenchWishes, EngineBench> benches) {
        this.voice = voice;
        this.benches = benches;
    }

    @Override
    public Integer call() {
        voice.choose(shared.json, shared.quiet);
        if (!KINDS.contains(kind) || rounds < 1 || rounds > MOST_ROUNDS || !(minutes > 0 && minutes <= 600)) {
            throw Problem.of(
                            "cli.bench",
                            kind + ", " + rounds + " rounds, " + minutes + " minutes",
                            String.join(", ", KINDS))
                    .asException();
        }
        checkNetwork();
        ObjectNode root = Voice.object().put("bench", kind);
        ArrayNode list = root.putArray("rounds");
        ArrayNode results = root.putArray("results");
        switch (kind) {
            case "train" -> race(list, results, List.of(256, 64), true);
            case "infer" -> race(list, results, List.of(1, 256), false);
            default -> {
                if (!new WindowBench(voice, shared.runs).measure(kind, rounds, minutes, list, results)) {
                    return ExitCode.DONE;
                }
            }
        }
        root.put("machine", machine());
        voice.say(machine());
        voice.json(root);
        return ExitCode.DONE;
    }

    private void checkNetwork() {
        Architecture architecture = Zoo.byId(network);
        if (!RACES.contains(kind) && !network.equals(STANDARD)) {
            throw Problem.of("cli.benchNetwork", network, kind, STANDARD).asException();
        }
        ACTIVATIONS.forEach(activation ->
                architecture.draw(architecture.standardInput(), CLASSES, Map.of("activation", activation)));
    }

    private void race(ArrayNode list, ArrayNode results, List<Integer> batches, boolean training) {
        EngineBench bench = benches.apply(shared.wishes());
        voice.tell(String.format(
                Locale.ROOT,
                "%d races; rounds of each: %d, about %.0f seconds a round",
                ACTIVATIONS.size() * batches.size(),
                rounds,
                2 * EngineBench.TURN_SECONDS));
        for (String activation : ACTIVATIONS) {
            for (int batch : batches) {
                Map<String, String> options = Map.of("activation", activation);
                String name = network + " " + activation;
                int[] over = {0};
                Consumer<EngineBench.Round> news = round -> voice.tell(String.format(
                        Locale.ROOT,
                        "%s, batch %d, round %d of %d: %,.0f and %,.0f images/s",
                        name,
                        batch,
                        ++over[0],
                        rounds,
                        round.ours(),
                        round.peer()));
                List<EngineBench.Round> measured = training
                        ? bench.train(network, options, batch, rounds, news)
                        : bench.infer(network, options, batch, rounds, news);
                measured.forEach(round -> list.addObject()
                        .put("net", name)
                        .put("batch", batch)
                        .put("ours", round.ours())
                        .put("peer", round.peer())
                        .put("ratio", round.ratio()));
                result(
                        results,
                        name,
                        batch,
                        measured.stream().mapToDouble(EngineBench.Round::ours),
                        measured.stream().mapToDouble(EngineBench.Round::peer),
                        measured.stream().mapToDouble(EngineBench.Round::ratio));
            }
        }
    }

    private void result(
            ArrayNode results, String name, int batch, DoubleStream ours, DoubleStream peer, DoubleStream ratios) {
        double[] sorted = ratios.sorted().toArray();
        ObjectNode result = results.addObject()
                .put("net", name)
                .put("batch", batch)
                .put("ours", median(ours))
                .put("peer", median(peer))
                .put("ratio", median(DoubleStream.of(sorted)))
                .put("ratioMin", sorted[0])
                .put("ratioMax", sorted[sorted.length - 1]);
        voice.say(String.format(
                Locale.ROOT,
                "%-14s batch %3d: %,9.0f images/s, DL4J as it comes %,8.0f, ratio %.1f (%.1f to %.1f)",
                name,
                batch,
                result.get("ours").asDouble(),
                result.get("peer").asDouble(),
                result.get("ratio").asDouble(),
                sorted[0],
                sorted[sorted.length - 1]));
    }

    static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static String machine() {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                + Runtime.getRuntime().availableProcessors() + " cores (" + String.join(" ", Surroundings.cpuFeatures())
                + "), Java " + Runtime.version().feature();
    }
}
