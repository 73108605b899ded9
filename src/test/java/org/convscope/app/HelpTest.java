package org.convscope.app;

import static org.convscope.app.Spoken.say;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.convscope.blueprint.Architecture;
import org.convscope.blueprint.Zoo;
import org.convscope.cli.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {

    @Test
    void theHelpListsEveryCommandWithWhatItIsFor() {
        Spoken help = say("--help");
        assertEquals(ExitCode.DONE, help.code(), help.err());
        for (String command : "train census look explain predict mistakes models runs data doctor bench".split(" ")) {
            assertTrue(help.out().matches("(?s).*\\n +" + command + " +\\p{Lu}.*"), command + " in " + help.out());
        }
        assertEquals("", help.err());
    }

    @Test
    void theNetworksAreListedBySizeInLinesThatFit() {
        for (String command : new String[] {"census", "train"}) {
            String help = say(command, "--help").out();
            String networks = help.substring(help.indexOf("Networks:"));
            for (Architecture architecture : Zoo.ALL) {
                assertTrue(networks.matches("(?s).*\\s" + architecture.id() + "\\s.*"), architecture.id());
            }
            assertTrue(networks.lines().allMatch(line -> line.length() <= 80), networks);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "list",
                "show",
                "resume",
                "rename",
                "note",
                "star",
                "export",
                "import",
                "delete",
                "restore",
                "empty-trash"
            })
    void whatIsDoneWithARunSaysHowItIsCalled(String command) {
        Spoken help = say("runs", command, "--help");
        assertEquals(ExitCode.DONE, help.code(), help.err());
        assertTrue(help.out().contains("convscope runs " + command), help.out());
        assertTrue(say("runs", "--help").out().matches("(?s).*\\n +" + command + " +\\p{Lu}.*"), command);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "train",
                "census",
                "look",
                "explain",
                "predict",
                "mistakes",
                "models",
                "runs",
                "data",
                "doctor",
                "bench"
            })
    void everyCommandSaysHowItIsCalledAndDoesNothingElse(String command) {
        Spoken help = say(command, "--help");
        assertEquals(ExitCode.DONE, help.code(), help.err());
        assertTrue(help.out().contains("convscope " + command), help.out());
        assertTrue(help.out().contains("--json"), help.out());
        assertEquals("", help.err());
    }
}
