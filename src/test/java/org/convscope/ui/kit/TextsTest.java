package org.convscope.ui.kit;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleIntegerProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class TextsTest {

    private static final Path ALL = Path.of("resources/text");
    private static final Path WINDOW = ALL.resolve("ui");
    private static final String CHINESE = "_zh_CN.properties";

    @AfterEach
    void speakEnglishAgain() {
        Texts.language().set(Locale.ENGLISH);
    }

    @Test
    void aTextFollowsTheLanguageAndWhatItNames() {
        SimpleIntegerProperty step = new SimpleIntegerProperty(1);
        StringBinding text = Texts.of("kit.seconds", step);
        assertEquals("1 s", text.get());
        step.set(2);
        assertEquals("2 s", text.get());
        Texts.language().set(Locale.SIMPLIFIED_CHINESE);
        assertEquals("2 秒", text.get());
    }

    @TestFactory
    Stream<DynamicTest> bothLanguagesHaveTheSameKeysAndArguments() throws IOException {
        List<Path> bundles = englishBundles(ALL);
        assertFalse(bundles.isEmpty(), "no bundle found: the search is broken");
        return bundles.stream()
                .map(bundle -> DynamicTest.dynamicTest(ALL.relativize(bundle).toString(), () -> {
                    Properties english = read(bundle);
                    Properties chinese = read(Path.of(bundle.toString().replace(".properties", CHINESE)));
                    assertEquals(
                            new TreeSet<>(english.stringPropertyNames()), new TreeSet<>(chinese.stringPropertyNames()));
                    assertAll(english.stringPropertyNames().stream().map(key -> () -> {
                        assertFalse(english.getProperty(key).isBlank(), key);
                        assertFalse(chinese.getProperty(key).isBlank(), key);
                        assertEquals(arguments(english.getProperty(key)), arguments(chinese.getProperty(key)), key);
                    }));
                }));
    }

    @TestFactory
    Stream<DynamicTest> theWindowUsesEveryKeyAndNoOther() throws IOException {
        Set<String> literals = literals();
        return englishBundles(WINDOW).stream().map(bundle -> {
            String wing = bundle.getFileName().toString().replace(".properties", "");
            return DynamicTest.dynamicTest(
                    wing, () -> compare(wing, read(bundle).stringPropertyNames(), literals));
        });
    }

    /** A literal {@code wing.name} is a key; one that ends in a dot is the beginning of keys made at run time. */
    private static void compare(String wing, Set<String> written, Set<String> literals) {
        Set<String> used = literals.stream()
                .filter(literal -> literal.startsWith(wing + "."))
                .map(literal -> literal.substring(wing.length() + 1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> beginnings = used.stream().filter(key -> key.endsWith(".")).collect(Collectors.toSet());
        assertFalse(
                used.contains(""), "a key made of the wing's name alone could be any: no unused one would be found");
        Set<String> missing = new TreeSet<>(used);
        missing.removeAll(written);
        missing.removeAll(beginnings);
        Set<String> unused = new TreeSet<>(written);
        unused.removeAll(used);
        unused.removeIf(key -> beginnings.stream().anyMatch(key::startsWith));
        assertEquals(Set.of(), missing, "used, but not written");
        assertEquals(Set.of(), unused, "written, but not used");
    }

    @Test
    void everySearchedLiteralIsFound() throws IOException {
        assertTrue(literals().containsAll(Set.of("kit.seconds", "shell.key.", "dock.run")), "the search is broken");
    }

    private static Set<String> literals() throws IOException {
        Pattern literal = Pattern.compile("\"([a-z]+\\.[A-Za-z0-9_.-]*)\"");
        Set<String> found = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/org/convscope/ui"))) {
            for (Path source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher matcher = literal.matcher(Files.readString(source));
                while (matcher.find()) {
                    found.add(matcher.group(1));
                }
            }
        }
        return found;
    }

    private static List<Path> englishBundles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(path -> path.toString().endsWith(".properties"))
                    .filter(path -> !path.toString().endsWith(CHINESE))
                    .sorted()
                    .toList();
        }
    }

    private static Properties read(Path bundle) throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(bundle)) {
            properties.load(reader);
        }
        return properties;
    }

    private static Set<String> arguments(String text) {
        Set<String> arguments = new TreeSet<>();
        Matcher matcher = Pattern.compile("\\{\\d}").matcher(text);
        while (matcher.find()) {
            arguments.add(matcher.group());
        }
        return arguments;
    }
}
