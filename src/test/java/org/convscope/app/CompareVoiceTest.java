package org.convscope.app;

import static org.convscope.app.Spoken.assertKeys;
import static org.convscope.app.Spoken.say;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.convscope.cli.ExitCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A comparison by voice: the table, its files, and what it says of those who ask for something else. */
class CompareVoiceTest {

    @TempDir
    static Path folder;

    private static Spoken compared;

    @BeforeAll
    static void compareALittle() {
        compared = say(
                "compare",
                "sigmoid-relu",
                "--epochs",
                "1",
                "--limit",
                "2048",
                "--runs",
                folder.resolve("runs").toString(),
                "--out",
                folder.resolve("out").toString(),
                "--json");
    }

    @Test
    void fourRunsAreToldWithTheirKeysAndWhatDiffers() throws IOException {
        assertEquals(ExitCode.DONE, compared.code(), compared.err());
        JsonNode answer = compared.lines().get(0);
        assertKeys(answer, "runs differs");
        assertEquals(4, answer.get("runs").size());
        for (JsonNode run : answer.get("runs")) {
            assertKeys(
                    run,
                    "name run state stateAtStep onPlateau finalLoss testAccuracy sampleAccuracy deadShare saturatedShare"
                            + " gradientRms");
            assertTrue(run.get("gradientRms").has("conv1"), run::toString);
        }
        assertEquals("activation", answer.get("differs").get(0).get("what").asText());
        assertEquals("lr", answer.get("differs").get(1).get("what").asText());
        JsonNode slow = answer.get("runs").get(1);
        assertTrue(slow.get("onPlateau").asBoolean(), slow::toString);
        assertEquals(2.303, slow.get("finalLoss").asDouble(), 0.023);
    }

    @Test
    void everyRunIsRecorded() throws IOException {
        for (JsonNode run : compared.lines().get(0).get("runs")) {
            assertTrue(Files.exists(
                    folder.resolve("runs").resolve(run.get("run").asText()).resolve("model.zip")));
        }
    }

    @Test
    void theFilesHoldTheTableTheCurvesAndTheMaps() throws Exception {
        Path out = folder.resolve("out");
        List<String> table = Files.readAllLines(out.resolve("table.csv"));
        assertEquals(5, table.size());
        assertTrue(table.get(1).startsWith("\"sigmoid, rate 0.9\",FINISHED,8,"), table.get(1));
        assertTrue(Files.readAllLines(out.resolve("curves.csv")).size() >= 5);
        var picture = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(out.resolve("loss.svg").toFile());
        assertEquals("svg", picture.getDocumentElement().getTagName());
        assertTrue(ImageIO.read(out.resolve("relu-rate-0.1-conv1.png").toFile()).getWidth() > 0);
    }

    @Test
    void anUnknownComparisonNamesThoseThereAre() {
        Spoken refused = say("compare", "cats-dogs");
        assertEquals(ExitCode.BAD_INPUT, refused.code());
        assertTrue(refused.err().contains("sigmoid-relu, pooling"), refused.err());
    }

    @Test
    void recordedRunsAreReadWithTheSameKeysAndTheSameEnds() throws IOException {
        JsonNode trained = compared.lines().get(0);
        List<String> ids = List.of(
                trained.get("runs").get(0).get("run").asText(),
                trained.get("runs").get(3).get("run").asText());
        Spoken read = say(
                "compare",
                ids.get(0),
                folder.resolve("runs").resolve(ids.get(1)).toString(),
                "--runs",
                folder.resolve("runs").toString(),
                "--out",
                folder.resolve("read").toString(),
                "--json");
        assertEquals(ExitCode.DONE, read.code(), read.err());
        JsonNode answer = read.lines().get(0);
        assertKeys(answer, "runs differs");
        for (int i = 0; i < 2; i++) {
            JsonNode before = trained.get("runs").get(3 * i);
            JsonNode run = answer.get("runs").get(i);
            assertEquals(before.get("run").asText(), run.get("run").asText());
            for (String key : List.of("state", "stateAtStep", "onPlateau", "finalLoss", "testAccuracy")) {
                assertEquals(before.get(key), run.get(key), key);
            }
            assertEquals(
                    before.get("deadShare").asDouble(), run.get("deadShare").asDouble(), 1e-6);
            assertTrue(run.get("gradientRms").has("conv1"), run::toString);
        }
        assertEquals("activation", answer.get("differs").get(0).get("what").asText());
        assertTrue(Files.exists(folder.resolve("read").resolve("curves.csv")));
        assertTrue(Files.exists(folder.resolve("read").resolve(ids.get(0) + "-conv1.png")));
    }

    @Test
    void aPresetAmongRunsIsNoComparison() {
        Spoken refused = say("compare", "pooling", "lenet-relu");
        assertEquals(ExitCode.BAD_INPUT, refused.code());
        assertTrue(refused.err().contains("pooling lenet-relu"), refused.err());
    }

    @Test
    void aRunThatThereIsNotIsNamed() {
        Spoken refused = say("compare", "lenet-relu", "no-such-run");
        assertEquals(ExitCode.BAD_INPUT, refused.code());
        assertTrue(refused.err().contains("no-such-run"), refused.err());
    }
}
