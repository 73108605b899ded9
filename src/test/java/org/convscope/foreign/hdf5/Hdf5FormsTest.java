package org.convscope.foreign.hdf5;

import static org.convscope.problem.ProblemAssert.assertProblem;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.convscope.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both forms of HDF5 say the same; what is valid and not read is named, and what cannot be is called damaged. */
class Hdf5FormsTest {

    private static final Path FILES = Path.of("src/test/resources/foreign");
    private static final Shape SHAPE = Shape.of(2, 3);
    private static final float[] VALUES = {0.5f, -2, 3, 4, 0.25f, -6};

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"earliest", "recent"})
    void numbersOfEveryWidthOrderAndPlaceAreTheSame(String form) {
        try (Hdf5File file = new Hdf5File(form(form))) {
            Hdf5Object numbers = file.root().member("numbers");
            for (String name : List.of("half", "single", "double", "turned", "compact")) {
                assertArrayEquals(VALUES, numbers.member(name).floats(name, SHAPE), name);
            }
            assertArrayEquals(VALUES, file.root().at("layouts/plain").floats("plain", SHAPE));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"earliest", "recent"})
    void textsOfOneLengthAndOfAnyAreRead(String form) {
        try (Hdf5File file = new Hdf5File(form(form))) {
            Hdf5Object words = file.root().member("words");
            assertEquals(List.of("one", "three"), words.texts("fixed"));
            assertEquals(List.of("uno", "due", "tre"), words.texts("several"));
            assertEquals(List.of("Wörter"), words.texts("single"));
            assertEquals(List.of("x".repeat(3000)), words.texts("long"));
            assertFalse(words.hasAttribute("other"));
            assertProblem("foreign.hdfFeature", () -> words.texts("number"), "no text where a text should be");
            assertProblem("foreign.damaged", () -> words.texts("other\n"), "there is no other? in it");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"earliest", "recent"})
    void whatIsValidAndNotReadIsNamed(String form) {
        try (Hdf5File file = new Hdf5File(form(form))) {
            Hdf5Object root = file.root();
            assertProblem(
                    "foreign.hdfFeature",
                    () -> root.at("numbers/whole").floats("whole", SHAPE),
                    "not 16, 32 or 64 bits of floating point");
            for (String name : List.of("layouts/chunked", "layouts/compressed")) {
                assertProblem("foreign.hdfFeature", () -> root.at(name).floats(name, SHAPE), "chunks");
            }
            assertProblem(
                    "foreign.hdfFeature", () -> root.at("shared/typed").floats("typed", SHAPE), "share their types");
            assertProblem(
                    "foreign.shape", () -> root.at("numbers/single").floats("it", Shape.of(3, 2)), "it", "[2, 3]");
            assertProblem("foreign.damaged", () -> root.member("words").axes(), "a group stands");
        }
    }

    @Test
    void aLinkThatLeadsElsewhereIsNotFollowed() {
        try (Hdf5File file = new Hdf5File(form("recent"))) {
            assertFalse(file.root().member("layouts").has("soft"));
            assertTrue(file.root().member("layouts").has("plain"));
        }
    }

    @Test
    void manyMembersAreFoundInATreeAndNamedWhereTheyHaveAStoreOfTheirOwn() {
        try (Hdf5File old = new Hdf5File(form("earliest"));
                Hdf5File recent = new Hdf5File(form("recent"))) {
            Hdf5Object many = old.root().member("many");
            for (int number = 0; number < 40; number++) {
                assertTrue(many.has("member" + number), "member" + number);
            }
            assertProblem(
                    "foreign.hdfFeature",
                    () -> recent.root().member("many").has("member1"),
                    "members are in a store of their own");
            assertEquals(List.of("11"), old.root().member("crowd").texts("word11"));
            assertProblem(
                    "foreign.hdfFeature",
                    () -> recent.root().member("crowd").texts("word11"),
                    "attributes in a store of their own");
        }
    }

    /** At so many bytes behind a word, another byte stands. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "earliest | HDF  | 0  | 0x00 | foreign.damaged    | does not begin like HDF5",
                "earliest | HDF  | 7  | 9    | foreign.hdfFeature | a superblock of version 9",
                "earliest | HDF  | 12 | 4    | foreign.hdfFeature | addresses that are not 8 bytes long",
                "earliest | HDF  | 23 | 8    | foreign.hdfFeature | do not count from the beginning",
                "earliest | HDF  | 42 | 99   | foreign.damaged    | bytes and says",
                "recent   | HDF  | 8  | 4    | foreign.hdfFeature | addresses that are not 8 bytes long",
                "recent   | OHDR | 4  | 3    | foreign.hdfFeature | object headers of version 3",
                "recent   | OHDR | 0  | 0x21 | foreign.damaged    | the word OHDR is missing",
                "earliest | TREE | 4  | 1    | foreign.damaged    | the tree of an array",
                "earliest | TREE | 5  | 1    | foreign.damaged    | the word TREE is missing",
                "earliest | HEAP | 31 | 0x7F | foreign.damaged    | a name in it lies outside",
                "earliest | SNOD | 7  | 0xFF | foreign.damaged    | it ends at byte",
            })
    void whatCannotBeIsToldApartFromWhatIsNotRead(
            String form, String word, int behind, String value, String code, String said) throws IOException {
        byte[] bytes = Files.readAllBytes(form(form));
        bytes[find(bytes, word) + behind] = (byte) (int) Integer.decode(value);
        Path file = Files.write(folder.resolve("changed.h5"), bytes);
        assertProblem(code, () -> read(file), said);
    }

    @Test
    void aGroupThatIsItsOwnMemberEnds() throws IOException {
        byte[] bytes = Files.readAllBytes(form("earliest"));
        int tree = find(bytes, "TREE");
        // The only child of the highest node becomes the node itself.
        bytes[tree + 5] = 1;
        for (int i = 0; i < 8; i++) {
            bytes[tree + 32 + i] = (byte) ((long) tree >> 8 * i);
        }
        Path file = Files.write(folder.resolve("circle.h5"), bytes);
        assertProblem("foreign.damaged", () -> read(file), "a group of it refers to itself");
    }

    @Test
    void aFileThatCannotBeReadIsNamed() {
        Path none = folder.resolve("none.h5");
        assertProblem("foreign.unreadable", () -> read(none), none);
        assertProblem("foreign.unreadable", () -> read(folder), folder);
    }

    private static void read(Path file) {
        try (Hdf5File open = new Hdf5File(file)) {
            assertTrue(open.root().has("numbers"));
        }
    }

    private static Path form(String form) {
        return FILES.resolve("hdf5-" + form + ".h5");
    }

    private static int find(byte[] bytes, String word) {
        byte[] wanted = word.getBytes(StandardCharsets.US_ASCII);
        for (int at = 0; at < bytes.length - wanted.length; at++) {
            if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        throw new AssertionError(word + " is not in it");
    }
}
