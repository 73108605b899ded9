package org.convscope.foreign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.convscope.problem.Problem;

/** Reads JSON as a tree of plain values. No class is ever made because a text names it. */
final class Json {

    /** A description of a thousand layers has two million. */
    static final int MOST_BYTES = 32 << 20;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Json() {}

    static JsonNode read(String file, byte[] text) {
        try {
            return JSON.readTree(text);
        } catch (IOException notJson) {
            String said = notJson instanceof JsonProcessingException parser
                    ? parser.getOriginalMessage()
                    : notJson.getMessage();
            throw Problem.of("foreign.notJson", file, said).asException(notJson);
        }
    }
}
