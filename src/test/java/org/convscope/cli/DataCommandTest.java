package org.convscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.convscope.data.Dataset;
import org.convscope.data.DatasetCard;
import org.convscope.data.DatasetSource;
import org.convscope.data.Datasets;
import org.convscope.data.FetchedDataset;
import org.convscope.data.fetch.FaultyServer;
import org.convscope.data.fetch.Fetch;
import org.convscope.data.fetch.FetchTools;
import org.convscope.data.fetch.Parcel;
import org.convscope.data.fetch.Tar;
import org.convscope.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code data list} and {@code data fetch} on a little dataset that a server on this machine gives. */
@Timeout(60)
class DataCommandTest {

    private static final byte[] ARCHIVE = Tar.cifar(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path datasets;

    private String out;
    private String err;

    @Test
    void aDatasetIsListedFetchedAndListedAgain() throws IOException {
        try (FaultyServer server = new FaultyServer(FaultyServer.file(ARCHIVE))) {
            JsonNode before = little(server);
            assertFalse(before.get("here").asBoolean());
            assertEquals(ARCHIVE.length, before.get("bytes").asInt());
            assertTrue(before.get("folder").isNull());

            assertEquals(ExitCode.DONE, say(server, "fetch", "little", "--json"), err);
            List<JsonNode> lines = lines();
            JsonNode whole = lines.get(lines.size() - 2);
            assertEquals("progress", whole.get("event").asText());
            assertEquals(ARCHIVE.length, whole.get("bytes").asInt());
            assertEquals(ARCHIVE.length, whole.get("total").asInt());
            assertTrue(whole.get("bytesPerSecond").asDouble() > 0);
            JsonNode end = lines.get(lines.size() - 1);
            assertEquals(
                    "{\"event\":\"end\",\"state\":\"FETCHED\",\"id\":\"little\",\"folder\":\"" + folder() + "\"}",
                    end.toString());
            assertTrue(err.contains("100 %"), "people read on standard error: " + err);

            JsonNode after = little(server);
            assertTrue(after.get("here").asBoolean());
            assertEquals(folder(), after.get("folder").asText());

            assertEquals(ExitCode.DONE, say(server, "fetch", "little"));
            assertTrue(out.contains("is here already, in " + folder()), out);
            assertEquals(1, server.requests().size());
        }
    }

    @Test
    void whatShipsIsHereAndNotFetched() throws IOException {
        try (FaultyServer server = new FaultyServer(FaultyServer.status(500))) {
            assertEquals(ExitCode.DONE, say(server, "fetch", "mnist"));
            assertEquals("MNIST is here: it comes with the program.\n", out);
            assertEquals(ExitCode.DONE, say(server, "fetch", "mnist", "--json"));
            assertEquals("HERE", lines().get(0).get("state").asText());
            assertEquals(0, server.requests().size());
        }
    }

    @Test
    void aMirrorGivesTheSameBytesOrAProblem() throws IOException {
        try (FaultyServer server = new FaultyServer(FaultyServer.status(404));
                FaultyServer mirror = new FaultyServer(FaultyServer.file(new byte[500]), FaultyServer.file(ARCHIVE))) {
            assertEquals(ExitCode.BAD_INPUT, say(server, "fetch", "little"));
            assertTrue(err.contains("404"), err);
            assertEquals(ExitCode.BAD_INPUT, say(server, "fetch", "little", "--from", mirror.address(), "--json"));
            assertTrue(lines().get(lines().size() - 1).has("problem"), out);
            assertEquals(ExitCode.DONE, say(server, "fetch", "little", "--quiet", "--from", mirror.address()), err);
            assertEquals("", err);
            assertEquals("Little is here now, in " + folder() + "\n", out);
        }
    }

    @Test
    void nonsenseIsAProblem() throws IOException {
        try (FaultyServer server = new FaultyServer(FaultyServer.status(404))) {
            for (String[] call : new String[][] {
                {"fetch", "cifar"},
                {"fetch", ""},
                {"fetch", "little", "--from", "archive.tar.gz"},
                {"fetch", "little", "--from", "file:///etc/passwd"}
            }) {
                assertEquals(ExitCode.BAD_INPUT, say(server, call), String.join(" ", call));
                assertEquals(4, err.lines().count(), err);
            }
        }
    }

    @Test
    void theListIsForPeopleToo() throws IOException {
        try (FaultyServer server = new FaultyServer(FaultyServer.status(404))) {
            assertEquals(ExitCode.DONE, say(server));
            String bare = out;
            assertEquals(ExitCode.DONE, say(server, "list"));
            assertEquals(bare, out);
            assertEquals(Datasets.ALL.size() + 1, out.lines().count());
            assertTrue(out.contains("not here: ./convscope data fetch little (1 MB)"), out);
            assertTrue(out.contains("mnist") && out.contains("here, with the program"), out);
        }
    }

    private JsonNode little(FaultyServer server) throws IOException {
        assertEquals(ExitCode.DONE, say(server, "list", "--json"), err);
        List<JsonNode> listed = new ArrayList<>();
        lines().get(0).get("datasets").forEach(listed::add);
        assertEquals(Datasets.ALL.size() + 1, listed.size());
        JsonNode mnist = listed.get(1);
        assertTrue(mnist.get("here").asBoolean() && mnist.get("bytes").isNull(), mnist.toString());
        assertEquals("[1,28,28]", mnist.get("shape").toString());
        return listed.get(listed.size() - 1);
    }

    private List<JsonNode> lines() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : out.strip().split("\n")) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    private int say(FaultyServer server, String... arguments) {
        StringWriter said = new StringWriter();
        StringWriter told = new StringWriter();
        Voice voice = new Voice(new PrintWriter(said), new PrintWriter(told));
        CommandLine line = DataCommand.line(
                voice,
                Stream.concat(Datasets.ALL.stream(), Stream.of(source(server))).toList());
        line.setExecutionExceptionHandler((failure, command, parsed) -> Commands.answerFor(failure, voice));
        int code = line.execute(arguments);
        out = said.toString();
        err = told.toString();
        return code;
    }

    private String folder() {
        return datasets.resolve("little").toString();
    }

    private DatasetSource source(FaultyServer server) {
        DatasetCard card = new DatasetCard(
                "little",
                "Little",
                List.of("a", "b"),
                Shape.of(3, 32, 32),
                50,
                10,
                "CC0-1.0",
                "https://example.org",
                Map.of());
        Parcel parcel = Tar.parcel(ARCHIVE, Tar.files(10), server.address());
        FetchedDataset fetched = new FetchedDataset(card, new Fetch(parcel, datasets, FetchTools.STANDARD));
        return new DatasetSource() {
            @Override
            public DatasetCard card() {
                return fetched.card();
            }

            @Override
            public Dataset load() {
                return fetched.load();
            }

            @Override
            public Optional<Fetch> fetch() {
                return Optional.of(fetched.fetch());
            }
        };
    }
}
