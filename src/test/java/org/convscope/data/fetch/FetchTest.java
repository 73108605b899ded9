package org.convscope.data.fetch;

import static org.convscope.problem.ProblemAssert.assertProblem;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.convscope.data.Cancellation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fetching over a line, from a server and onto a disk that do wrong what they can. */
@Timeout(60)
class FetchTest {

    private static final byte[] ARCHIVE = Tar.cifar(20);
    private static final byte[] PAGE = "<!DOCTYPE html><p>Please sign in".getBytes(StandardCharsets.US_ASCII);
    private static final int HALF = ARCHIVE.length / 2;

    @TempDir
    private Path datasets;

    private final List<FetchProgress> told = new ArrayList<>();
    private final List<Duration> paused = new ArrayList<>();
    private final Cancellation cancellation = new Cancellation();
    private Duration stall = Duration.ofSeconds(20);
    private Disk disk = Disk.STANDARD;
    private int pauses = 3;

    @Test
    void whatIsFetchedIsCheckedUnpackedAndAllThatIsLeft() throws IOException {
        try (FaultyServer server = new FaultyServer(FaultyServer.file(ARCHIVE))) {
            assertFalse(fetch().isHere());
            assertEquals(datasets.resolve("little"), run(server));
            assertTrue(fetch().isHere());
            assertOnlyTheDatasetIsLeft();
            assertEquals(20 * 3073, Files.size(datasets.resolve("little/data_batch_3.bin")));
            assertTrue(told.get(told.size() - 1).isWhole());
            assertEquals(ARCHIVE.length, told.get(0).total());
            assertEquals(1, told.get(told.size() - 1).share());

            run(server);
            assertEquals(1, server.requests().size(), "what is here is not fetched again");
        }
    }

    @Test
    void aCutLineGoesOnWhereItWasCut() throws IOException {
        try (FaultyServer server = new FaultyServer(
                FaultyServer.cut(ARCHIVE, HALF), FaultyServer.status(503), FaultyServer.file(ARCHIVE))) {
            run(server);
            assertEquals(3, server.requests().size());
            int from = server.requests().get(2).from();
            assertTrue(from > 0 && from <= HALF, "only the rest is sent again, from " + from);
            assertEquals("\"first\"", server.requests().get(2).header("if-range"));
            assertEquals(List.of(Duration.ofSeconds(1), Duration.ofSeconds(2)), paused);
        }
    }

    @Test
    void aLineThatIsCutAgainAndAgainIsAProblemAndTheNextCallGoesOn() throws IOException {
        try (FaultyServer server = new FaultyServer(FaultyServer.cut(ARCHIVE, HALF), FaultyServer.cut(ARCHIVE, 0))) {
            assertProblem("data.fetchCut", () -> run(server), server.address(), ARCHIVE.length);
            assertEquals(
                    List.of(1L, 2L, 4L),
                    paused.stream().map(Duration::toSeconds).toList());
        }
        long kept = fetch().keptBytes();
        assertTrue(kept > 0 && kept <= HALF);
        try (FaultyServer server = new FaultyServer(FaultyServer.file(ARCHIVE))) {
            run(server);
            assertEquals(kept, server.requests().get(0).from());
            assertEquals("", server.requests().get(0).header("if-range"), "another address, another version's name");
        }
    }

    @Test
    void whatAKilledProgramLeftIsUsed() throws IOException {
        Path work = Files.createDirectories(datasets.resolve("little.fetch/unpacked"));
        Files.write(work.resolve("data_batch_1.bin"), new byte[7]);
        Files.write(work.resolveSibling("archive.part"), Arrays.copyOf(ARCHIVE, HALF));
        Files.write(work.resolveSibling("archive.part.from"), new byte[] {'\\', 'u', 'x'});
        Files.write(work.resolveSibling("lock"), new byte[0]);
        try (FaultyServer server = new FaultyServer(FaultyServer.file(ARCHIVE))) {
            run(server);
            assertEquals(HALF, server.requests().get(0).from());
            assertOnlyTheDatasetIsLeft();
        }
    }

    @Test
    void anArchiveThatWasWholeIsNotFetchedAgain() throws IOException {
        Files.createDirectories(datasets.resolve("little.fetch"));
        Files.write(datasets.resolve("little.fetch/archive.part"), ARCHIVE);
        try (FaultyServer server = new FaultyServer(FaultyServer.status(500))) {
            run(server);
            assertEquals(0, server.requests().size());
        }
    }

    @Test
    void aServerThatKnowsNoPartsSendsAllOfIt() throws IOException {
        try (FaultyServer server =
                new FaultyServer(FaultyServer.cut(ARCHIVE, HALF), FaultyServer.whole(ARCHIVE, ARCHIVE.length))) {
            run(server);
            assertTrue(server.requests().get(1).from() > 0);
            assertTrue(fetch().isHere());
        }
    }

    @Test
    void aPartOfAnotherVersionIsGivenUp() throws IOException {
        FaultyServer.Answer elsewhere =
                (request, out, server) -> out.write(("HTTP/1.1 206 Part\r\nContent-Length: 3\r\n"
                                + "Content-Range: bytes 5-7/" + ARCHIVE.length + "\r\nConnection: close\r\n\r\nabc")
                        .getBytes(StandardCharsets.US_ASCII));
        try (FaultyServer server = new FaultyServer(
                FaultyServer.cut(ARCHIVE, HALF),
                FaultyServer.status(416),
                FaultyServer.cut(ARCHIVE, HALF),
                elsewhere,
                FaultyServer.file(ARCHIVE))) {
            pauses = 5;
            run(server);
            assertEquals(0, server.requests().get(2).from());
            assertEquals(0, server.requests().get(4).from());
        }
    }

    @Test
    void wrongBytesAreAProblemThatShowsTheirBeginningAndTheyAreRemoved() throws IOException {
        byte[] wrong = ARCHIVE.clone();
        wrong[HALF] ^= 1;
        for (FaultyServer.Answer answer : List.of(
                FaultyServer.file(PAGE),
                FaultyServer.untold(PAGE),
                FaultyServer.file(wrong),
                FaultyServer.untold(wrong))) {
            try (FaultyServer server = new FaultyServer(answer)) {
                var problem = assertProblem("data.fetchWrong", () -> run(server), server.address(), "SHA-256");
                assertEquals(1, server.requests().size());
                boolean isPage = problem.arguments().get(1).equals("" + PAGE.length);
                assertEquals(isPage, problem.arguments().get(2).startsWith("<!DOCTYPE html>"));
                assertEquals(0, fetch().keptBytes());
            }
        }
    }

    @Test
    void moreBytesThanThereAreAreStopped() throws IOException {
        byte[] more = Arrays.copyOf(ARCHIVE, ARCHIVE.length + 100_000);
        for (FaultyServer.Answer answer : List.of(FaultyServer.file(more), FaultyServer.untold(more))) {
            try (FaultyServer server = new FaultyServer(answer)) {
                assertProblem("data.fetchTooMuch", () -> run(server), server.address(), ARCHIVE.length);
                assertEquals(0, fetch().keptBytes());
            }
        }
    }

    @Test
    void bytesThatNobodyCountedAreTakenIfTheyAreRight() throws IOException {
        try (FaultyServer server = new FaultyServer(FaultyServer.untold(ARCHIVE))) {
            run(server);
            assertTrue(fetch().isHere());
        }
    }

    @Test
    void aSilentServerIsLeftAndAskedAgain() throws IOException {
        stall = Duration.ofSeconds(2);
        try (FaultyServer server = new FaultyServer(FaultyServer.stall(ARCHIVE, HALF), FaultyServer.file(ARCHIVE))) {
            run(server);
            assertTrue(server.requests().size() >= 2);
            assertTrue(server.requests().get(1).from() > 0);
        }
    }

    @Test
    void redirectionsAreFollowedButNotForEverAndNotAnywhere() throws IOException {
        try (FaultyServer server = new FaultyServer(FaultyServer.redirect("/moved"), FaultyServer.file(ARCHIVE))) {
            run(server);
            assertEquals("/moved", server.requests().get(1).path());
        }
        Folders.remove(fetch().folder());
        try (FaultyServer server = new FaultyServer(FaultyServer.redirect("/archive.tar.gz"))) {
            assertProblem("data.fetchRedirects", () -> run(server), server.address());
            assertEquals(6, server.requests().size());
        }
        for (String place : List.of("file:///etc/hostname", "ftp://127.0.0.1/x", "jar:file:/a!/b", "http://[", "")) {
            try (FaultyServer server = new FaultyServer(FaultyServer.redirect(place))) {
                assertProblem("data.fetchRedirect", () -> run(server), server.address(), place);
            }
        }
    }

    @Test
    void anEncryptedLineLeadsToNoOtherKind() {
        assertTrue(Line.mayLead(URI.create("http://a.org/x"), URI.create("https://b.org/y")));
        assertTrue(Line.mayLead(URI.create("https://a.org/x"), URI.create("https://b.org/y")));
        assertFalse(Line.mayLead(URI.create("https://a.org/x"), URI.create("http://a.org/x")));
        assertFalse(Line.mayLead(URI.create("https://a.org/x"), URI.create("file:///x")));
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 403, 204, 304})
    void whatTheServerDoesNotGiveIsAProblem(int status) throws IOException {
        try (FaultyServer server = new FaultyServer(FaultyServer.status(status))) {
            assertProblem("data.fetchRefused", () -> run(server), server.address(), status);
            assertEquals(1, server.requests().size());
        }
    }

    @Test
    void withoutANetworkAProblemSaysWhatCanBeDoneByHand() throws IOException {
        String nobody;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = "http://127.0.0.1:" + free.getLocalPort() + "/x";
        }
        assertProblem("data.fetchUnreachable", () -> run(nobody), nobody, "--data", "example.org/little");
        assertEquals(List.of(), paused);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "archive", "file:///etc/passwd", "http://", "https:archive", "http://[", "ftp://a/b"})
    void whatIsNoWebAddressIsAProblem(String address) {
        assertProblem("data.fetchAddress", () -> run(address), address);
    }

    @Test
    void aFullDiskIsAProblemAndWhatCameIsKept() throws IOException {
        disk = new FullDisk(HALF, Long.MAX_VALUE);
        try (FaultyServer server = new FaultyServer(FaultyServer.file(ARCHIVE))) {
            assertProblem("data.fetchNotWritten", () -> run(server), "No space left on device", "archive.part");
            assertTrue(fetch().keptBytes() > 0);
            disk = new FullDisk(ARCHIVE.length + 5000, Long.MAX_VALUE);
            assertProblem("data.fetchNotWritten", () -> run(server), "No space left on device", "data_batch");
            assertFalse(Files.exists(datasets.resolve("little.fetch/unpacked")));
            assertFalse(fetch().isHere());
            int asked = server.requests().size();
            disk = Disk.STANDARD;
            run(server);
            assertEquals(asked, server.requests().size(), "the archive was whole");
        }
    }

    @Test
    void tooLittleRoomIsToldBeforeAnythingIsFetched() throws IOException {
        disk = new FullDisk(Long.MAX_VALUE, 300_000);
        try (FaultyServer server = new FaultyServer(FaultyServer.file(ARCHIVE))) {
            assertProblem("data.fetchNoSpace", () -> run(server), datasets, "1 MB");
            assertEquals(0, server.requests().size());
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsAProblem() throws IOException {
        Files.write(datasets.resolve("little.fetch"), new byte[1]);
        assertProblem("data.fetchNotWritten", () -> run("http://127.0.0.1:1/x"), "little.fetch");
    }

    @Test
    void whoeverCancelsIsHeardAtOnceAndThePartIsKept() throws Exception {
        try (FaultyServer server = new FaultyServer(FaultyServer.stall(ARCHIVE, HALF), FaultyServer.file(ARCHIVE))) {
            CompletableFuture<Path> running = CompletableFuture.supplyAsync(() -> run(server));
            server.awaitSilence();
            cancellation.cancel();
            Throwable end =
                    assertThrows(CompletionException.class, running::join).getCause();
            assertTrue(end instanceof CancellationException, () -> end.toString());
            assertTrue(fetch().keptBytes() <= HALF);
            assertThrows(CancellationException.class, () -> run(server));
        }
    }

    @Test
    void whoeverCancelsAPauseIsHeardToo() throws IOException {
        try (FaultyServer server = new FaultyServer(FaultyServer.status(503))) {
            FetchTools patient = new FetchTools(stall, List.of(Duration.ofDays(1)), FetchTools.STANDARD.pause(), disk);
            Fetch fetch = new Fetch(parcel(), datasets, patient);
            CompletableFuture<Path> running =
                    CompletableFuture.supplyAsync(() -> fetch.run(server.address(), told::add, cancellation));
            cancellation.cancel();
            assertTrue(
                    assertThrows(CompletionException.class, running::join).getCause() instanceof CancellationException);
        }
    }

    @Test
    void twoFetchesOfTheSameGetInNobodysWay() throws Exception {
        try (FaultyServer server = new FaultyServer(FaultyServer.stall(ARCHIVE, HALF), FaultyServer.file(ARCHIVE))) {
            CompletableFuture<Path> first = CompletableFuture.supplyAsync(() -> run(server));
            server.awaitSilence();
            assertProblem("data.fetchedElsewhere", () -> run(server), "little", datasets);
            cancellation.cancel();
            assertThrows(CompletionException.class, first::join);
        }
        Path lock = datasets.resolve("little.fetch/lock");
        try (FileChannel other = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            assertTrue(other.tryLock().isValid());
            assertProblem("data.fetchedElsewhere", () -> run("http://127.0.0.1:1/x"), "little");
        }
    }

    @Test
    void aDatasetThatLostAFileIsFetchedAnew() throws IOException {
        try (FaultyServer server = new FaultyServer(FaultyServer.file(ARCHIVE))) {
            run(server);
            Files.delete(datasets.resolve("little/test_batch.bin"));
            assertFalse(fetch().isHere());
            run(server);
            assertTrue(fetch().isHere());
            assertOnlyTheDatasetIsLeft();
        }
    }

    @Test
    void whatIsUnpackedIsWhatWasPacked() throws IOException {
        byte[] one = {1, 2, 3};
        byte[] archive =
                new Tar().file("a/one", one).file("a/two", new byte[1024]).gz();
        Parcel parcel = Tar.parcel(archive, Map.of("a/one", 3L, "a/two", 1024L), "http://example.org/little");
        try (FaultyServer server = new FaultyServer(FaultyServer.file(archive))) {
            new Fetch(parcel, datasets, tools()).run(server.address(), told::add, cancellation);
        }
        assertArrayEquals(one, Files.readAllBytes(datasets.resolve("little/one")));
        assertArrayEquals(new byte[1024], Files.readAllBytes(datasets.resolve("little/two")));
    }

    private Path run(FaultyServer server) {
        return run(server.address());
    }

    private Path run(String address) {
        return fetch().run(address, told::add, cancellation);
    }

    private Fetch fetch() {
        return new Fetch(parcel(), datasets, tools());
    }

    private static Parcel parcel() {
        return Tar.parcel(ARCHIVE, Tar.files(20), "http://example.org/little");
    }

    private FetchTools tools() {
        List<Duration> growing = Stream.iterate(1, seconds -> 2 * seconds)
                .limit(pauses)
                .map(Duration::ofSeconds)
                .toList();
        return new FetchTools(stall, growing, (length, cancelled) -> paused.add(length), disk);
    }

    private void assertOnlyTheDatasetIsLeft() throws IOException {
        try (Stream<Path> left = Files.list(datasets)) {
            assertEquals(List.of(datasets.resolve("little")), left.toList());
        }
    }

    /** A disk on which so many bytes can be written, and on which so many are said to be free. */
    private static final class FullDisk implements Disk {

        private final long free;
        private long left;

        FullDisk(long left, long free) {
            this.left = left;
            this.free = free;
        }

        @Override
        public long freeBytes(Path folder) {
            return free;
        }

        @Override
        public void write(FileChannel file, ByteBuffer bytes) throws IOException {
            left -= bytes.remaining();
            if (left < 0) {
                throw new IOException("No space left on device");
            }
            Disk.STANDARD.write(file, bytes);
        }
    }
}
