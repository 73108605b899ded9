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
}
