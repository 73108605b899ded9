package org.convscope.cli.peer;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.convscope.workbench.Racer;

/** libtorch, as it races: every call is a line to its process. */
public final class TorchRacer implements Racer {

    private final PeerProcess process;
    private final String version;

    /** Has the process take up the network of a {@link Description}. */
    public TorchRacer(PeerProcess process, Path description) {
        this.process = process;
        this.version = process.ask("net " + description).path("libtorch").asText();
    }

    /** Version of libtorch. */
    public String version() {
        return version;
    }

    @Override
    public Turn turn(Work work, int threads, double seconds) {
        begin(threads);
        JsonNode answer = process.ask(
                switch (work) {
                    case LEARN -> "turn " + seconds;
                    case LOOK_AT_ONE -> "infer one " + seconds;
                    case LOOK_AT_BATCH -> "infer batch " + seconds;
                });
        return new Turn(
                answer.path("imagesPerSecond").asDouble(), answer.path("loss").asDouble(Double.NaN));
    }

    @Override
    public List<Double> losses(int steps) {
        begin(1);
        return numbers(process.ask("losses " + steps).path("losses"));
    }

    @Override
    public List<Double> probabilities() {
        begin(1);
        return numbers(process.ask("probabilities").path("probabilities"));
    }

    /** Its process has another end than one race. */
    @Override
    public void close() {
        // Nothing is its own.
    }

    private void begin(int threads) {
        process.ask("threads " + threads);
        process.ask("reset");
    }

    private static List<Double> numbers(JsonNode list) {
        List<Double> numbers = new ArrayList<>();
        // A NaN is no number in JSON, and comes as a word.
        list.forEach(number -> numbers.add(number.isNumber() ? number.asDouble() : Double.NaN));
        return numbers;
    }
}
