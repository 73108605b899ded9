package org.convscope.data.fetch;

import static org.convscope.problem.ProblemAssert.assertProblem;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was fetched of a file outlives the program; whatever the disk refuses is said with the file's name. */
class PartFileTest {

    private static final URI ADDRESS = URI.create("http://localhost/little.gz");
    private static final String NOT_WRITTEN = "data.fetchNotWritten";

    @TempDir
    private Path folder;

    private Path place;
    private Path note;

    @BeforeEach
    void chooseAPlace() {
        place = folder.resolve("little.part");
        note = folder.resolve("little.part.from");
    }

    @Test
    void aPartIsGoneOnWithWhereItEnded() throws IOException {
        try (PartFile part = PartFile.at(place, Disk.STANDARD)) {
            part.note(ADDRESS, "version 1");
            part.append(bytes(1, 2, 3));
        }
        try (PartFile part = PartFile.at(place, Disk.STANDARD)) {
            assertEquals(3, part.length());
            assertEquals("version 1", part.validator(ADDRESS));
            assertEquals("", part.validator(URI.create("http://localhost/other.gz")));
            part.append(bytes(4));
            part.moveTo(folder.resolve("little.gz"));
        }
        assertArrayEquals(new byte[] {1, 2, 3, 4}, Files.readAllBytes(folder.resolve("little.gz")));
        assertFalse(Files.exists(place) || Files.exists(note));
    }

    @Test
    void aPartOfAnotherVersionBeginsAnew() {
        try (PartFile part = PartFile.at(place, Disk.STANDARD)) {
            part.append(bytes(1, 2, 3));
            part.clear();
            part.append(bytes(9));
            assertEquals(1, part.length());
            part.remove();
        }
        assertFalse(Files.exists(place));
    }

    @Test
    void aTornNoteIsNoNote() throws IOException {
        Files.writeString(note, "address=\\u12");
        try (PartFile part = PartFile.at(place, Disk.STANDARD)) {
            assertEquals("", part.validator(ADDRESS));
        }
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamed() throws IOException {
        Path nowhere = folder.resolve("none/little.part");
        assertProblem(NOT_WRITTEN, () -> PartFile.at(nowhere, Disk.STANDARD), nowhere);

        Files.createDirectories(note.resolve("in the way"));
        try (PartFile part = PartFile.at(place, Disk.STANDARD)) {
            assertProblem(NOT_WRITTEN, () -> part.note(ADDRESS, "version 1"), place);
            assertProblem(NOT_WRITTEN, part::remove, place);
        }
    }

    @Test
    void aFullDiskIsToldAndWhatWasWrittenCounts() {
        try (PartFile part = PartFile.at(place, new FullAfterOne())) {
            assertProblem(
                    NOT_WRITTEN, () -> part.append(List.of(ByteBuffer.allocate(5), ByteBuffer.allocate(5))), "full");
            assertEquals(5, part.length());
        }
    }

    @Test
    void nothingIsDoneToAPartThatWasGivenItsPlace() {
        try (PartFile part = PartFile.at(place, Disk.STANDARD)) {
            part.append(bytes(1));
            part.moveTo(folder.resolve("little.gz"));
            assertProblem(NOT_WRITTEN, part::clear, place);
            assertProblem(NOT_WRITTEN, () -> part.moveTo(folder.resolve("again.gz")), place);
            assertProblem("data.unreadable", part::beginning, place);
        }
        assertTrue(Files.exists(folder.resolve("little.gz")));
    }

    @Test
    void aPlaceThatIsTakenByAFolderIsNamed() throws IOException {
        Path taken = Files.createDirectories(folder.resolve("little.gz/inside")).getParent();
        try (PartFile part = PartFile.at(place, Disk.STANDARD)) {
            part.append(bytes(1));
            assertProblem(NOT_WRITTEN, () -> part.moveTo(taken), taken);
        }
        assertTrue(Files.exists(place), "what was fetched must not be lost");
    }

    private static List<ByteBuffer> bytes(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length);
        for (int value : values) {
            bytes.put((byte) value);
        }
        return List.of(bytes.flip());
    }

    /** Has room for one piece. */
    private static final class FullAfterOne implements Disk {

        private boolean full;

        @Override
        public long freeBytes(Path folder) {
            return 0;
        }

        @Override
        public void write(FileChannel file, ByteBuffer bytes) throws IOException {
            if (full) {
                throw new IOException("the disk is full");
            }
            Disk.STANDARD.write(file, bytes);
            full = true;
        }
    }
}
