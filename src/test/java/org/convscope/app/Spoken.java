package org.convscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.convscope.cli.Commands;
import org.convscope.cli.ExitCode;

/** What a command said, and how it ended. */
record Spoken(int code, String out, String err) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Spoken say(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new Commands(Wiring::workbench, Wiring::bench, Windows::open, Windows::watch)
                .run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Spoken(code, out.toString(), err.toString());
    }

    List<JsonNode> lines() throws IOException {
        List<JsonNode> nodes = new ArrayList<>();
        for (String line : out.strip().split("\n")) {
            nodes.add(JSON.readTree(line));
        }
        return nodes;
    }

    JsonNode json() throws IOException {
        assertEquals(ExitCode.DONE, code, err);
        List<JsonNode> lines = lines();
        assertEquals(1, lines.size(), out);
        return lines.get(0);
    }

    /** It ended as VOICE.md promises for bad input; {@code asked} had {@code --json}. */
    void assertProblem(String asked) throws IOException {
        assertEquals(ExitCode.BAD_INPUT, code, asked + ": " + out + err);
        List<JsonNode> lines = lines();
        JsonNode last = lines.get(lines.size() - 1);
        assertKeys(last, "problem");
        assertKeys(last.get("problem"), "what value expected advice");
        assertFalse(err.contains("\tat "), "no stack trace: " + asked);
        assertFalse(err.isBlank(), asked);
    }

    static void assertKeys(JsonNode node, String keys) {
        Set<String> actual = new TreeSet<>();
        node.fieldNames().forEachRemaining(actual::add);
        assertEquals(new TreeSet<>(List.of(keys.split(" "))), actual);
    }
}
