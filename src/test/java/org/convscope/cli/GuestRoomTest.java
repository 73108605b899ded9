package org.convscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.convscope.run.RunsFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuestRoomTest {

    @TempDir
    private Path wished;

    @Test
    void runsAndWhatIsRememberedAreGoneAfterwards() throws IOException {
        Map<String, String> environment =
                new TreeMap<>(Map.of("XDG_CONFIG_HOME", "/home/me/.config", "HOME", "/home/me"));
        Path folder;
        try (GuestRoom room = new GuestRoom(null)) {
            room.host(environment);
            folder = Path.of(environment.get("XDG_CONFIG_HOME"));
            Path runs = Path.of(environment.get(RunsFolder.VARIABLE));
            assertTrue(runs.startsWith(folder));
            Files.createDirectories(runs.resolve("a-run"));
            Files.writeString(runs.resolve("a-run/run.json"), "{}");
            Files.writeString(room.answer(), "frames.0=60");
            assertEquals("/home/me", environment.get("HOME"));
        }
        assertFalse(Files.exists(folder));
    }

    @Test
    void runsThatArePutElsewhereStay() throws IOException {
        Map<String, String> environment = new TreeMap<>(Map.of("APPDATA", "C:\\Users\\me"));
        try (GuestRoom room = new GuestRoom(wished)) {
            room.host(environment);
            assertEquals(wished.toString(), environment.get(RunsFolder.VARIABLE));
            assertTrue(Files.isDirectory(Path.of(environment.get("APPDATA"))));
        }
        assertTrue(Files.isDirectory(wished));
    }
}
