package org.convscope.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.convscope.problem.Problem;

/**
 * Measures the real window: opens it in a process of its own, which drives itself and leaves what it
 * measured in a file, a line for each number: {@code series.index=value}.
 */
final class WindowBench {

    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("firstMaps", "ms from the call to the first feature maps"),
            Map.entry("firstStep", "ms from the call to the first training step"),
            Map.entry("frames", "frames a second while it trains"),
            Map.entry("image", "ms from a click on an image to all maps redrawn"),
            Map.entry("disk", "bytes on the disk of a run of ten epochs"),
            Map.entry("steps", "recorded steps of such a run"),
            Map.entry("drag", "ms from a move of the time slider to all maps redrawn"),
            Map.entry("dragLearning", "ms of such a move while it trains"),
            Map.entry("map", "ms from a click on a map to its inspector"),
            Map.entry("watched", "images/s trained, watched"),
            Map.entry("unwatched", "images/s trained, not watched"),
            Map.entry("together", "images/s trained by two in lock-step"),
            Map.entry("alone", "images/s trained by one of them alone"),
            Map.entry("picturesTogether", "pictures/s of both"),
            Map.entry("picturesAlone", "pictures/s of the one that learns"),
            Map.entry("resident", "bytes resident"),
            Map.entry("curves", "frames a second of eight growing curves, 10,000 points each"),
            Map.entry("curvesCost", "ms of computing for such a frame"),
            Map.entry("lineChart", "frames a second of the same by JavaFX's line chart"),
            Map.entry("lineChartCost", "ms of computing for such a frame"),
            Map.entry("panFar", "frames a second while the whole network is moved"),
            Map.entry("panMiddle", "frames a second while layers are moved"),
            Map.entry("panClose", "frames a second while single maps are moved"),
            Map.entry("costFar", "ms of computing for such a frame"),
            Map.entry("costMiddle", "ms of computing for such a frame"),
            Map.entry("costClose", "ms of computing for such a frame"));

    private final Voice voice;
    private final Path runs;
    private final String network;

    /**
     * A bench whose windows record their runs in {@code runs}, or, if that is {@code null}, nowhere for long.
     *
     * @param network over whose map is panned, if that is measured
     */
    WindowBench(Voice voice, Path runs, String network) {
        this.voice = voice;
        this.network = network;
        this.runs = runs;
    }

    /** Measures, or returns {@code false}: Ctrl-C came, and the machine ends with its code. */
    boolean measure(String kind, int rounds, double minutes, ArrayNode list, ArrayNode results) {
        Surroundings.windowProblems().stream().findFirst().ifPresent(problem -> {
            throw problem.asException();
        });
        TreeMap<String, List<Double>> series = new TreeMap<>();
        // A start can be measured once a process; the others go round within one.
        int processes = kind.equals("start") ? rounds : 1;
        for (int process = 0; process < processes; process++) {
            voice.tell(announcement(kind, rounds, minutes, process));
            Map<String, List<Double>> measured = open(kind, rounds, minutes);
            if (measured.isEmpty()) {
                return false;
            }
            measured.forEach((name, values) ->
                    series.computeIfAbsent(name, key -> new ArrayList<>()).addAll(values));
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
            double median = results.get(results.size() - 1).get("ratio").asDouble();
            voice.say(String.format(Locale.ROOT, "watching costs %.1f %% of throughput", 100 * (1 - median)));
        } else if (kind.equals("lockstep")) {
            compare(results, series.get("together"), series.get("alone"));
        }
        return true;
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

    private void compare(ArrayNode results, List<Double> first, List<Double> second) {
        double[] ratios = new double[Math.min(first.size(), second.size())];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = first.get(i) / second.get(i);
        }
        double[] sorted = DoubleStream.of(ratios).sorted().toArray();
        double median = BenchCommand.median(DoubleStream.of(ratios));
        results.addObject()
                .put("measure", "ratio")
                .put("ratio", median)
                .put("ratioMin", sorted[0])
                .put("ratioMax", sorted[sorted.length - 1]);
        voice.say(String.format(
                Locale.ROOT, "ratio      median %.3f (%.3f to %.3f)", median, sorted[0], sorted[sorted.length - 1]));
    }

    private static String announcement(String kind, int rounds, double minutes, int process) {
        return switch (kind) {
            case "start" -> "A window opens and closes: " + (process + 1) + " of " + rounds;
            case "memory" -> String.format(Locale.ROOT, "A window opens and trains for %.1f minutes", minutes);
            default -> "A window opens and drives itself; rounds: " + rounds;
        };
    }

    /** What a window measured; nothing if Ctrl-C came first. */
    private Map<String, List<Double>> open(String kind, int rounds, double minutes) {
        GuestRoom room = new GuestRoom(runs);
        boolean interrupted = false;
        try {
            OptionalInt code =
                    new GuestProcess(room, arguments(kind, rounds, minutes, room.answer())).run(Redirect.DISCARD);
            interrupted = code.isEmpty();
            if (interrupted) {
                return Map.of();
            }
            Map<String, List<Double>> series = Files.exists(room.answer()) ? read(room.answer()) : Map.of();
            if (code.getAsInt() != ExitCode.DONE || series.isEmpty()) {
                throw Problem.of("cli.benchFailed", code.getAsInt(), kind).asException();
            }
            return series;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            // Else the room is being cleared already.
            if (!interrupted) {
                room.close();
            }
        }
    }

    private List<String> arguments(String kind, int rounds, double minutes, Path answer) {
        List<String> arguments = new ArrayList<>(List.of("window", "--measure", kind));
        arguments.addAll(List.of(String.valueOf(rounds), String.valueOf(minutes), answer.toString()));
        if (kind.equals(BenchCommand.PAN)) {
            arguments.add(network);
        }
        return arguments;
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
