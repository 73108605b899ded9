package org.convscope.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunsFolderTest {

    private static final Path HOME = Path.of("/home/ada");

    @Test
    void eachSystemKeepsRunsWhereItKeepsSuchThings() {
        assertEquals(HOME.resolve(".local/share/convscope/runs"), RunsFolder.of("Linux", HOME, Map.of()));
        assertEquals(
                HOME.resolve("Library/Application Support/ConvScope/runs"),
                RunsFolder.of("Mac OS X", HOME, Map.of("XDG_DATA_HOME", "/elsewhere")));
        assertEquals(HOME.resolve("AppData/Local/ConvScope/runs"), RunsFolder.of("Windows 11", HOME, Map.of()));
    }

    @Test
    void aPersonsOwnPlaceIsRespectedUnlessItIsNoWholePath() {
        Path wanted = Path.of("/data").toAbsolutePath();
        assertEquals(
                wanted.resolve("convscope/runs"),
                RunsFolder.of("Linux", HOME, Map.of("XDG_DATA_HOME", wanted.toString())));
        assertEquals(
                wanted.resolve("ConvScope/runs"),
                RunsFolder.of("Windows 11", HOME, Map.of("LOCALAPPDATA", wanted.toString())));
        for (String none : new String[] {"", "data", "./data"}) {
            assertEquals(
                    HOME.resolve(".local/share/convscope/runs"),
                    RunsFolder.of("Linux", HOME, Map.of("XDG_DATA_HOME", none)));
        }
    }

    @Test
    void theProgramsOwnVariableComesFirst() {
        Path wanted = Path.of("/elsewhere").toAbsolutePath();
        for (String system : new String[] {"Linux", "Mac OS X", "Windows 11"}) {
            assertEquals(
                    wanted,
                    RunsFolder.of(
                            system,
                            HOME,
                            Map.of(
                                    RunsFolder.VARIABLE,
                                    wanted.toString(),
                                    "XDG_DATA_HOME",
                                    "/a",
                                    "LOCALAPPDATA",
                                    "/b")));
        }
        assertEquals(
                HOME.resolve(".local/share/convscope/runs"),
                RunsFolder.of("Linux", HOME, Map.of(RunsFolder.VARIABLE, "runs")));
    }

    @Test
    void thisSystemHasOneToo() {
        assertTrue(RunsFolder.standard().isAbsolute());
    }
}
