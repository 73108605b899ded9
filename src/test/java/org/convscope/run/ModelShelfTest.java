package org.convscope.run;

import static org.convscope.problem.ProblemAssert.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.convscope.net.Network;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelShelfTest {

    @TempDir
    private Path folder;

    private final Network network = Small.network();
    private ModelShelf shelf;
    private Path place;

    @BeforeEach
    void putOne() {
        shelf = new ModelShelf(folder.resolve("models"));
        assertEquals(List.of(), shelf.entries(), "a shelf that is not there is empty");
        Path model = folder.resolve("trained.zip");
        RunCard card = ModelFile.write(model, Small.card(network), network);
        place = folder.resolve("models/lenet-relu");
        assertEquals(
                new ModelEntry("lenet-relu", place, "lenet", "stripes", Double.NaN, card.sha256(), Optional.empty()),
                shelf.put("lenet-relu", model));
    }

    @Test
    void aModelOnTheShelfIsListedAndLoaded() {
        assertEquals(
                List.of("lenet-relu"),
                shelf.entries().stream().map(ModelEntry::id).toList());
        Network loaded = Small.network(Small.scenario(Small.SCENARIO.plan().optimizer(), 99));
        shelf.open("lenet-relu").loadInto(loaded);
        assertEquals(network.checkpoint(), loaded.checkpoint());
    }

    @Test
    void whoAsksForAnotherIsToldWhatThereIs() {
        assertProblem("run.noModel", () -> shelf.open("lenet-sigmoid"), "lenet-sigmoid", "lenet-relu");
    }

    @Test
    void damagedModelsAreListedWithWhatIsWrong() throws IOException {
        Files.createDirectories(folder.resolve("models/empty"));
        Path cardless = Files.createDirectories(folder.resolve("models/cardless"));
        Files.copy(place.resolve("weights.zip"), cardless.resolve("weights.zip"));
        Files.writeString(folder.resolve("models/README.md"), "not a model");
        List<ModelEntry> entries = shelf.entries();
        assertEquals(
                List.of("lenet-relu", "cardless", "empty"),
                entries.stream().map(ModelEntry::id).toList());
        assertTrue(entries.get(0).problem().isEmpty());
        assertEquals("run.unreadable", entries.get(1).problem().orElseThrow().code());
        assertEquals("run.noWeights", entries.get(2).problem().orElseThrow().code());
        assertProblem("run.unreadable", () -> shelf.open("cardless"), "cardless");
    }

    @Test
    void otherWeightsThanThoseOnTheCardAreAProblem() throws IOException {
        Network other = Small.network(Small.scenario(Small.SCENARIO.plan().optimizer(), 99));
        ModelFile.write(place.resolve("weights.zip"), Small.card(other), other);
        assertProblem("run.checksum", () -> shelf.open("lenet-relu"), "lenet-relu");
    }

    @Test
    void weightsThatWereChangedAreAProblemWhenTheyAreLoaded() throws IOException {
        Path weights = place.resolve("weights.zip");
        Map<String, byte[]> entries = Zips.entries(weights);
        entries.get("weights.bin")[1000] ^= 4;
        Zips.write(weights, entries);
        SavedModel model = shelf.open("lenet-relu");
        assertProblem("run.checksum", () -> model.loadInto(Small.network()), weights);
    }
}
