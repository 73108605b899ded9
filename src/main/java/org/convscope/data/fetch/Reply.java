package org.convscope.data.fetch;

import java.net.http.HttpResponse;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server's answer, behind all redirections. */
record Reply(HttpResponse<Body> response) implements AutoCloseable {

    private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,18})-\\d{1,18}/(\\d{1,18}|\\*)");

    int status() {
        return response.statusCode();
    }

    Body body() {
        return response.body();
    }

    /** Where in the file this part of it begins; empty if the server does not say so. */
    OptionalLong from() {
        Matcher range = range();
        return range.matches() ? OptionalLong.of(Long.parseLong(range.group(1))) : OptionalLong.empty();
    }

    /** How long the whole file is; empty if the server does not say so. */
    OptionalLong total() {
        if (status() == Line.PART_OF_IT) {
            Matcher range = range();
            boolean isKnown = range.matches() && !range.group(2).equals("*");
            return isKnown ? OptionalLong.of(Long.parseLong(range.group(2))) : OptionalLong.empty();
        }
        return response.headers().firstValueAsLong("Content-Length");
    }

    /** What names this version of the file, for {@code If-Range}: a strong entity tag, else a date; empty if none. */
    String validator() {
        return response.headers()
                .firstValue("ETag")
                .filter(tag -> tag.startsWith("\""))
                .or(() -> response.headers().firstValue("Last-Modified"))
                .orElse("");
    }

    @Override
    public void close() {
        body().leave();
    }

    private Matcher range() {
        return RANGE.matcher(response.headers().firstValue("Content-Range").orElse(""));
    }
}
