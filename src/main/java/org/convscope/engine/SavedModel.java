package org.convscope.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.convscope.net.Checkpoint;
import org.convscope.net.ModelSink;
import org.convscope.net.ModelSource;
import org.convscope.problem.Problem;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The entries of a saved network: those of DL4J's own zip, which DL4J can open, and the number of steps,
 * which it has no place for.
 *
 * <p>Reading takes numbers only. DL4J's configuration names Java classes to be made, so it is written for
 * others and never read here: the blueprint says what the network is.
 */
final class SavedModel {

    static final String CONFIGURATION = "configuration.json";
    static final String PARAMETERS = "coefficients.bin";
    static final String OPTIMIZER_STATE = "updaterState.bin";
    static final String STEP = "convscope-step.txt";

    /** What {@link #read} may ask for. */
    static final List<String> READ = List.of(PARAMETERS, OPTIMIZER_STATE, STEP);

    private static final int MOST_DIGITS = 9;

    private SavedModel() {}

    static void write(ModelSink sink, ComputationGraphConfiguration configuration, ComputationGraph graph, long step)
            throws IOException {
        configuration.setIterationCount(Math.toIntExact(step));
        writeText(sink, CONFIGURATION, configuration.toJson());
        ArrayFormat.write(graph.params(), sink.entry(PARAMETERS));
        INDArray state = graph.getUpdater().getStateViewArray();
        if (state != null) {
            ArrayFormat.write(state, sink.entry(OPTIMIZER_STATE));
        }
        writeText(sink, STEP, Long.toString(step));
    }

    /** Reads so many parameters and so much optimizer state; a network that keeps no state asks for none. */
    static Checkpoint read(ModelSource source, int parameters, int state) throws IOException {
        float[] values = readArray(source, PARAMETERS, parameters);
        float[] optimizerState = state == 0 ? new float[0] : readArray(source, OPTIMIZER_STATE, state);
        return new Checkpoint(readStep(source), values, optimizerState);
    }

    private static float[] readArray(ModelSource source, String name, int expected) throws IOException {
        InputStream entry = source.entry(name);
        if (entry == null) {
            throw Problem.of("engine.noEntry", name).asException();
        }
        return ArrayFormat.read(name, entry, expected);
    }

    /** A zip that DL4J has written itself does not say; its steps count from 0. */
    private static long readStep(ModelSource source) throws IOException {
        InputStream entry = source.entry(STEP);
        if (entry == null) {
            return 0;
        }
        try (entry) {
            String text = new String(entry.readNBytes(MOST_DIGITS + 1), StandardCharsets.US_ASCII);
            if (!text.matches("[0-9]{1," + MOST_DIGITS + "}")) {
                throw Problem.of("engine.wrongStep", STEP, text.replaceAll("[^\\p{Alnum} .+-]", "?"))
                        .asException();
            }
            return Long.parseLong(text);
        }
    }

    private static void writeText(ModelSink sink, String name, String text) throws IOException {
        try (OutputStream entry = sink.entry(name)) {
            entry.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
