package org.convscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The program's version stands in {@code pom.xml}, once. Everybody else reads it from the jar's manifest.
 * The changelog's headings and the cards of trained models tell history and are left out.
 */
class OneVersionTest {

    private static final List<String> PLACES = List.of(
            "src/main", "src/site", "resources", ".ci", "convscope", "convscope.cmd", "README.md", "CONTRIBUTING.md");

    private static final Pattern OWN_VERSION =
            Pattern.compile("<artifactId>convscope</artifactId>\\s*<version>(.+?)(-SNAPSHOT)?</version>");

    @Test
    void theVersionStandsInThePomAlone() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        var own = OWN_VERSION.matcher(pom);
        assertTrue(own.find(), "pom.xml begins with the version of convscope");
        // Not within a longer version of something else, such as DL4J's.
        Pattern version = Pattern.compile("(?<![\\d.])" + Pattern.quote(own.group(1)) + "(-SNAPSHOT)?(?![-.]?\\w)");
        assertEquals(1, version.matcher(pom).results().count(), "mentions of " + own.group(1) + " in pom.xml");
        List<Path> elsewhere;
        try (Stream<Path> files = PLACES.stream().map(Path::of).flatMap(OneVersionTest::filesIn)) {
            elsewhere = files.filter(file -> version.matcher(text(file)).find()).toList();
        }
        assertEquals(List.of(), elsewhere, "files that repeat the version " + own.group(1));
    }

    private static Stream<Path> filesIn(Path place) {
        if (!Files.exists(place)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.walk(place)) {
            // Not the data sets: nobody writes a version into those.
            return files
                    .filter(Files::isRegularFile)
                    .filter(file -> file.toFile().length() < 1_000_000)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // Byte by byte, so that a picture is text as well.
    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
