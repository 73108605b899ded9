package org.convscope.run;

import static org.convscope.problem.ProblemAssert.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.convscope.net.Network;
import org.convscope.problem.Problem;
import org.convscope.train.Beginning;
import org.convscope.train.Trainer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two programs on one run: the second is told, and nothing of the first is touched. */
@Timeout(60)
class OwnershipTest {

    @TempDir
    private Path root;

    private final Network network = Small.network();
    private final Trainer trainer = Small.trainer(network, Beginning.FRESH);
    private final List<Problem> troubles = new ArrayList<>();
    private RunStore store;
    private RunRecorder recorder;

    /** Another program: claims the run of an id until its standard input ends. */
    static final class Other {

        private Other() {}

        public static void main(String[] arguments) throws IOException {
            new RunStore(Path.of(arguments[0])).open(arguments[1]).claim();
            System.out.println("claimed");
            System.in.read();
        }
    }

    @BeforeEach
    void record() {
        store = new RunStore(root);
        recorder = store.begin(Small.SCENARIO, network, Small.TRAIN.size(), Small.TEST.size(), troubles::add);
        trainer.listen(recorder);
        trainer.step();
    }

    @Test
    void aRunThatIsBeingWrittenIsNotResumed() throws IOException {
        List<String> metrics = Files.readAllLines(recorder.folder().resolve("metrics.csv"));
        RecordedRun run = store.open(recorder.card().id());
        assertProblem("run.owned", run::claim, recorder.folder());
        assertProblem("run.owned", () -> run.resume(Small.network(), troubles::add), recorder.folder());
        assertProblem("run.owned", () -> store.delete(recorder.card().id()), recorder.folder());
        assertEquals(metrics, Files.readAllLines(recorder.folder().resolve("metrics.csv")));
        trainer.step();
        assertEquals(2, run.steps().size(), "the first goes on as if nothing had been");
        assertEquals(List.of(), troubles);
    }

    @Test
    void aClosedRunCanBeResumedByOneOnly() {
        recorder.close();
        RecordedRun run = store.open(recorder.card().id());
        RunRecorder second = run.resume(network, troubles::add);
        RecordedRun again = store.open(recorder.card().id());
        assertProblem("run.owned", again::claim);
        second.close();
        again.claim();
        again.release();
        assertEquals(again.folder(), again.claim().folder());
        again.release();
    }

    @Test
    void aResetLetsGoOfTheOldFolder() {
        String first = recorder.card().id();
        trainer.reset();
        store.open(first).claim().release();
        trainer.step();
        assertProblem("run.owned", () -> store.open(recorder.card().id()).claim());
    }

    @Test
    void aFolderThatWasRemovedMeanwhileIsMadeAndOwnedAgain() throws IOException {
        try (var files = Files.list(recorder.folder())) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(recorder.folder());
        trainer.step();
        assertEquals(List.of(), troubles);
        assertProblem("run.owned", () -> store.open(recorder.card().id()).claim());
    }

    @Test
    void anotherProgramOwnsItUntilItDies() throws IOException, InterruptedException {
        recorder.close();
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Other.class.getName(),
                        root.toString(),
                        recorder.card().id())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8))) {
            assertEquals("claimed", said.readLine());
            RecordedRun run = store.open(recorder.card().id());
            assertProblem("run.owned", run::claim, recorder.folder());
            trainer.step();
            assertEquals(
                    List.of("run.owned"), troubles.stream().map(Problem::code).toList(), "told, once");
            assertEquals(1, run.steps().size(), "nothing was written into another's record");

            other.destroyForcibly().waitFor();
            recorder.record();
            assertEquals(2, run.steps().size(), "nothing was lost meanwhile");
            assertTrue(Files.exists(recorder.folder().resolve(Ownership.FILE)));
        } finally {
            other.destroyForcibly();
        }
    }
}
