package org.convscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.convscope.data.fetch.DatasetsFolder;
import org.convscope.data.fetch.FaultyServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** How a fetch of the real CIFAR-10 ends that a person ends, from a server that has something else. */
@Timeout(120)
class DataFetchEndsTest {

    /** The signal that asks a process to end; Ctrl-C sends 2, which nobody hears whose parents run in the background. */
    private static final int TERMINATE = 15;

    /** Begins like gzip; as long as the published archive, of which a server here sends but the beginning. */
    private static final byte[] LIKE_IT = new byte[170_052_171];

    static {
        LIKE_IT[0] = 0x1F;
        LIKE_IT[1] = (byte) 0x8B;
    }

    @TempDir
    private Path datasets;

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process cannot be asked to end there")
    void anInterruptedFetchKeepsWhatCameAndSaysHowToGoOn() throws Exception {
        try (FaultyServer server = new FaultyServer(FaultyServer.stall(LIKE_IT, 3_000_000))) {
            Process fetching = fetch(server);
            StringBuilder said = new StringBuilder();
            try (BufferedReader err =
                    new BufferedReader(new InputStreamReader(fetching.getErrorStream(), StandardCharsets.UTF_8))) {
                for (String line = err.readLine(); line != null; line = err.readLine()) {
                    said.append(line).append('\n');
                    if (line.startsWith("cifar-10 ")) {
                        server.awaitSilence();
                        fetching.toHandle().destroy();
                    }
                }
            } finally {
                fetching.destroyForcibly();
            }
            assertEquals(128 + TERMINATE, fetching.waitFor(), said.toString());
            assertTrue(
                    said.toString().contains("Go on with: ./convscope data fetch cifar-10 --from '" + server.address()),
                    said.toString());
            assertTrue(Files.exists(datasets.resolve("cifar-10.fetch/archive.part")));
        }
    }

    @Test
    void aKilledFetchIsGoneOnWith() throws Exception {
        try (FaultyServer server = new FaultyServer(FaultyServer.stall(LIKE_IT, 3_000_000), FaultyServer.status(404))) {
            Process fetching = fetch(server);
            server.awaitSilence();
            Path part = datasets.resolve("cifar-10.fetch/archive.part");
            while (!Files.exists(part) || Files.size(part) < 1_000_000) {
                Thread.onSpinWait();
            }
            fetching.destroyForcibly().waitFor();
            long kept = Files.size(part);
            Process again = fetch(server);
            assertEquals(2, again.waitFor());
            assertEquals(kept, server.requests().get(1).from());
            assertEquals(kept, Files.size(part), "a refusal takes nothing away");
        }
    }

    private Process fetch(FaultyServer server) throws IOException {
        ProcessBuilder call = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "data",
                "fetch",
                "cifar-10",
                "--from",
                server.address());
        call.environment().put(DatasetsFolder.VARIABLE, datasets.toString());
        return call.start();
    }
}
