package org.convscope.frame;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Reads the colours under {@code resources/color}: hexadecimal RGB, blanks between them, # before a remark. */
final class PublishedColors {

    private PublishedColors() {}

    /** The colours of {@code name}, opaque, in their published order. */
    static int[] read(String name) {
        String path = "/color/" + name + ".txt";
        try (InputStream stream = PublishedColors.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("The program is incomplete: " + path + " is missing");
            }
            return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Stream.of(line.split(" ")))
                    .mapToInt(hex -> 0xFF000000 | Integer.parseInt(hex, 16))
                    .toArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
