package org.convscope.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Locale;
import org.convscope.problem.Fingerprint;
import org.convscope.problem.Problem;
import org.convscope.problem.ProblemText;
import org.slf4j.LoggerFactory;

/** Where words and JSON go: words to standard output, or to standard error when that belongs to JSON. */
final class Voice {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final PrintWriter out;
    private final PrintWriter err;
    private boolean json;
    private boolean quiet;

    Voice(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    void choose(boolean wantsJson, boolean wantsQuiet) {
        json = wantsJson;
        quiet = wantsQuiet;
    }

    boolean speaksJson() {
        return json;
    }

    /** A result, for a person. */
    void say(String line) {
        if (!json) {
            out.println(line);
            out.flush();
        }
    }

    /** A result for a person that is written already, with its line breaks. */
    void write(String text) {
        if (!json) {
            out.print(text);
            out.flush();
        }
    }

    /** News of work that goes on, for a person; not said when quiet. */
    void tell(String line) {
        if (!quiet) {
            err.println(line);
            err.flush();
        }
    }

    /** A result, for a program: one line. */
    void json(ObjectNode node) {
        if (json) {
            try {
                out.println(MAPPER.writeValueAsString(node));
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException(impossible);
            }
            out.flush();
        }
    }

    /** A new object to fill. */
    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Puts a number, or {@code null} for one that is not known. */
    static void put(ObjectNode node, String key, double value) {
        if (Double.isFinite(value)) {
            node.put(key, value);
        } else {
            node.putNull(key);
        }
    }

    /** Trouble while the work goes on; said even when quiet. */
    void warn(Problem problem) {
        explain(problem.in(Locale.ENGLISH));
    }

    /** The Problem that a command ends with. */
    int complain(Problem problem) {
        ProblemText text = problem.in(Locale.ENGLISH);
        explain(text);
        ObjectNode body = object();
        body.putObject("problem")
                .put("what", text.what())
                .put("value", text.value())
                .put("expected", text.expected())
                .put("advice", text.advice());
        json(body);
        return ExitCode.BAD_INPUT;
    }

    private void explain(ProblemText text) {
        err.println(harmless(text.what()));
        err.println("  " + harmless(text.value()));
        err.println("  " + harmless(text.expected()));
        err.println("  " + harmless(text.advice()));
        err.flush();
    }

    // A Problem may name what a stranger has written into a file; a terminal obeys control characters.
    private static String harmless(String sentence) {
        return sentence.replaceAll("\\p{Cntrl}", "?");
    }

    int apologise(Throwable failure) {
        String fingerprint = Fingerprint.of(failure).code();
        LoggerFactory.getLogger(Voice.class).debug("Failure {}", fingerprint, failure);
        err.println("Something went wrong that should not have: "
                + failure.getClass().getSimpleName()
                + (failure.getMessage() == null ? "" : ": " + failure.getMessage()));
        err.println("  Fingerprint " + fingerprint + ". Please report it with what you did.");
        err.flush();
        return ExitCode.OUR_FAULT;
    }
}
