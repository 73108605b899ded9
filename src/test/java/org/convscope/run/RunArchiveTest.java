package org.convscope.run;

import static org.convscope.problem.ProblemAssert.assertProblem;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.convscope.net.Network;
import org.convscope.problem.ProblemException;
import org.convscope.train.Beginning;
import org.convscope.train.Trainer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run goes to another computer in one file; what a stranger made of the file meanwhile does no harm. */
class RunArchiveTest {

    @TempDir
    private Path folder;

    private final Network network = Small.network();
    private final Trainer trainer = Small.trainer(network, Beginning.FRESH);
    private RunStore store;
    private RunStore other;
    private RunRecorder recorder;
    private String id;
    private Path file;

    @BeforeEach
    void export() {
        store = new RunStore(folder.resolve("runs"));
        other = new RunStore(folder.resolve("others"));
        recorder = store.begin(Small.SCENARIO, network, Small.TRAIN.size(), Small.TEST.size(), trouble -> {});
        trainer.listen(recorder);
        trainer.epoch();
        trainer.step();
        id = recorder.card().id();
        store.note(id, notes -> notes.named("far"));
        file = folder.resolve("run.zip");
        store.export(id, file);
    }

    @Test
    void aRunArrivesAsItWasExportedAndGoesOn() throws IOException {
        RunEntry arrived = other.take(file);
        assertEquals(store.entry(id).card(), arrived.card());
        assertEquals("far", arrived.notes().name());
        assertEquals(store.entry(id).bytes(), arrived.bytes());
        assertEquals(List.of(arrived), other.list(), "and nothing beside it");
        RecordedRun run = other.open(id);
        assertEquals(store.open(id).steps(), run.steps());
        assertEquals(store.open(id).scores(), run.scores());
        Network loaded = Small.network();
        run.model().orElseThrow().loadInto(loaded);
        assertEquals(network.checkpoint(), loaded.checkpoint());
        assertArrayEquals(
                Files.readAllBytes(recorder.folder().resolve("snapshots.bin")),
                Files.readAllBytes(run.folder().resolve("snapshots.bin")));
        assertEquals(6, run.beginning(network::checkpoint).step());
        assertArrayEquals(
                Files.readAllBytes(recorder.folder().resolve("model.zip")),
                Files.readAllBytes(run.folder().resolve("model.zip")));
    }

    @Test
    void nothingIsOverwritten() {
        assertProblem("run.fileExists", () -> store.export(id, file), file);
        assertProblem("run.exists", () -> store.take(file), id);
        assertProblem("run.noRun", () -> store.export("none", folder.resolve("none.zip")), "none");
    }

    @Test
    void aRunWithoutANetworkIsExportedToo() throws IOException {
        recorder.close();
        Files.delete(recorder.folder().resolve("model.zip"));
        Path bare = folder.resolve("bare.zip");
        store.export(id, bare);
        other.take(bare);
        assertTrue(other.open(id).model().isEmpty());
        assertTrue(other.open(id).canGoOn(), "its seed draws the first weights again");
    }

    @Test
    void aNameThatLeadsElsewhereIsRefused() throws IOException {
        for (String name : List.of("../run.json", "/etc/convscope", "sub/run.json", "other.txt", "run.lock")) {
            Map<String, byte[]> entries = Zips.entries(file);
            entries.put(name, new byte[] {1});
            refused("run.notARun", entries);
        }
    }

    @Test
    void anIdThatLeadsElsewhereIsRefused() throws IOException {
        for (String wrong : List.of("../escaped", "..", ".trash", "", "a/b", "C:x", "x".repeat(200))) {
            refused("run.cardField", with(RunArchive.CONTENTS, id, wrong));
        }
        refused("run.notARun", with(RunArchive.CONTENTS, id, "another-id"));
    }

    @Test
    void whatWasChangedOnItsWayIsRefused() throws IOException {
        for (String part : List.of(
                "run.json", "metrics.csv", "scores.csv", "layers.csv", "model.zip", "notes.json", "snapshots.bin")) {
            Map<String, byte[]> entries = Zips.entries(file);
            byte[] bytes = entries.get(part).clone();
            bytes[bytes.length / 2] ^= 1;
            entries.put(part, bytes);
            refused("run.changed", entries);
            entries.remove(part);
            refused("run.notARun", entries);
        }
        refused("run.newerFormat", with(RunArchive.CONTENTS, "\"format\":1", "\"format\":2"));
        refused("run.notJson", with(RunArchive.CONTENTS, "{", "<"));
        Map<String, byte[]> bare = Zips.entries(file);
        bare.remove(RunArchive.CONTENTS);
        refused("run.notARun", bare);
    }

    @Test
    void aRunWhoseOwnPartsDoNotFitIsRefusedThoughItsChecksumsAreRight() throws IOException {
        String card = Files.readString(recorder.folder().resolve("run.json"));
        refused("run.newerFormat", replaced("run.json", card.replaceFirst("\"format\" : 1", "\"format\" : 99")));
        refused("run.notARun", replaced("run.json", card.replace(id, "20200101-000000-lenet-000000")));
        refused("run.notJson", replaced("notes.json", "no notes"));
        refused("run.notAModel", replaced("model.zip", "no model"));
        refused("run.notARun", replaced("snapshots.bin", "no snapshots"));
    }

    @Test
    void whatGrowsWithoutEndIsNotUnpacked() throws IOException {
        byte[] bomb = new byte[64 << 20];
        Map<String, byte[]> entries = Zips.entries(file);
        entries.put("scores.csv", bomb);
        Path made = folder.resolve("bomb.zip");
        Zips.write(made, entries);
        assertTrue(Files.size(made) < 1 << 20, "it is a bomb");
        entries.put("model.zip", new byte[8 << 20]);
        refused("run.tooLong", entries);
    }

    @Test
    void whatIsNoZipOrIsTornIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 40; i++) {
            byte[] torn = Arrays.copyOf(whole, random.nextInt(whole.length));
            Path made = folder.resolve("torn-" + i);
            Files.write(made, torn);
            assertProblem("run.notARun", () -> other.take(made), made);
        }
        for (int i = 0; i < 40; i++) {
            byte[] wrong = whole.clone();
            wrong[random.nextInt(wrong.length)] ^= (byte) (1 << random.nextInt(8));
            Path made = folder.resolve("wrong-" + i);
            Files.write(made, wrong);
            try {
                other.take(made);
                assertEquals(store.open(id).steps(), other.open(id).steps(), "a bit that says nothing");
                other.delete(id);
                other.trash().empty();
            } catch (ProblemException refused) {
                assertTrue(refused.problem().code().startsWith("run."));
            }
        }
        assertProblem("run.notARun", () -> other.take(folder.resolve("none")));
        assertProblem("run.notARun", () -> other.take(folder));
        nothingIsLeft();
    }

    private Map<String, byte[]> with(String part, String from, String to) throws IOException {
        Map<String, byte[]> entries = Zips.entries(file);
        String text = new String(entries.get(part), StandardCharsets.UTF_8);
        entries.put(part, text.replace(from, to).getBytes(StandardCharsets.UTF_8));
        return entries;
    }

    /** Another part, and the checksum that goes with it. */
    private Map<String, byte[]> replaced(String part, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String before = sha256(Zips.entries(file).get(part));
        Map<String, byte[]> entries = with(RunArchive.CONTENTS, before, sha256(bytes));
        entries.put(part, bytes);
        return entries;
    }

    private static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(ModelZip.sha256().digest(bytes));
    }

    private void refused(String code, Map<String, byte[]> entries) throws IOException {
        Path made = folder.resolve("made.zip");
        Zips.write(made, entries);
        assertProblem(code, () -> other.take(made));
        nothingIsLeft();
    }

    private void nothingIsLeft() throws IOException {
        assertEquals(List.of(), other.list());
        Path unpacked = folder.resolve("others").resolve(RunImport.FOLDER);
        if (Files.exists(unpacked)) {
            try (Stream<Path> files = Files.list(unpacked)) {
                assertEquals(0, files.count());
            }
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertTrue(files.noneMatch(path -> path.toString().contains("escaped")));
        }
    }
}
