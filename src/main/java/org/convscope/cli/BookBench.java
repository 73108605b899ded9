package org.convscope.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.convscope.problem.Problem;
import org.convscope.workbench.Spread;
import org.convscope.workbench.Workbench;

/** Measures networks in the size of the course, each in a process of its own, so that peaks of memory are its own. */
final class BookBench {

    private static final List<String> NETWORKS = List.of("alexnet", "vgg11", "nin", "googlenet", "resnet18");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Voice voice;
    private final SharedOptions shared;
    private final Function<WorkbenchWishes, Workbench> workbenches;

    BookBench(Voice voice, SharedOptions shared, Function<WorkbenchWishes, Workbench> workbenches) {
        this.voice = voice;
        this.shared = shared;
        this.workbenches = workbenches;
    }

    /** What is measured of a network, in this very process. */
    void here(String network, int batch, int rounds, ArrayNode results) {
        results.add(new BookRun(workbenches.apply(shared.wishes()), network, rounds).measure(batch));
    }

    /**
     * Measures, or returns {@code false}: Ctrl-C came, and the machine ends with its code.
     *
     * @param network one of the networks, or {@code null} for all
     */
    boolean measure(String network, int batch, int rounds, ArrayNode results) {
        for (String one : network == null ? NETWORKS : List.of(network)) {
            voice.tell(one + ": opens, is looked at, and learns " + rounds + " steps of " + batch);
            Optional<JsonNode> measured = elsewhere(one, batch, rounds);
            if (measured.isEmpty()) {
                return false;
            }
            measured.get().get("results").forEach(result -> {
                results.add(result);
                say(result);
            });
        }
        return true;
    }

    private Optional<JsonNode> elsewhere(String network, int batch, int rounds) {
        GuestRoom room = new GuestRoom(shared.runs);
        boolean interrupted = false;
        try {
            Path answer = room.folder().resolve("answer.json");
            OptionalInt code =
                    new GuestProcess(room, arguments(network, batch, rounds)).run(Redirect.to(answer.toFile()));
            interrupted = code.isEmpty();
            if (interrupted) {
                return Optional.empty();
            }
            if (code.getAsInt() != ExitCode.DONE) {
                throw Problem.of("cli.benchFailed", code.getAsInt(), "book, " + network)
                        .asException();
            }
            return Optional.of(MAPPER.readTree(answer.toFile()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            // Else the room is being cleared already.
            if (!interrupted) {
                room.close();
            }
        }
    }

    private List<String> arguments(String network, int batch, int rounds) {
        List<String> arguments = new ArrayList<>(List.of("bench", BenchCommand.BOOK, "--here", "--json"));
        arguments.addAll(List.of("--net", network, "--batch", String.valueOf(batch)));
        arguments.addAll(List.of("--rounds", String.valueOf(rounds), "--threads", shared.threads));
        return arguments;
    }

    private void say(JsonNode of) {
        voice.say(String.format(
                Locale.ROOT,
                "%s, %,d parameters, on %s: open after %.1f s, first maps after %.1f s more; one image, %.1f MB of maps: "
                        + "%.0f ms (%.0f to %.0f); a step of %d images: %.1f s (%.1f to %.1f), %.1f s if somebody looks all the "
                        + "time and is answered after %.2f s (%.2f to %.2f); at most %.1f GB resident, %.1f GB of heap "
                        + "allowed",
                of.get("net").asText(),
                of.get("parameters").asLong(),
                of.get("input").asText(),
                of.get("openMillis").asDouble() / 1e3,
                of.get("firstMapsMillis").asDouble() / 1e3,
                of.get("mapBytes").asDouble() / 1e6,
                of.get("lookMillis").asDouble(),
                of.get("lookMin").asDouble(),
                of.get("lookMax").asDouble(),
                of.get("batch").asInt(),
                of.get("stepSeconds").asDouble(),
                of.get("stepMin").asDouble(),
                of.get("stepMax").asDouble(),
                of.get("watchedStepSeconds").asDouble(),
                of.get("lookWaitMillis").asDouble() / 1e3,
                of.get("lookWaitMin").asDouble() / 1e3,
                of.get("lookWaitMax").asDouble() / 1e3,
                of.get("peakBytes").asDouble() / 1e9,
                of.get("heapBytes").asDouble() / 1e9));
    }

    /** Puts what was spread over rounds: the median, the least and the most. */
    static void put(ObjectNode result, String median, String name, Spread spread) {
        result.put(median, spread.median()).put(name + "Min", spread.least()).put(name + "Max", spread.most());
    }
}
