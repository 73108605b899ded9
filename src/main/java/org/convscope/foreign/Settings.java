package org.convscope.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.convscope.problem.Problem;
import org.convscope.problem.ProblemException;

/** The settings of a layer; one of another kind or out of all bounds is a Problem that names it. */
final class Settings {

    /** No kernel, stride or padding of a real network is longer. */
    static final int LONGEST_WINDOW = 256;

    private static final int LONGEST_QUOTE = 60;

    private final String file;
    private final String layer;
    private final JsonNode json;

    Settings(String file, String layer, JsonNode json) {
        this.file = file;
        this.layer = layer;
        this.json = json;
    }

    boolean has(String name) {
        return !json.path(name).isMissingNode() && !json.path(name).isNull();
    }

    JsonNode json(String name) {
        return json.path(name);
    }

    /** Settings of a part of the layer; none of them are there if it is not. */
    Settings part(String name) {
        return new Settings(file, layer + "." + name, json.path(name));
    }

    int integer(String name, int least, int most) {
        return integer(name, json.path(name), least, most);
    }

    double number(String name, double otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        JsonNode value = json.path(name);
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw wrong(name);
        }
        return value.doubleValue();
    }

    boolean truth(String name, boolean otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        if (!json.path(name).isBoolean()) {
            throw wrong(name);
        }
        return json.path(name).booleanValue();
    }

    /** A word, or empty where there is none. */
    Optional<String> word(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        if (!json.path(name).isTextual()) {
            throw wrong(name);
        }
        return Optional.of(json.path(name).textValue());
    }

    /** Two numbers, rows first; one number stands for both. */
    int[] pair(String name, int least) {
        JsonNode value = json.path(name);
        if (value.isArray() && value.size() == 2) {
            return new int[] {
                integer(name, value.get(0), least, LONGEST_WINDOW), integer(name, value.get(1), least, LONGEST_WINDOW)
            };
        }
        int both = integer(name, value.isArray() && value.size() == 1 ? value.get(0) : value, least, LONGEST_WINDOW);
        return new int[] {both, both};
    }

    /** What is wrong with a setting. */
    ProblemException wrong(String name) {
        return Problem.of("foreign.setting", file, layer + "." + name, quote(json.path(name)))
                .asException();
    }

    /** A value as it stands in the file, cut where it is long. */
    static String quote(JsonNode found) {
        String text = found.isMissingNode() ? "–" : found.toString();
        return text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "…" : text;
    }

    private int integer(String name, JsonNode value, int least, int most) {
        // TensorFlow.js writes 2 and 2.0 alike.
        boolean whole = value.isNumber() && value.doubleValue() == Math.rint(value.doubleValue());
        if (!whole || value.doubleValue() < least || value.doubleValue() > most) {
            throw wrong(name);
        }
        return value.intValue();
    }
}
