package org.convscope.run;

import static org.convscope.problem.ProblemAssert.assertProblem;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.convscope.net.Checkpoint;
import org.convscope.net.FakeNetwork;
import org.convscope.net.ModelSink;
import org.convscope.net.Network;
import org.convscope.problem.ProblemException;
import org.convscope.spec.Optimizer;
import org.convscope.spec.Scenario;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class ModelFileTest {

    private static final String WEIGHTS = "weights.bin";

    @TempDir
    private Path folder;

    private final Network network = Small.network();
    private Path file;

    @BeforeEach
    void learn() {
        file = folder.resolve("model.zip");
        network.learn(FakeNetwork.stripes(Small.blueprint(), 4, 3), 0.1);
    }

    static Stream<Long> seeds() {
        return new SplittableRandom(20261123).longs(30).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatWasSavedIsLoadedToTheLastBit(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Scenario scenario = new Scenario(
                "stripes",
                "lenet",
                Map.of("batch-norm", random.nextBoolean() ? "yes" : "no"),
                Small.scenario(Optimizer.ALL.get(random.nextInt(3)), seed).plan());
        Network saved = Small.network(scenario);
        for (int i = random.nextInt(4); i > 0; i--) {
            saved.learn(FakeNetwork.stripes(Small.blueprint(), 4, i), 0.1);
        }
        RunCard card = ModelFile.write(
                file, RunCard.of("r", scenario, saved, 1, 1, Small.card(saved).standing()), saved);
        SavedModel model = ModelFile.open(file);
        assertEquals(card, model.card());
        Network loaded = new FakeNetwork(model.draw(), scenario.plan().optimizer(), seed + 1);
        assertNotEquals(saved.checkpoint(), loaded.checkpoint());
        model.loadInto(loaded);
        assertEquals(saved.checkpoint(), loaded.checkpoint());
    }

    @Test
    void theChecksumIsThatOfAllEntriesButTheCard() throws Exception {
        save();
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        Zips.entries(file).forEach((name, content) -> {
            if (!name.equals("convscope.json")) {
                sha256.update(content);
            }
        });
        assertEquals(
                HexFormat.of().formatHex(sha256.digest()), ModelFile.open(file).sha256());
    }

    @Test
    void theCardInTheFileTellsTheStepOfTheWeights() {
        RunCard early = Small.card(Small.network());
        assertEquals(0, early.standing().step());
        assertEquals(1, ModelFile.write(file, early, network).standing().step());
        Network loaded = Small.network();
        ModelFile.open(file).loadInto(loaded);
        assertEquals(1, loaded.step());
    }

    @Test
    void equalNetworksGiveEqualFiles() throws IOException {
        save();
        byte[] first = Files.readAllBytes(file);
        save();
        assertArrayEquals(first, Files.readAllBytes(file));
    }

    @Test
    void onlyASmallNetworkIsDeflated() {
        assertEquals(Deflater.BEST_SPEED, ModelFile.level(61_706));
        assertEquals(Deflater.NO_COMPRESSION, ModelFile.level(46_764_746));
    }

    @Test
    void aWriteThatFailsLeavesWhatWasThere() throws IOException {
        save();
        byte[] before = Files.readAllBytes(file);
        Network failing = (Network) Proxy.newProxyInstance(
                Network.class.getClassLoader(), new Class<?>[] {Network.class}, (proxy, method, arguments) -> {
                    ((ModelSink) arguments[0]).entry("half.bin").write(new byte[1000]);
                    throw new IOException("No space left on device");
                });
        assertProblem(
                "run.notWritten",
                () -> ModelFile.write(file, Small.card(network), failing),
                file,
                "No space left on device");
        assertArrayEquals(before, Files.readAllBytes(file));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList(), "nothing half-written is left");
        }
        Path nowhere = folder.resolve("none").resolve("model.zip");
        assertProblem("run.notWritten", () -> ModelFile.write(nowhere, Small.card(network), network), nowhere);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aFileThatIsCutShortIsAProblem(long seed) throws IOException {
        save();
        byte[] whole = Files.readAllBytes(file);
        SplittableRandom random = new SplittableRandom(seed);
        int length = random.nextInt(5) == 0 ? whole.length - random.nextInt(1, 40) : random.nextInt(whole.length);
        Files.write(file, Arrays.copyOf(whole, length));
        assertProblem("run.notAModel", () -> ModelFile.open(file), file);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aByteThatWasChangedIsNoticedOrDoesNotMatter(long seed) throws IOException {
        save();
        byte[] whole = Files.readAllBytes(file);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 12; i++) {
            byte[] bytes = whole.clone();
            // The directory at the end is where most can go wrong.
            int place = random.nextInt(2) == 0 ? bytes.length - 1 - random.nextInt(200) : random.nextInt(bytes.length);
            bytes[place] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, bytes);
            Network loaded = Small.network();
            Checkpoint before = loaded.checkpoint();
            try {
                ModelFile.open(file).loadInto(loaded);
                assertEquals(network.checkpoint(), loaded.checkpoint(), "byte " + place);
            } catch (ProblemException noticed) {
                assertTrue(noticed.problem().code().matches("(run|spec|blueprint)\\..*"));
                if (!noticed.problem().code().equals("run.cardField")) {
                    assertEquals(before, loaded.checkpoint(), "byte " + place);
                }
            }
        }
    }

    @Test
    void whatIsNoZipIsAProblem() throws IOException {
        for (String text : List.of("", "PK", "<!DOCTYPE html>", "x".repeat(1000))) {
            Files.writeString(file, text);
            assertProblem("run.notAModel", () -> ModelFile.open(file), file);
        }
        assertProblem("run.notAModel", () -> ModelFile.open(folder.resolve("none.zip")), "none.zip");
        assertProblem("run.notAModel", () -> ModelFile.open(folder), folder);
    }

    @Test
    void aModelWithoutCardIsAProblem() throws IOException {
        save();
        Zips.putCard(file, null);
        assertProblem("run.noCard", () -> ModelFile.open(file), file, "convscope.json");
    }

    @Test
    void theCardInsideIsCheckedLikeAnyOther() throws IOException {
        save();
        Zips.putCard(file, Zips.card(file).replace("\"format\" : 1", "\"format\" : 999"));
        assertProblem("run.newerFormat", () -> ModelFile.open(file));
        Zips.putCard(file, "x".repeat(CardText.MOST_BYTES + 1));
        assertProblem("run.tooLong", () -> ModelFile.open(file), "convscope.json");
    }

    @Test
    void aNetworkThatDoesNotExistOrDoesNotFitIsAProblem() throws IOException {
        save();
        String card = Zips.card(file);
        Zips.putCard(file, card.replace("\"lenet\"", "\"../lenet\""));
        assertProblem("blueprint.noNetwork", () -> ModelFile.open(file), "../lenet");
        Zips.putCard(file, card.replace("\"init\" : \"xavier\"", "\"init\" : \"luck\""));
        assertProblem("blueprint.noValue", () -> ModelFile.open(file), "luck");
        Zips.putCard(file, card.replace("[ 1, 12, 12 ]", "[ 1, 2, 2 ]"));
        assertProblem("blueprint.tooSmall", () -> ModelFile.open(file));
    }

    @Test
    void aCardThatPromisesAGiantIsRefusedBeforeAnythingIsBuilt() throws IOException {
        save();
        Zips.putCard(file, Zips.card(file).replace("[ 1, 12, 12 ]", "[ 1, 2000, 2000 ]"));
        assertProblem("run.promise", () -> ModelFile.open(file), file);
    }

    @Test
    void aWeightThatWasChangedIsAProblemAndTheNetworkStaysAsItWas() throws IOException {
        save();
        Map<String, byte[]> entries = Zips.entries(file);
        entries.get(WEIGHTS)[100] ^= 1;
        Zips.write(file, entries);
        Network loaded = Small.network();
        Checkpoint before = loaded.checkpoint();
        assertProblem("run.checksum", () -> ModelFile.open(file).loadInto(loaded), file);
        assertEquals(before, loaded.checkpoint());
    }

    @Test
    void anEntryIsNotUnpackedFurtherThanTheNetworkNeeds() throws IOException {
        save();
        Map<String, byte[]> entries = Zips.entries(file);
        entries.put(WEIGHTS, new byte[64 << 20]);
        Zips.write(file, entries);
        assertTrue(Files.size(file) < 100_000, "a bomb: 64 MB in " + Files.size(file));
        assertProblem("run.tooLong", () -> ModelFile.open(file).loadInto(Small.network()), WEIGHTS);
    }

    @Test
    void twoEntriesOfOneNameAreAProblem() throws IOException {
        save();
        Map<String, byte[]> entries = Zips.entries(file);
        entries.put("weights.bix", new byte[3]);
        Zips.write(file, entries);
        Zips.rename(file, "weights.bix", WEIGHTS);
        assertProblem("run.notAModel", () -> ModelFile.open(file), "two entries");
    }

    @Test
    void moreEntriesThanANetworkHasAreAProblem() throws IOException {
        save();
        Map<String, byte[]> entries = Zips.entries(file);
        for (int i = 0; i < 100; i++) {
            entries.put("entry" + i, new byte[0]);
        }
        Zips.write(file, entries);
        assertProblem("run.notAModel", () -> ModelFile.open(file), "102 entries");
    }

    @Test
    void nothingIsEverWrittenUnderAnEntrysName() throws IOException {
        save();
        Map<String, byte[]> entries = Zips.entries(file);
        entries.put("../escaped.txt", "out".getBytes(StandardCharsets.UTF_8));
        Zips.write(file, entries);
        assertProblem("run.checksum", () -> ModelFile.open(file).loadInto(Small.network()));
        assertTrue(Files.notExists(folder.resolveSibling("escaped.txt")));
    }

    @Test
    void aCardOfAnotherStepIsAProblem() throws IOException {
        save();
        Zips.putCard(file, Zips.card(file).replace("\"step\" : 1,", "\"step\" : 2,"));
        assertProblem("run.cardField", () -> ModelFile.open(file).loadInto(Small.network()), "step", 2);
    }

    private void save() {
        ModelFile.write(file, Small.card(network), network);
    }
}
