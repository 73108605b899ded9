package org.convscope.run;

import static org.convscope.problem.ProblemAssert.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.convscope.net.Network;
import org.convscope.train.Beginning;
import org.convscope.train.Trainer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person does with runs: delete, bring back, name, note, star, find. */
class RunTrashTest {

    @TempDir
    private Path root;

    private final Network network = Small.network();
    private RunStore store;
    private RunRecorder recorder;
    private String id;

    @BeforeEach
    void record() {
        store = new RunStore(root);
        recorder = store.begin(Small.SCENARIO, network, Small.TRAIN.size(), Small.TEST.size(), trouble -> {});
        Trainer trainer = Small.trainer(network, Beginning.FRESH);
        trainer.listen(recorder);
        trainer.step();
        recorder.close();
        id = recorder.card().id();
    }

    @Test
    void aDeletedRunWaitsInTheTrashAndComesBackAsItWas() {
        RunEntry before = store.entry(id);
        Path trash = store.delete(id);
        assertEquals(List.of(), store.list());
        assertTrue(store.find(id).isEmpty());
        assertEquals(
                List.of(id), store.trash().list().stream().map(RunEntry::id).toList());
        assertTrue(trash.startsWith(root), "a folder of the store, whatever its size");
        assertEquals(recorder.folder(), store.trash().restore(id));
        assertEquals(before, store.entry(id));
        assertEquals(List.of(), store.trash().list());
        assertProblem("run.notInTrash", () -> store.trash().restore(id), id);
    }

    @Test
    void aRunComesBackToAFreePlaceOnly() throws IOException {
        store.delete(id);
        Files.createDirectories(recorder.folder());
        assertProblem("run.exists", () -> store.trash().restore(id), id);
        assertEquals(1, store.trash().list().size());
    }

    @Test
    void nothingBesideTheTrashIsRestored() {
        assertProblem("run.notInTrash", () -> store.trash().restore("../" + id), "../" + id);
        assertProblem("run.notInTrash", () -> store.trash().restore(""));
        assertTrue(Files.exists(recorder.folder()));
    }

    @Test
    void aRunIsNamedNotedAndStarredWhileItIsWritten() {
        RunEntry quiet = store.entry(id);
        assertFalse(quiet.isOpen());
        RecordedRun held = store.open(id).claim();
        assertTrue(store.entry(id).isOpen());
        store.note(id, notes -> notes.named("  The first 衣 "));
        store.note(id, notes -> notes.noted("two\nlines"));
        store.note(id, notes -> notes.starred(true));
        assertEquals(
                new RunNotes("The first 衣", "two\nlines", true), store.entry(id).notes());
        assertTrue(store.entry(id).bytes() > quiet.bytes());
        held.release();
        assertTrue(store.entry(id).fits(List.of("LENET", "衣", "lines")));
        assertTrue(store.entry(id).fits(List.of()));
        assertFalse(store.entry(id).fits(List.of("lenet", "second")));
    }

    @Test
    void aNameIsALineAndANoteIsBounded() {
        assertProblem("run.name", () -> store.note(id, notes -> notes.named("two\nlines")), 100);
        assertProblem("run.name", () -> store.note(id, notes -> notes.named("n".repeat(101))), 100);
        assertProblem("run.note", () -> store.note(id, notes -> notes.noted("n".repeat(10_001))), 10_001);
        store.note(id, notes -> notes.noted("衣".repeat(10_000)));
        assertEquals(10_000, store.entry(id).notes().note().length());
        assertProblem("run.noRun", () -> store.note("none", notes -> notes), "none");
    }

    @Test
    void notesThatAreNotUnderstoodAreKeptAndTheRunIsReadable() throws IOException {
        Path file = recorder.folder().resolve("notes.json");
        for (String text : List.of("{", "[]", "{\"format\":1}", "")) {
            Files.writeString(file, text);
            RunEntry entry = store.entry(id);
            assertTrue(entry.card().isPresent());
            assertTrue(entry.problem().isPresent(), text);
            assertEquals(RunNotes.NONE, entry.notes());
            assertProblem(entry.problem().get().code(), () -> store.note(id, notes -> notes.starred(true)));
            assertEquals(text, Files.readString(file));
        }
        Files.writeString(file, "{\"format\":9,\"name\":\"\",\"note\":\"\",\"starred\":true}");
        assertEquals("run.newerFormat", store.entry(id).problem().orElseThrow().code());
    }
}
