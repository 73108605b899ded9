package org.convscope.bench.torch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bytedeco.openblas.presets.openblas_nolapack;
import org.bytedeco.pytorch.global.torch;

/**
 * Obeys one line after the other and answers each with one line of JSON, until {@code quit} or the end of its input:
 *
 * <ul>
 *   <li>{@code net FILE}: takes up the network that FILE describes
 *   <li>{@code threads N}: computes on so many threads from now on
 *   <li>{@code reset}: goes back to the first parameters
 *   <li>{@code losses N}: the losses of N steps on the batch, from the parameters of now
 *   <li>{@code turn SECONDS}: learns for so long; images a second and the mean loss
 *   <li>{@code infer one|batch SECONDS}: looks for so long, with all activations kept; images a second
 *   <li>{@code probabilities}: of every image of the batch
 *   <li>{@code peak}: GFLOP/s of a matrix product 2048×2048×2048
 * </ul>
 *
 * <p>What cannot be done is answered with {@code {"failure": …}}.
 */
public final class TorchPeer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double NANOS = 1e9;

    private Net net;

    private TorchPeer() {}

    /** Obeys standard input. */
    public static void main(String[] arguments) throws IOException {
        // Whatever a library prints must not come between the answers.
        PrintStream answers = System.out;
        System.setOut(System.err);
        TorchPeer peer = new TorchPeer();
        BufferedReader reader = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = reader.readLine(); line != null && !line.equals("quit"); line = reader.readLine()) {
            answers.println(JSON.writeValueAsString(peer.answer(line)));
            answers.flush();
        }
    }

    private ObjectNode answer(String line) {
        ObjectNode answer = JSON.createObjectNode();
        String[] words = line.split(" ", 2);
        try {
            obey(words[0], words.length < 2 ? "" : words[1], answer);
        } catch (IOException | RuntimeException failure) {
            answer.removeAll();
            answer.put("failure", failure.toString());
        }
        return answer;
    }

    private void obey(String word, String rest, ObjectNode answer) throws IOException {
        switch (word) {
            case "net" -> open(Path.of(rest), answer);
            case "threads" -> answer.put("threads", threads(Integer.parseInt(rest)));
            case "reset" -> net.reset();
            case "losses" -> {
                ArrayNode losses = answer.putArray("losses");
                for (int step = 0; step < Integer.parseInt(rest); step++) {
                    losses.add(net.learn());
                }
            }
            case "turn" -> turn(Double.parseDouble(rest), answer);
            case "infer" -> {
                String[] words = rest.split(" ");
                infer(words[0].equals("one"), Double.parseDouble(words[1]), answer);
            }
            case "probabilities" -> {
                ArrayNode probabilities = answer.putArray("probabilities");
                for (float probability : net.probabilities()) {
                    probabilities.add(probability);
                }
            }
            case "peak" -> answer.put("gigaflops", Peak.measure());
            default -> throw new IllegalArgumentException("No such word: " + word);
        }
    }

    private void open(Path description, ObjectNode answer) throws IOException {
        if (net != null) {
            net.close();
        }
        net = new Net(JSON.readTree(description.toFile()));
        answer.put("libtorch", torch.TORCH_VERSION);
    }

    private static int threads(int count) {
        torch.set_num_threads(count);
        // Of OpenBLAS's own, which dense layers and the matrix product run on.
        openblas_nolapack.blas_set_num_threads(count);
        return torch.get_num_threads();
    }

    private void turn(double seconds, ObjectNode answer) {
        long start = System.nanoTime();
        long steps = 0;
        double lossSum = 0;
        double elapsed = 0;
        while (elapsed < seconds) {
            lossSum += net.learn();
            steps++;
            elapsed = (System.nanoTime() - start) / NANOS;
        }
        answer.put("images", steps * net.batchSize())
                .put("seconds", elapsed)
                .put("imagesPerSecond", steps * net.batchSize() / elapsed)
                .put("loss", lossSum / steps);
    }

    private void infer(boolean one, double seconds, ObjectNode answer) {
        long start = System.nanoTime();
        long images = 0;
        double elapsed = 0;
        while (elapsed < seconds) {
            images += one ? net.lookAtOne() : net.lookAtAll();
            elapsed = (System.nanoTime() - start) / NANOS;
        }
        answer.put("images", images).put("seconds", elapsed).put("imagesPerSecond", images / elapsed);
    }

    /** A node of the description, by name; a failure that names it if there is none. */
    static JsonNode field(JsonNode node, String name) {
        JsonNode value = node.get(name);
        if (value == null) {
            throw new IllegalArgumentException("No " + name + " in " + node);
        }
        return value;
    }
}
