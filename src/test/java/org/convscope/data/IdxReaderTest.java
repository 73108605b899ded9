package org.convscope.data;

import static org.convscope.problem.ProblemAssert.assertProblem;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.LongStream;
import org.convscope.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdxReaderTest {

    private static final String NAME = "train-images-idx3-ubyte.gz";

    private static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatWasWrittenIsReadZippedOrNot(long seed) throws Exception {
        Random random = new Random(seed);
        int count = 1 + random.nextInt(20);
        int rows = 1 + random.nextInt(12);
        int columns = 1 + random.nextInt(12);
        byte[] content = Idx.images(random, count, rows, columns);
        byte[] file = random.nextBoolean() ? Idx.zipped(content) : content;

        IdxFile read = IdxReader.read(IdxKind.IMAGES, NAME, Idx.stream(file));

        assertEquals(new IdxHeader(IdxKind.IMAGES, count, rows, columns), read.header());
        assertArrayEquals(Arrays.copyOfRange(content, 16, content.length), read.values());
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
        assertEquals(HexFormat.of().formatHex(digest), read.sha256());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aDamagedByteIsReadOrIsAProblemAndNeverAnythingElse(long seed) throws IOException {
        Random random = new Random(seed);
        byte[] content = Idx.images(random, 5, 6, 7);
        byte[] file = random.nextBoolean() ? Idx.zipped(content) : content;
        file[random.nextInt(file.length)] ^= (byte) (1 + random.nextInt(255));
        int length = random.nextBoolean() ? file.length : random.nextInt(file.length);
        try {
            IdxFile read = IdxReader.read(IdxKind.IMAGES, NAME, Idx.stream(Arrays.copyOf(file, length)));
            assertEquals(read.header().valueBytes(), read.values().length);
        } catch (ProblemException problem) {
            assertTrue(problem.problem().code().startsWith("data."), problem.getMessage());
        }
    }

    @Test
    void aFileLargerThanOneChunkIsReadWhole() throws IOException {
        byte[] content = Idx.images(new Random(1), 100, 200, 300);
        byte[] values = IdxReader.read(IdxKind.IMAGES, NAME, Idx.stream(Idx.zipped(content)))
                .values();
        assertArrayEquals(Arrays.copyOfRange(content, 16, content.length), values);
    }

    @Test
    void theHeaderAloneCanBeAskedFor() {
        byte[] onlyBegin = Idx.header(0x00000803, 60_000, 28, 28);
        assertEquals(
                new IdxHeader(IdxKind.IMAGES, 60_000, 28, 28),
                IdxReader.readHeader(IdxKind.IMAGES, NAME, Idx.stream(onlyBegin)));
    }

    @Test
    void aWebPageInPlaceOfAFileIsAProblem() {
        assertProblem("data.webPage", () -> images(html()), NAME, "0x3C21444F", "<!DO", "0x00000803");
    }

    @Test
    void aZippedWebPageIsAProblem() {
        assertProblem("data.webPage", () -> images(Idx.zipped(html())), NAME, "0x3C21444F");
    }

    @Test
    void labelsInPlaceOfImagesAreAProblem() {
        assertProblem("data.wrongMagic", () -> images(Idx.labels(1, 2, 3)), NAME, "0x00000801", "0x00000803");
    }

    @Test
    void imagesInPlaceOfLabelsAreAProblem() {
        byte[] images = Idx.images(new Random(1), 3, 2, 2);
        assertProblem(
                "data.wrongMagic",
                () -> IdxReader.read(IdxKind.LABELS, "labels", Idx.stream(images)),
                "labels",
                "0x00000803",
                "0x00000801");
    }

    @Test
    void floatsInPlaceOfBytesAreAProblem() {
        assertProblem("data.wrongMagic", () -> images(Idx.header(0x00000D03, 1, 1, 1)), "0x00000D03");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 4, 15})
    void aFileThatEndsInItsHeaderIsAProblem(int length) {
        byte[] file = Arrays.copyOf(Idx.images(new Random(1), 2, 2, 2), length);
        assertProblem("data.tooShort", () -> images(file), NAME, String.valueOf(length));
    }

    @Test
    void aFileThatEndsInItsValuesIsAProblem() {
        byte[] whole = Idx.images(new Random(1), 2, 3, 4);
        assertProblem("data.tooShort", () -> images(Arrays.copyOf(whole, whole.length - 1)), NAME, "39", "40");
    }

    @Test
    void aFileThatGoesOnBehindItsEndIsAProblem() {
        byte[] whole = Idx.images(new Random(1), 2, 3, 4);
        assertProblem("data.tooLong", () -> images(Arrays.copyOf(whole, whole.length + 1)), NAME, "40");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 28, 28",
        "-1, 28, 28",
        "60000, 0, 28",
        "60000, 28, -28",
        "10000001, 1, 1",
        "1, 4097, 1",
        "1, 1, 2147483647",
        "-2147483648, -2147483648, 4",
        "65536, 4096, 4096",
        "2000000, 28, 28"
    })
    void sizesThatNoDatasetHasAreAProblem(int count, int rows, int columns) {
        byte[] file = Idx.header(0x00000803, count, rows, columns);
        assertProblem("data.absurdSize", () -> images(file), NAME, count + "×" + rows + "×" + columns);
    }

    @Test
    void aNegativeNumberOfLabelsIsAProblem() {
        byte[] file = Idx.header(0x00000801, -7);
        assertProblem(
                "data.absurdSize", () -> IdxReader.read(IdxKind.LABELS, "labels", Idx.stream(file)), "labels", "-7");
    }

    @Test
    void aHeaderThatLiesCostsNoMemory() {
        byte[] file = Idx.joined(Idx.header(0x00000803, 60_000, 128, 128), new byte[100]);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertProblem("data.tooShort", () -> images(file), "116", "983040016");
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated < 32 << 20, allocated + " bytes were taken for a file of " + file.length);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 9, 40, 200})
    void aGzipFileThatEndsTooEarlyIsAProblem(int length) throws IOException {
        byte[] file = Idx.zipped(Idx.images(new Random(1), 10, 10, 10));
        assertProblem("data.damagedGzip", () -> images(Arrays.copyOf(file, length)), NAME);
    }

    @Test
    void aGzipFileWithoutItsTrailerIsAProblem() throws IOException {
        byte[] file = Idx.zipped(Idx.images(new Random(1), 10, 10, 10));
        assertProblem("data.damagedGzip", () -> images(Arrays.copyOf(file, file.length - 8)), NAME);
    }

    @Test
    void aWrongGzipChecksumIsAProblem() throws IOException {
        byte[] file = Idx.zipped(Idx.images(new Random(1), 10, 10, 10));
        file[file.length - 8] ^= 1;
        assertProblem("data.damagedGzip", () -> images(file), NAME);
    }

    @Test
    void aDeviceThatFailsIsAProblem() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Input/output error");
            }
        };
        assertProblem(
                "data.unreadable", () -> IdxReader.read(IdxKind.IMAGES, NAME, broken), NAME, "Input/output error");
    }

    @Test
    void theFileIsClosedWhateverHappens() {
        boolean[] closed = new boolean[1];
        InputStream page = new ByteArrayInputStream(html()) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        assertProblem("data.webPage", () -> IdxReader.read(IdxKind.IMAGES, NAME, page));
        assertTrue(closed[0]);
    }

    @Test
    void anotherContentThanThePublishedIsAProblem() {
        IdxFile labels = IdxReader.read(IdxKind.LABELS, "labels", Idx.stream(Idx.labels(1, 2, 3)));
        String published = "0".repeat(64);
        assertProblem(
                "data.wrongChecksum", () -> labels.requireSha256(published), "labels", labels.sha256(), published);
    }

    @Test
    void aLabelWithoutAClassIsAProblem() {
        IdxFile labels = IdxReader.read(IdxKind.LABELS, "labels", Idx.stream(Idx.labels(1, 9, 200, 3)));
        assertProblem("data.labelOutOfRange", () -> labels.requireLabelsBelow(10), "labels", "200", "9");
        labels.requireLabelsBelow(201);
        assertEquals(200, labels.largestLabel());
    }

    private static IdxFile images(byte[] file) {
        return IdxReader.read(IdxKind.IMAGES, NAME, Idx.stream(file));
    }

    private static byte[] html() {
        return "<!DOCTYPE html><html><title>404</title></html>".getBytes(StandardCharsets.US_ASCII);
    }
}
