package org.convscope.cli.peer;

import static org.convscope.problem.ProblemAssert.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.convscope.workbench.Racer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeerProcessTest {

    @TempDir
    private Path folder;

    private final Children children = new Children();

    @AfterEach
    void sendAllAway() {
        children.close();
    }

    private PeerProcess peer() {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Path.of("target", "test-classes").toString(),
                FakePeer.class.getName());
        return new PeerProcess(children, command, folder.resolve("errors"));
    }

    @Test
    void aRacerIsLinesToItsProcess() {
        try (PeerProcess process = peer();
                TorchRacer racer = new TorchRacer(process, Path.of("net.json"))) {
            assertEquals("2.7.1", racer.version());
            assertEquals(new Racer.Turn(1000, 2.25), racer.turn(Racer.Work.LEARN, 2, 1.5));
            assertEquals(new Racer.Turn(5000, Double.NaN), racer.turn(Racer.Work.LOOK_AT_ONE, 1, 1));
            assertEquals(new Racer.Turn(5000, Double.NaN), racer.turn(Racer.Work.LOOK_AT_BATCH, 1, 1));
            assertEquals(List.of(2.5, Double.NaN), racer.losses(2));
            assertEquals(List.of(0.25, 0.75), racer.probabilities());
            assertEquals(
                    "net net.json;threads 2;reset;turn 1.5;threads 1;reset;infer one 1.0;threads 1;reset;"
                            + "infer batch 1.0;threads 1;reset;losses 2;threads 1;reset;probabilities;heard;",
                    process.ask("heard").get("heard").asText());
        }
    }

    @Test
    void whatItCannotDoIsAProblem() {
        try (PeerProcess process = peer()) {
            assertProblem("cli.peerFailed", () -> process.ask("dance"), "dance", "I cannot");
            assertProblem("cli.peerFailed", () -> process.ask("babble"), "bla");
            assertTrue(process.ask("go on").isEmpty(), "it lives on");
        }
    }

    @Test
    void aPeerThatEndsIsAProblemWithItsLastWords() {
        try (PeerProcess process = peer()) {
            assertProblem("cli.peerEnded", () -> process.ask("die"), "3", "out of memory");
        }
    }

    @Test
    void aPeerThatNobodyCanStartIsAProblem() {
        List<String> nothing = List.of(folder.resolve("no-such-program").toString());
        assertProblem("cli.peerEnded", () -> new PeerProcess(children, nothing, folder.resolve("errors")));
    }

    @Test
    void ctrlCThatReachesThePeerFirstIsNoProblem() {
        try (PeerProcess process = peer()) {
            assertThrows(CancellationException.class, () -> process.ask("interrupt"));
        }
    }

    @Test
    void ctrlCEndsAPeerThatIsBeingWaitedFor() {
        PeerProcess process = peer();
        process.ask("go on");
        CompletableFuture<Void> end = CompletableFuture.runAsync(children::close);
        assertThrows(CancellationException.class, () -> process.ask("wait"));
        end.join();
        assertThrows(CancellationException.class, this::peer);
    }

    @Test
    void aBusyCoreIsFreeWhenTheWorkIsDone() {
        List<String> command =
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version");
        // Says nothing on its standard output, so it is never busy.
        assertProblem("cli.peerEnded", () -> new BusyCore(children, command), 0);
        boolean[] done = {false};
        List<String> talking =
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--version");
        new BusyCore(children, talking).during(() -> done[0] = true);
        assertTrue(done[0]);
        assertFalse(children.isEnding());
    }
}
