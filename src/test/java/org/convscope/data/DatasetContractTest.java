package org.convscope.data;

import static org.convscope.problem.ProblemAssert.assertProblem;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.convscope.data.fetch.Fetch;
import org.convscope.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every dataset of the catalogue promises. */
class DatasetContractTest {

    private static List<DatasetSource> all() {
        return Datasets.ALL;
    }

    private static List<DatasetSource> embedded() {
        return here().stream().filter(source -> !isDrawn(source)).toList();
    }

    private static List<DatasetSource> here() {
        return all().stream().filter(source -> source.fetch().isEmpty()).toList();
    }

    private static List<DatasetSource> fetched() {
        return all().stream().filter(source -> source.fetch().isPresent()).toList();
    }

    private static boolean isDrawn(DatasetSource source) {
        return source.card().source().equals("drawn from a seed");
    }

    @Test
    void everySourceIsInTheCatalogue() {
        Set<String> written = new ClassFileImporter()
                .importPackages("org.convscope.data.source").stream()
                        .filter(type -> type.isAssignableTo(DatasetSource.class))
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet());
        Set<String> listed =
                all().stream().map(source -> source.getClass().getName()).collect(Collectors.toSet());
        assertFalse(written.isEmpty());
        assertEquals(written, listed);
    }

    @Test
    void idsAreUniqueAndFindTheirSource() {
        for (DatasetSource source : all()) {
            assertSame(source, Datasets.byId(source.card().id()));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void theCardIsComplete(DatasetSource source) {
        DatasetCard card = source.card();
        assertTrue(card.id().matches("[a-z0-9]+(-[a-z0-9]+)*"), card.id());
        assertFalse(card.title().isBlank());
        assertFalse(card.licence().isBlank());
        assertTrue(isDrawn(source) || card.source().matches("https?://\\S+"), card.source());
        assertTrue(card.classes().size() > 1);
        assertEquals(card.classes().size(), new HashSet<>(card.classes()).size());
        assertTrue(card.shape().isMaps());
        Set<String> checked = source.fetch()
                .map(fetch -> Set.of(Path.of(fetch.parcel().address().getPath())
                        .getFileName()
                        .toString()))
                .orElse(isDrawn(source) ? Set.of("train", "test") : Set.copyOf(IdxFiles.NAMES));
        assertEquals(checked, card.sha256().keySet());
    }

    @ParameterizedTest
    @MethodSource("fetched")
    void whatHasToBeFetchedSaysHowUntilItIsHere(DatasetSource source) {
        DatasetCard card = source.card();
        Fetch fetch = source.fetch().orElseThrow();
        assertFalse(fetch.isHere(), "tests look into a folder of their own");
        assertProblem(
                "data.notFetched",
                source::load,
                card.title(),
                "./convscope data fetch " + card.id(),
                fetch.folder(),
                fetch.parcel().megabytes());
        assertEquals(card.id(), fetch.parcel().id());
        assertEquals("https", fetch.parcel().address().getScheme());
        assertEquals(
                Set.copyOf(card.sha256().values()),
                Set.of(fetch.parcel().checksums().get("SHA-256")));
        assertTrue(fetch.parcel().checksums().values().stream().allMatch(sum -> sum.matches("[0-9a-f]{32,64}")));
        long images = (long) card.trainCount() + card.testCount();
        assertEquals(
                images * (1 + card.shape().size()),
                fetch.parcel().files().values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
    }

    @ParameterizedTest
    @MethodSource("embedded")
    void itsOriginIsToldBesideItsFiles(DatasetSource source) throws IOException {
        DatasetCard card = source.card();
        try (InputStream origin = getClass().getResourceAsStream("/datasets/" + card.id() + "/ORIGIN.md")) {
            assertTrue(new String(origin.readAllBytes(), StandardCharsets.UTF_8).contains(card.source()));
        }
    }

    @ParameterizedTest
    @MethodSource("embedded")
    void theChecksumsAreThoseOfTheFiles(DatasetSource source) throws Exception {
        IdxFiles files = new EmbeddedDataset.Resources(source.card().id());
        for (String name : IdxFiles.NAMES) {
            try (InputStream content = new GZIPInputStream(files.open(name))) {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
                assertEquals(
                        HexFormat.of().formatHex(digest), source.card().sha256().get(name), name);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("here")
    void whatIsLoadedIsWhatTheCardSays(DatasetSource source) {
        DatasetCard card = source.card();
        Dataset dataset = source.load();
        assertEquals(card, dataset.card());
        assertEquals(card.trainCount(), dataset.train().size());
        assertEquals(card.testCount(), dataset.test().size());
        assertEquals(card.shape(), dataset.train().shape());
        assertEquals(card.shape(), dataset.test().shape());
    }

    @ParameterizedTest
    @MethodSource("here")
    void everyLabelHasAClassAndEveryClassHasImages(DatasetSource source) {
        Dataset dataset = source.load();
        for (LabelledImages images : List.of(dataset.train(), dataset.test())) {
            int[] labels = IntStream.range(0, images.size())
                    .map(images::label)
                    .distinct()
                    .sorted()
                    .toArray();
            assertArrayEquals(
                    IntStream.range(0, dataset.card().classes().size()).toArray(), labels);
        }
    }

    @ParameterizedTest
    @MethodSource("here")
    void theGalleryShowsEveryClass(DatasetSource source) {
        Dataset dataset = source.load();
        Gallery gallery = Gallery.of(dataset, 6);
        assertEquals(dataset.card().classes().size(), gallery.byLabel().size());
        for (int label = 0; label < gallery.byLabel().size(); label++) {
            List<Integer> indices = gallery.byLabel().get(label);
            assertEquals(6, indices.size());
            for (int index : indices) {
                assertEquals(label, dataset.test().label(index));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyClassHasANameInBothLanguages(DatasetSource source) {
        DatasetCard card = source.card();
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            List<String> names = card.classNames(locale);
            assertEquals(card.classes().size(), new HashSet<>(names).size());
            assertTrue(names.stream().noneMatch(String::isBlank));
        }
        ResourceBundle chinese = ResourceBundle.getBundle("text.classes." + card.id(), Locale.SIMPLIFIED_CHINESE);
        for (String id : card.classes()) {
            assertTrue(chinese.getLocale().getLanguage().equals("zh") && chinese.containsKey(id), id);
        }
    }

    @ParameterizedTest
    @MethodSource("here")
    void itIsLoadedOnceForAllWhoAsk(DatasetSource source) {
        CompletableFuture<Dataset> other = CompletableFuture.supplyAsync(source::load);
        Dataset mine = source.load();
        assertSame(mine, other.join());
        assertSame(mine, source.load());
    }

    @ParameterizedTest
    @MethodSource("embedded")
    void aChangedFileIsAProblem(DatasetSource source) {
        for (String changed : IdxFiles.NAMES) {
            String published = source.card().sha256().get(changed);
            DatasetCard card = source.card().withSha256(Map.of(changed, published));
            IdxFiles files = new SmallFiles(source.card().shape(), Map.of());
            assertProblem("data.wrongChecksum", () -> IdxLoader.load(card, files), changed, published);
        }
    }

    @ParameterizedTest
    @MethodSource("embedded")
    void aWebPageInPlaceOfAFileIsAProblem(DatasetSource source) {
        byte[] page = "<!DOCTYPE html>".getBytes(StandardCharsets.US_ASCII);
        DatasetCard card = source.card().withSha256(Map.of());
        for (String replaced : IdxFiles.NAMES) {
            IdxFiles files = new SmallFiles(card.shape(), Map.of(replaced, page));
            assertProblem("data.webPage", () -> IdxLoader.load(card, files), replaced, "<!DO");
        }
    }

    @Test
    void aSetThatIsDrawnOtherwiseOnThisMachineIsAProblem() {
        DatasetCard card = new DatasetCard(
                "noise",
                "Noise",
                List.of("0", "1"),
                Shape.of(1, 1, 2),
                600,
                4,
                "CC0-1.0",
                "",
                Map.of("train", "feed", "test", "beef"));
        Generator generator = (label, dice, pixels, offset) -> {
            pixels[offset] = (byte) label;
            pixels[offset + 1] = (byte) dice.below(256);
        };
        GeneratedDataset noise = new GeneratedDataset(card, 5, generator);
        assertProblem("data.drawnOtherwise", noise::load, "Noise", "feed");
        GeneratedDataset right = new GeneratedDataset(card.withSha256(noise.checksums()), 5, generator);
        Dataset dataset = right.load();
        for (int i = 0; i < 600; i++) {
            assertEquals(i % 2, dataset.train().label(i));
            assertEquals(
                    dataset.train().label(i),
                    Math.round(255 * dataset.train().image(i).flat(0)));
        }
        assertNotEquals(
                noise.checksums(), new GeneratedDataset(card, 6, generator).checksums(), "another seed, other images");
    }

    @Test
    void aFileThatDoesNotShipIsAProblem() {
        DatasetCard card = new DatasetCard(
                "nowhere", "Nowhere", List.of("0", "1"), Shape.of(1, 28, 28), 1, 1, "MIT", "", Map.of());
        EmbeddedDataset missing = new EmbeddedDataset(card);
        assertProblem("data.missingFile", missing::load, "datasets/nowhere", "train-images-idx3-ubyte.gz");
    }

    @Test
    void noThreadOutlivesALoad() throws InterruptedException {
        DatasetCard card = Datasets.byId("mnist").card();
        IdxLoader.load(card, new EmbeddedDataset.Resources(card.id()));
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("data-")) {
                thread.join(10_000);
                assertFalse(thread.isAlive(), thread.getName());
            }
        }
    }

    /** Three images of each kind in place of thousands, some files replaced by something else. */
    private record SmallFiles(Shape shape, Map<String, byte[]> replaced) implements IdxFiles {

        @Override
        public String describe(String name) {
            return name;
        }

        @Override
        public InputStream open(String name) {
            byte[] small = name.contains("labels")
                    ? Idx.labels(0, 1, 1)
                    : Idx.images(new Random(1), 3, shape.height(), shape.width());
            return Idx.stream(replaced.getOrDefault(name, small));
        }
    }
}
