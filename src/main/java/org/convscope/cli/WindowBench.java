package org.convscope.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.convscope.problem.Problem;

/**
 * Measures the real window: opens it in a process of its own, which drives itself and leaves what it
 * measured in a file, a line for each number: {@code series.index=value}.
 */
final class WindowBench {

    private static final Map<String, String> UNITS = Map.of(
            "firstMaps", "ms from the call to the first feature maps",
            "frames", "frames a second while it trains",
            "image", "ms from a click on an image to all maps redrawn",
            "map", "ms from a click on a map to its inspector",
            "watched", "images/s trained, watched",
            "unwatched", "images/s trained, not watched",
            "resident", "bytes resident");

    private final Voice voice;

    WindowBench(Voice voice) {
        this.voice = voice;
    }

    void measure(String kind, int rounds, double minutes, ArrayNode list, ArrayNode results) {
        Surroundings.windowProblems().stream().findFirst().ifPresent(problem -> {
            throw problem.asException();
        });
        TreeMap<String, List<Double>> series = new TreeMap<>();
        // A start can be measured once a process; the others go round within one.
        int processes = kind.equals("start") ? rounds : 1;
        for (int process = 0; process < processes; process++) {
            open(kind, rounds, minutes).forEach((name, values) -> series.computeIfAbsent(name, key -> new ArrayList<>())
                    .addAll(values));
        }
        int longest = series.values().stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < longest; i++) {
            ObjectNode round = list.addObject();
            for (Map.Entry<String, List<Double>> one : series.entrySet()) {
                if (i < one.getValue().size()) {
                    round.put(one.getKey(), one.getValue().get(i));
                }
            }
        }
        series.forEach((name, values) -> result(results, name, values));
        if (kind.equals("watch")) {
            compare(results, series.get("watched"), series.get("unwatched"));
        }
    }

    private void result(ArrayNode results, String name, List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double median = BenchCommand.median(DoubleStream.of(sorted));
        double worst = sorted[sorted.length - 1];
        results.addObject()
                .put("measure", name)
                .put("unit", UNITS.getOrDefault(name, ""))
                .put("median", median)
                .put("min", sorted[0])
                .put("max", worst)
                .put("first", values.get(0))
                .put("last", values.get(values.size() - 1));
        voice.say(String.format(
                Locale.ROOT,
                "%-10s median %,.1f (%,.1f to %,.1f, last %,.1f) %s",
                name,
                median,
                sorted[0],
                worst,
                values.get(values.size() - 1),
                UNITS.getOrDefault(name, "")));
    }

    private void compare(ArrayNode results, List<Double> watched, List<Double> unwatched) {
        double[] ratios = new double[Math.min(watched.size(), unwatched.size())];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = watched.get(i) / unwatched.get(i);
        }
        double[] sorted = DoubleStream.of(ratios).sorted().toArray();
        double median = BenchCommand.median(DoubleStream.of(ratios));
        results.addObject()
                .put("measure", "ratio")
                .put("ratio", median)
                .put("ratioMin", sorted[0])
                .put("ratioMax", sorted[sorted.length - 1]);
        voice.say(String.format(
                Locale.ROOT,
                "watching costs %.1f %% of throughput (%.1f to %.1f %%)",
                100 * (1 - median),
                100 * (1 - sorted[sorted.length - 1]),
                100 * (1 - sorted[0])));
    }

    private TreeMap<String, List<Double>> open(String kind, int rounds, double minutes) {
        try {
            Path answer = Files.createTempFile("convscope-bench", ".properties");
            try {
                Process process = new ProcessBuilder(command(kind, rounds, minutes, answer))
                        .redirectInput(ProcessBuilder.Redirect.PIPE)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
                int code = process.waitFor();
                TreeMap<String, List<Double>> series = read(answer);
                if (code != ExitCode.DONE || series.isEmpty()) {
                    throw Problem.of("cli.benchFailed", code, kind).asException();
                }
                return series;
            } finally {
                Files.deleteIfExists(answer);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the window was measured", told);
        }
    }

    /** The call of the window: through the launcher, as a person does it, or else by this very machine's Java. */
    private static List<String> command(String kind, int rounds, double minutes, Path answer) {
        List<String> command = new ArrayList<>();
        Path launcher = Path.of(System.getProperty("convscope.home", "."), "convscope");
        if (Files.isExecutable(launcher)) {
            command.add(launcher.toAbsolutePath().toString());
        } else {
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.convscope.app.Main"));
        }
        command.addAll(List.of("window", "--measure", kind));
        command.addAll(List.of(String.valueOf(rounds), String.valueOf(minutes), answer.toString()));
        return command;
    }

    private static TreeMap<String, List<Double>> read(Path answer) throws IOException {
        Properties lines = new Properties();
        try (BufferedReader reader = Files.newBufferedReader(answer)) {
            lines.load(reader);
        }
        TreeMap<String, TreeMap<Integer, Double>> numbered = new TreeMap<>();
        for (String key : lines.stringPropertyNames()) {
            int dot = key.lastIndexOf('.');
            numbered.computeIfAbsent(key.substring(0, dot), name -> new TreeMap<>())
                    .put(Integer.valueOf(key.substring(dot + 1)), Double.valueOf(lines.getProperty(key)));
        }
        TreeMap<String, List<Double>> series = new TreeMap<>();
        numbered.forEach((name, values) -> series.put(name, new ArrayList<>(values.values())));
        return series;
    }
}
