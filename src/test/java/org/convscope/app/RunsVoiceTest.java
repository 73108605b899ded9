package org.convscope.app;

import static org.convscope.app.Spoken.assertKeys;
import static org.convscope.app.Spoken.say;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.convscope.cli.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What can be done with recorded runs by voice, and what others may rely on when they do it from their programs. */
@Timeout(120)
class RunsVoiceTest {

    private static final String KEYS =
            "id network state step testAccuracy bytes started data name note starred open folder problem";

    @TempDir
    private Path folder;

    private String id;

    @BeforeEach
    void train() throws IOException {
        Spoken training = say(
                "train",
                "lenet",
                "--limit",
                "64",
                "--batch",
                "32",
                "--epochs",
                "1",
                "--runs",
                folder.resolve("runs").toString(),
                "--json");
        id = training.lines().get(1).get("run").asText();
    }

    @Test
    void runsAreListedAndFoundByWords() throws IOException {
        JsonNode runs = runs("--json").json();
        assertKeys(runs, "runs");
        assertEquals(1, runs.get("runs").size());
        JsonNode run = runs.get("runs").get(0);
        assertKeys(run, KEYS);
        assertEquals(id, run.get("id").asText());
        assertEquals("FINISHED", run.get("state").asText());
        assertEquals(2, run.get("step").asInt());
        assertEquals("lenet", run.get("network").asText());
        assertTrue(run.get("bytes").asLong() > 200_000, "a LeNet with its records");
        assertTrue(run.get("problem").isNull());
        assertEquals(
                1, runs("list", "LENET", "fashion", "--json").json().get("runs").size());
        assertEquals(
                0, runs("list", "lenet", "mars", "--json").json().get("runs").size());
        assertTrue(runs("list").out().contains(id));
        assertEquals(
                "{\"runs\":[]}\n",
                say("runs", "--runs", folder.resolve("none") + "", "--json").out());
    }

    @Test
    void aRunIsNamedNotedStarredAndShown() throws IOException {
        assertKeys(runs("rename", id, "my", "first", "--json").json(), "id name note starred");
        runs("note", id, "what I wanted to see");
        runs("star", id);
        JsonNode shown = runs("show", id, "--json").json();
        assertKeys(
                shown,
                KEYS
                        + " ended epoch trainLoss trainAccuracy testLoss optimizer learningRate schedule batch epochs seed"
                        + " limit labelNoise options convscope engine sha256");
        assertEquals("my first", shown.get("name").asText());
        assertEquals("what I wanted to see", shown.get("note").asText());
        assertTrue(shown.get("starred").asBoolean());
        assertEquals(32, shown.get("batch").asInt());
        assertTrue(runs("show", id).out().contains("| what I wanted to see"));
        assertEquals(
                1,
                runs("list", "wanted", "--starred", "--json").json().get("runs").size());
        runs("star", id, "--off");
        assertEquals(0, runs("list", "--starred", "--json").json().get("runs").size());
        assertEquals("", runs("rename", id, "", "--json").json().get("name").asText());
    }

    @Test
    void whatWasChangedOnTheWayIsShownStepByStep() throws IOException {
        Files.writeString(
                folder.resolve("runs").resolve(id).resolve("steering.csv"),
                "step,learning rate,schedule,momentum,weight decay,batch size,dropout,label noise,frozen\n"
                        + "1,0.05,constant,0.0,0.0,32,,0.0,\n"
                        + "2,0.05,constant,0.0,0.0,32,,0.0,conv1 fc1\n");
        String said = runs("show", id).out();
        assertTrue(said.contains("  step 1: learning rate 0.9 → 0.05\n"), said);
        assertTrue(said.contains("  step 2: frozen none → conv1 fc1\n"), said);
        JsonNode steering = runs("show", id, "--json").json().get("steering");
        assertEquals(0.05, steering.get(0).get("learningRate").asDouble());
        assertKeys(steering.get(1), "step frozen");
    }

    @Test
    void aRunGoesIntoTheTrashAndComesBack() throws IOException {
        assertKeys(runs("delete", id, "--json").json(), "id folder");
        assertEquals(0, runs("--json").json().get("runs").size());
        assertEquals(1, runs("list", "--trash", "--json").json().get("runs").size());
        runs("show", id, "--json").assertProblem("a run in the trash");
        assertKeys(runs("restore", id, "--json").json(), "id folder");
        assertEquals(1, runs("--json").json().get("runs").size());
        runs("delete", id);
        assertEquals(1, runs("empty-trash", "--json").json().get("removed").asInt());
        runs("restore", id, "--json").assertProblem("a run that is gone");
    }

    @Test
    void aRunIsExportedAndImportedAndGoesOn() throws IOException {
        Path file = folder.resolve("run.zip");
        JsonNode exported = runs("export", id, file.toString(), "--json").json();
        assertKeys(exported, "id file bytes");
        assertEquals(Files.size(file), exported.get("bytes").asLong());
        runs("export", id, file.toString(), "--json").assertProblem("a file that is there");
        runs("import", file.toString(), "--json").assertProblem("a run that is there");
        String others = folder.resolve("others").toString();
        JsonNode taken = say("runs", "import", file.toString(), "--runs", others, "--json")
                .json();
        assertKeys(taken, KEYS);
        assertEquals(id, taken.get("id").asText());
        Spoken resumed = say("runs", "resume", id, "--runs", others, "--json");
        assertEquals(ExitCode.DONE, resumed.code(), resumed.err());
        JsonNode end = resumed.lines().get(0);
        assertEquals("FINISHED", end.get("state").asText());
        assertEquals(2, end.get("step").asInt());
    }

    @Test
    void whatCannotBeDoneIsAProblem() throws IOException {
        for (String command :
                "show none;resume none;delete none;restore ../x;rename none x;note none x;star none".split(";")) {
            runs((command + " --json").split(" ")).assertProblem(command);
        }
        for (String command : "show;resume;delete;restore;rename;note;star;export;import;fly".split(";")) {
            runs(command, "--json").assertProblem(command);
        }
        runs("rename", id, "a\nb", "--json").assertProblem("a name of two lines");
        runs("rename", id, "n".repeat(101), "--json").assertProblem("a long name");
        Path text = Files.writeString(folder.resolve("text"), "no run");
        runs("import", text.toString(), "--json").assertProblem("a text");
        runs("import", folder.resolve("nothing").toString(), "--json").assertProblem("no file");
        runs("export", id, folder.resolve("not/there.zip").toString(), "--json").assertProblem("no folder");
        assertFalse(runs("--json").json().get("runs").isEmpty(), "nothing was lost");
    }

    private Spoken runs(String... words) {
        return say(Stream.of(
                        Stream.of("runs"),
                        Arrays.stream(words),
                        Stream.of("--runs", folder.resolve("runs").toString()))
                .flatMap(word -> word)
                .toArray(String[]::new));
    }
}
