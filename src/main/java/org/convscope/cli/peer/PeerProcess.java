package org.convscope.cli.peer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.convscope.problem.Problem;

/** A peer that is asked in lines and answers each with one line of JSON. It ends when its input does. */
public final class PeerProcess implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    /** How Java ends at Ctrl-C: 128 and the signal's number. */
    private static final int INTERRUPTED = 130;

    private static final String THREADS = "OMP_NUM_THREADS";
    private static final String WAIT_POLICY = "OMP_WAIT_POLICY";

    private final Children children;
    private final Process process;
    private final Path errors;
    private final BufferedWriter questions;
    private final BufferedReader answers;

    /**
     * Starts {@code command}; what it complains of goes into {@code errors}.
     *
     * @throws org.convscope.problem.ProblemException if there is no such program
     */
    public PeerProcess(Children children, List<String> command, Path errors) {
        this.children = children;
        this.errors = errors;
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        // The launcher sets it for ND4J; the peer is told in lines. What the launcher says of waiting threads, that
        // they
        // sleep, holds for both: with anything else running, spinning ones were up to ten times slower.
        builder.environment().remove(THREADS);
        builder.environment().putIfAbsent(WAIT_POLICY, "PASSIVE");
        try {
            process = children.start(builder);
        } catch (IOException failure) {
            throw ended(failure.toString());
        }
        questions = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Says a line and waits for the answer; a Problem if the peer cannot, or is gone. */
    public JsonNode ask(String line) {
        String answer;
        try {
            questions.write(line);
            questions.newLine();
            questions.flush();
            answer = answers.readLine();
        } catch (IOException brokenPipe) {
            answer = null;
        }
        if (answer == null) {
            throw gone();
        }
        try {
            JsonNode node = MAPPER.readTree(answer);
            if (node.has("failure")) {
                throw Problem.of("cli.peerFailed", line, node.get("failure").asText())
                        .asException();
            }
            return node;
        } catch (JsonProcessingException noJson) {
            throw Problem.of("cli.peerFailed", line, answer).asException(noJson);
        }
    }

    /** Sends it away, and waits until it is gone. */
    @Override
    public void close() {
        children.end(process);
    }

    private RuntimeException gone() {
        int code = process.onExit().join().exitValue();
        if (children.isEnding() || code == INTERRUPTED) {
            return new CancellationException("Interrupted");
        }
        return ended(code + lastWords());
    }

    private static RuntimeException ended(String how) {
        return Problem.of("cli.peerEnded", how).asException();
    }

    private String lastWords() {
        try {
            List<String> lines = Files.readAllLines(errors, StandardCharsets.ISO_8859_1);
            return lines.isEmpty() ? "" : ", " + lines.get(lines.size() - 1);
        } catch (IOException nothingWritten) {
            return "";
        }
    }
}
