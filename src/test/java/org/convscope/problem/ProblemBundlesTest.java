package org.convscope.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every Problem that the code can raise has its four sentences in both languages, and no sentence is left over. */
class ProblemBundlesTest {

    private static final Path BUNDLES = Path.of("resources/text/problems");
    private static final Pattern RAISED = Pattern.compile("Problem\\s*\\.of\\(\\s*\"([a-z]+)\\.([A-Za-z]+)\"");

    @Test
    void everyProblemRaisedHasFourSentencesAndEverySentenceIsRaised() throws IOException {
        Set<String> wanted = raised().stream()
                .flatMap(code ->
                        Stream.of(".what", ".value", ".expected", ".advice").map(part -> code + part))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> written = new TreeSet<>();
        for (Path bundle : bundles()) {
            String room = bundle.getFileName().toString().replace(".properties", "");
            read(bundle).stringPropertyNames().forEach(key -> written.add(room + "." + key));
        }
        assertFalse(wanted.isEmpty(), "no Problem found in the sources: the search is broken");
        assertEquals(Set.of(), without(wanted, written), "raised, but not written");
        assertEquals(Set.of(), without(written, wanted), "written, but never raised");
    }

    @TestFactory
    Stream<DynamicTest> bothLanguagesSayTheSameWithTheSameArguments() throws IOException {
        return bundles().stream()
                .map(bundle -> DynamicTest.dynamicTest(bundle.toString(), () -> {
                    Properties english = read(bundle);
                    Properties chinese = read(Path.of(bundle.toString().replace(".properties", "_zh_CN.properties")));
                    assertEquals(english.stringPropertyNames(), chinese.stringPropertyNames());
                    for (String key : english.stringPropertyNames()) {
                        assertEquals(arguments(english.getProperty(key)), arguments(chinese.getProperty(key)), key);
                        assertTrue(
                                chinese.getProperty(key).codePoints().anyMatch(Character::isIdeographic)
                                        || english.getProperty(key).matches("[{}0-9:,. ]*"),
                                key + " is not translated");
                    }
                }));
    }

    private static Set<String> raised() throws IOException {
        Set<String> codes = new HashSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher matcher = RAISED.matcher(Files.readString(source));
                while (matcher.find()) {
                    codes.add(matcher.group(1) + "." + matcher.group(2));
                }
            }
        }
        return codes;
    }

    private static List<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.list(BUNDLES)) {
            return files.filter(path -> !path.toString().contains("_zh_CN"))
                    .sorted()
                    .toList();
        }
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private static Properties read(Path bundle) throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(bundle)) {
            properties.load(reader);
        }
        return properties;
    }

    private static Set<String> arguments(String sentence) {
        Set<String> arguments = new TreeSet<>();
        Matcher matcher = Pattern.compile("\\{\\d}").matcher(sentence);
        while (matcher.find()) {
            arguments.add(matcher.group());
        }
        return arguments;
    }
}
