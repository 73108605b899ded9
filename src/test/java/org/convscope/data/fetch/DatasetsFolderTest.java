package org.convscope.data.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the paths below begin with a slash")
class DatasetsFolderTest {

    private static final Path HOME = Path.of("/home/kim");

    @Test
    void itLiesWhereEachSystemKeepsData() {
        assertFolder("/home/kim/.local/share/convscope/datasets", "Linux", Map.of());
        assertFolder("/data/convscope/datasets", "Linux", Map.of("XDG_DATA_HOME", "/data"));
        assertFolder("/home/kim/.local/share/convscope/datasets", "Linux", Map.of("XDG_DATA_HOME", "data"));
        assertFolder("/home/kim/Library/Application Support/ConvScope/datasets", "Mac OS X", Map.of());
        assertFolder("/local/ConvScope/datasets", "Windows 11", Map.of("LOCALAPPDATA", "/local"));
        assertFolder("/home/kim/AppData/Local/ConvScope/datasets", "Windows 11", Map.of());
    }

    @Test
    void theEnvironmentNamesAnother() {
        assertFolder("/big", "Linux", Map.of(DatasetsFolder.VARIABLE, "/big"));
        assertFolder("/home/kim/.local/share/convscope/datasets", "Linux", Map.of(DatasetsFolder.VARIABLE, "big"));
    }

    private static void assertFolder(String expected, String system, Map<String, String> environment) {
        assertEquals(Path.of(expected), DatasetsFolder.of(system, HOME, environment));
    }
}
