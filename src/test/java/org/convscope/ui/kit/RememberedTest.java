package org.convscope.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RememberedTest {

    @TempDir
    private Path folder;

    @Test
    void whatIsPutIsThereTheNextDay() {
        Remembered.in(folder.resolve("new")).put("theme", "DARK");
        assertEquals(Optional.of("DARK"), Remembered.in(folder.resolve("new")).get("theme"));
    }

    @Test
    void whatTwoWindowsRememberIsAllThereTheNextDay() {
        Remembered one = Remembered.in(folder);
        Remembered other = Remembered.in(folder);
        one.put("theme", "DARK");
        other.put("language", "en");
        assertEquals(Optional.of("DARK"), Remembered.in(folder).get("theme"));
        assertEquals(Optional.of("en"), Remembered.in(folder).get("language"));
    }

    @Test
    void aDamagedFileIsAsGoodAsNone() throws IOException {
        Files.writeString(folder.resolve("window.properties"), "theme=\\uXYZ");
        Remembered remembered = Remembered.in(folder);
        assertEquals(Optional.empty(), remembered.get("theme"));
        remembered.put("theme", "DARK");
        assertEquals(Optional.of("DARK"), Remembered.in(folder).get("theme"));
    }

    @Test
    void whereNothingCanBeWrittenItIsRememberedUntilTheEnd() throws IOException {
        Path file = Files.writeString(folder.resolve("not-a-folder"), "");
        Remembered remembered = Remembered.in(file);
        remembered.put("theme", "DARK");
        assertEquals(Optional.of("DARK"), remembered.get("theme"));
    }
}
