package org.convscope.data.fetch;

import static org.convscope.problem.ProblemAssert.assertProblem;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.convscope.data.Cancellation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives are strangers' files: what they try, they try in vain. */
class TarGzTest {

    private static final byte[] CONTENT = {3, 1, 4, 1, 5};

    @TempDir
    private Path folder;

    private Path target;

    @BeforeEach
    void makeTheTarget() throws IOException {
        target = Files.createDirectories(folder.resolve("in/target"));
    }

    @Test
    void onlyWhatIsWantedIsUnpacked() throws IOException {
        unpack(new Tar()
                .add("pax", 'x', new byte[30])
                .add("a/", '5', new byte[0])
                .file("a/readme", new byte[600])
                .file("./a/wanted", CONTENT));
        assertArrayEquals(CONTENT, Files.readAllBytes(target.resolve("wanted")));
        assertEquals(List.of(target.resolve("wanted")), filesIn(folder.resolve("in")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/x", "../x", "a/../../x", "a\\..\\x", "C:x", "..", "a/\u0007x"})
    void aPathThatLeadsOutIsAProblem(String path) throws IOException {
        assertRefused("data.archiveEntry", wanted().file(path, CONTENT), path);
    }

    @ParameterizedTest
    @ValueSource(chars = {'1', '2', '3', '4', '6', 'K', 'S', 'A'})
    void linksAndDevicesAreAProblem(char type) throws IOException {
        assertRefused("data.archiveEntry", wanted().add("a/other", type, new byte[0]), type);
        assertRefused("data.archiveEntry", new Tar().add("a/wanted", type, new byte[0]), type);
    }

    @ParameterizedTest
    @CsvSource({"4", "6", "5000000000"})
    void aWantedFileOfAnotherLengthIsAProblem(long length) throws IOException {
        assertRefused("data.archiveEntry", new Tar().header("a/wanted", '0', length), "a/wanted", length);
    }

    @Test
    void muchThatNobodyWantsIsAProblem() throws IOException {
        Tar many = wanted();
        for (int i = 0; i < 64; i++) {
            many.file("a/" + i, new byte[1]);
        }
        assertRefused("data.archiveTooMuch", many, 64);
        assertRefused("data.archiveTooMuch", wanted().file("a/bomb", new byte[1 << 21]), "a/bomb");
        assertRefused("data.archiveTooMuch", wanted().header("a/bomb", '0', 1L << 32), "a/bomb");
        assertRefused("data.archiveTooMuch", wanted().header("a/bomb", 'x', 1L << 32), "a/bomb");
    }

    @Test
    void whatFollowsTheEndIsNotRead() throws IOException {
        unpack(wanted().raw(new byte[1024]).raw(new byte[5_000_000]));
        assertEquals(1, filesIn(folder.resolve("in")).size());
    }

    @Test
    void aFileThatComesTwiceIsTakenOnce() throws IOException {
        unpack(wanted().file("a/wanted", new byte[] {9, 9, 9, 9, 9}));
        assertArrayEquals(CONTENT, Files.readAllBytes(target.resolve("wanted")));
    }

    @Test
    void whatIsNoArchiveOrEndsEarlyIsAProblem() throws IOException {
        byte[] whole = wanted().file("a/noise", noise()).gz();
        for (int length = 0; length < whole.length - 1100; length += 97) {
            byte[] cut = Arrays.copyOf(whole, length);
            Files.write(folder.resolve("archive"), cut);
            assertProblem("data.archiveDamaged", this::unpackTheFile, folder.resolve("archive"));
            Folders.remove(target);
            Files.createDirectories(target);
        }
        assertRefused("data.archiveDamaged", new Tar().file("a/other", CONTENT), "a/wanted");
        assertRefused("data.archiveDamaged", new Tar().raw(noise()));
    }

    @Test
    void damageAnywhereIsAProblemOrHarmless() throws IOException {
        Random random = new Random(11);
        byte[] whole = wanted().gz();
        for (int i = 0; i < 200; i++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(folder.resolve("archive"), damaged);
            try {
                unpackTheFile();
            } catch (org.convscope.problem.ProblemException expected) {
                assertEquals("data.archive", expected.problem().code().substring(0, 12));
            }
            Folders.remove(target);
            Files.createDirectories(target);
        }
    }

    private static Tar wanted() {
        return new Tar().file("a/wanted", CONTENT);
    }

    private static byte[] noise() {
        byte[] noise = new byte[2048];
        new Random(5).nextBytes(noise);
        return noise;
    }

    private void assertRefused(String code, Tar tar, Object... named) throws IOException {
        assertProblem(code, () -> unpack(tar), named);
        assertEquals(
                List.of(),
                filesIn(folder.resolve("in")).stream()
                        .filter(file -> !file.startsWith(target))
                        .toList());
        Folders.remove(target);
        Files.createDirectories(target);
    }

    private void unpack(Tar tar) throws IOException {
        Files.write(folder.resolve("archive"), tar.gz());
        unpackTheFile();
    }

    private void unpackTheFile() {
        Parcel parcel = Tar.parcel(CONTENT, Map.of("a/wanted", 5L), "http://example.org/x");
        TarGz.unpack(folder.resolve("archive"), parcel, target, FetchTools.STANDARD, new Cancellation());
    }

    private static List<Path> filesIn(Path place) throws IOException {
        try (Stream<Path> all = Files.walk(place)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
