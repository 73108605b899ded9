package org.convscope.app;

import static org.convscope.app.Spoken.say;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.convscope.cli.ExitCode;
import org.convscope.run.ModelFile;
import org.convscope.run.RecordedRun;
import org.convscope.run.RunStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** How a training ends that a person, a disk or another program disturbs. */
@Timeout(120)
class TrainEndsTest {

    @TempDir
    private Path folder;

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process cannot be asked to end there")
    void anInterruptedTrainingSavesAndSaysExactlyHowToGoOn() throws IOException, InterruptedException {
        Path runs = folder.resolve("my runs");
        Process training = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "train",
                        "lenet",
                        "--limit",
                        "256",
                        "--epochs",
                        "1000",
                        "--threads",
                        "1",
                        "--runs",
                        runs.toString(),
                        "--json")
                .start();
        StringBuilder said = new StringBuilder();
        try (BufferedReader err =
                new BufferedReader(new InputStreamReader(training.getErrorStream(), StandardCharsets.UTF_8))) {
            for (String line = err.readLine(); line != null; line = err.readLine()) {
                said.append(line).append('\n');
                if (line.startsWith("epoch 1/") && line.contains("test loss")) {
                    training.toHandle().destroy();
                }
            }
        } finally {
            training.destroyForcibly().waitFor();
        }
        List<Path> folders;
        try (var all = Files.list(runs)) {
            folders = all.toList();
        }
        assertEquals(1, folders.size());
        String id = folders.get(0).getFileName().toString();
        assertTrue(
                said.toString()
                        .contains("Go on with: ./convscope train --resume " + id + " --runs '" + runs
                                + "' --threads 1\n"),
                said.toString());
        RecordedRun run = new RunStore(runs).open(id).claim();
        assertTrue(run.model().orElseThrow().card().standing().step() >= 1);
        run.release();
    }

    @Test
    void aTrainingThatIsKilledBeforeItsFirstEpochIsOverIsGoneOnWith() throws Exception {
        Path runs = Files.createDirectories(folder.resolve("runs"));
        Process training = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "train",
                        "lenet",
                        "--limit",
                        "4096",
                        "--epochs",
                        "1",
                        "--batch",
                        "64",
                        "--runs",
                        runs.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            while (training.isAlive() && new RunStore(runs).list().isEmpty()) {
                Thread.onSpinWait();
            }
        } finally {
            training.destroyForcibly().waitFor();
        }
        String id = new RunStore(runs).list().get(0).id();
        Spoken resumed = say("runs", "resume", id, "--runs", runs.toString(), "--json", "--quiet");
        assertEquals(ExitCode.DONE, resumed.code(), resumed.err());
        JsonNode end = resumed.lines().get(resumed.lines().size() - 1);
        assertEquals("FINISHED", end.get("state").asText());
        assertEquals(64, end.get("step").asInt());
        assertEquals(id, end.get("run").asText());
        assertEquals(64, new RunStore(runs).open(id).steps().size());
    }

    @Test
    void aRunThatAnotherProgramWritesIsAProblem() throws IOException {
        Path runs = folder.resolve("runs");
        Spoken first = train(runs, "--json");
        assertEquals(ExitCode.DONE, first.code(), first.err());
        String id = first.lines().get(1).get("run").asText();
        RecordedRun held = new RunStore(runs).open(id).claim();
        say("train", "--resume", id, "--runs", runs.toString(), "--json").assertProblem("a run that is held");
        held.release();
        Spoken later = say("train", "--resume", id, "--runs", runs.toString(), "--json");
        assertEquals(ExitCode.DONE, later.code(), later.err());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "not everybody may make links there")
    void whereRunsCannotBeWrittenTheNetworkIsSavedElsewhere() throws IOException {
        Path runs = nowhere();
        Spoken spoken = train(runs, "--json", "--quiet");
        spoken.assertProblem("a link to nowhere as --runs");
        List<JsonNode> lines = spoken.lines();
        assertEquals(3, lines.size(), "an epoch, the end, the problem: " + spoken.out());
        assertEquals("FINISHED", lines.get(1).get("state").asText());
        assertEquals(
                2,
                spoken.err().split("could not be written", -1).length - 1,
                "when it began and at the end: " + spoken.err());
        Path rescued = Path.of(lines.get(1).get("model").asText());
        assertEquals(4, ModelFile.open(rescued).card().standing().step());
        Files.delete(rescued);
        Files.delete(rescued.getParent());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "not everybody may make links there")
    void whereRunsCannotBeWrittenAWishedFileStillIs() throws IOException {
        Path runs = nowhere();
        Path model = folder.resolve("wished.zip");
        Spoken spoken = train(runs, "--save", model.toString(), "--json");
        spoken.assertProblem("a link to nowhere as --runs");
        assertEquals(model.toString(), spoken.lines().get(1).get("model").asText());
        assertEquals(4, ModelFile.open(model).card().standing().step());
    }

    @Test
    void aFileThatCannotBeWrittenIsToldBeforeTheTraining() throws IOException {
        for (String wished : List.of(folder.resolve("none/model.zip").toString(), folder.toString())) {
            Spoken spoken = train(folder.resolve("runs"), "--save", wished, "--json");
            spoken.assertProblem("--save " + wished);
            assertEquals(1, spoken.lines().size());
            assertNotEquals(ExitCode.DONE, spoken.code());
            assertTrue(Files.notExists(folder.resolve("runs")));
        }
    }

    /** No folder can be made here, not even by root, and that only shows when it is tried. */
    private Path nowhere() throws IOException {
        return Files.createSymbolicLink(folder.resolve("runs"), folder.resolve("not/there"));
    }

    private static Spoken train(Path runs, String... more) {
        String[] call = {"train", "lenet", "--limit", "256", "--batch", "64", "--epochs", "1", "--runs", runs.toString()
        };
        String[] all = java.util.Arrays.copyOf(call, call.length + more.length);
        System.arraycopy(more, 0, all, call.length, more.length);
        return say(all);
    }
}
