package org.convscope.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.convscope.problem.Problem;
import org.convscope.problem.ProblemException;

/** The fields of one JSON object; whatever is missing or of another kind is a Problem that names it. */
final class CardFields {

    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_QUOTE = 60;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String file;
    private final String path;
    private final JsonNode json;

    /** The object that a text is; {@code file} is where it stands. */
    static CardFields parse(String file, byte[] text) {
        try {
            return new CardFields(file, "", JSON.readTree(text));
        } catch (IOException notJson) {
            String said = notJson instanceof JsonProcessingException parser
                    ? parser.getOriginalMessage()
                    : notJson.getMessage();
            throw Problem.of("run.notJson", file, said).asException(notJson);
        }
    }

    /** The {@code format} that a file is of, which this program must know. */
    void mustBeOfFormat(int newest) {
        int format = integer("format", 1, Integer.MAX_VALUE);
        if (format > newest) {
            throw Problem.of("run.newerFormat", file, format, newest).asException();
        }
    }

    private CardFields(String file, String path, JsonNode json) {
        this.file = file;
        this.path = path;
        this.json = json;
    }

    CardFields object(String name) {
        return new CardFields(file, path + name + ".", field(name, JsonNode::isObject));
    }

    /** Whether there is such a field. */
    boolean has(String name) {
        return json.has(name);
    }

    /** Texts, no more than {@code most}. */
    List<String> list(String name, int most) {
        JsonNode list = field(name, value -> value.isArray() && value.size() <= most);
        List<String> texts = new ArrayList<>();
        for (JsonNode text : list) {
            if (!isShort(text)) {
                throw problem(name);
            }
            texts.add(text.textValue());
        }
        return texts;
    }

    String text(String name) {
        return field(name, CardFields::isShort).textValue();
    }

    boolean truth(String name) {
        return field(name, JsonNode::isBoolean).booleanValue();
    }

    double number(String name) {
        return field(name, JsonNode::isNumber).doubleValue();
    }

    double numberOrNaN(String name) {
        JsonNode field = field(name, value -> value.isNumber() || value.isNull());
        return field.isNull() ? Double.NaN : field.doubleValue();
    }

    long wholeNumber(String name) {
        return field(name, value -> value.isIntegralNumber() && value.canConvertToLong())
                .longValue();
    }

    int integer(String name, int least, int most) {
        return field(name, value -> isBetween(value, least, most)).intValue();
    }

    int[] integers(String name, int count, int most) {
        JsonNode list = field(name, value -> value.isArray() && value.size() == count);
        int[] values = new int[count];
        for (int i = 0; i < count; i++) {
            if (!isBetween(list.get(i), 1, most)) {
                throw problem(name);
            }
            values[i] = list.get(i).intValue();
        }
        return values;
    }

    <E extends Enum<E>> E oneOf(String name, E[] values) {
        String wanted = text(name);
        return Arrays.stream(values)
                .filter(value -> value.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> problem(name));
    }

    Optional<Instant> instant(String name) {
        JsonNode field = field(name, value -> isShort(value) || value.isNull());
        try {
            return field.isNull() ? Optional.empty() : Optional.of(Instant.parse(field.textValue()));
        } catch (DateTimeException notAMoment) {
            throw problem(name);
        }
    }

    /** All fields as texts. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        json.fieldNames().forEachRemaining(name -> texts.put(name, text(name)));
        return texts;
    }

    /** All fields as truths. */
    Map<String, Boolean> truths() {
        Map<String, Boolean> truths = new LinkedHashMap<>();
        json.fieldNames().forEachRemaining(name -> truths.put(name, truth(name)));
        return truths;
    }

    ProblemException problem(String name) {
        JsonNode found = json.path(name);
        String quote = found.isMissingNode() ? "–" : found.toString();
        return Problem.of(
                        "run.cardField",
                        file,
                        path + name,
                        quote.length() > LONGEST_QUOTE ? quote.substring(0, LONGEST_QUOTE) + "…" : quote)
                .asException();
    }

    private JsonNode field(String name, Predicate<JsonNode> fits) {
        JsonNode field = json.path(name);
        if (!fits.test(field)) {
            throw problem(name);
        }
        return field;
    }

    private static boolean isShort(JsonNode value) {
        return value.isTextual() && value.textValue().length() <= LONGEST_TEXT;
    }

    private static boolean isBetween(JsonNode value, int least, int most) {
        return value.isIntegralNumber()
                && value.canConvertToInt()
                && value.intValue() >= least
                && value.intValue() <= most;
    }
}
