package org.convscope.app;

import static org.convscope.app.Spoken.assertKeys;
import static org.convscope.app.Spoken.say;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.convscope.cli.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code census} writes besides the promised JSON. */
class CensusTest {

    @TempDir
    private Path folder;

    @Test
    void theTableStaysWhatACallWithoutOptionsSays() {
        Spoken said = say("census", "lenet");
        assertEquals(ExitCode.DONE, said.code(), said.err());
        assertTrue(said.out().contains("16·(5·5·6)+16 = 2,416"), said.out());
        assertTrue(said.out().contains("61,706 parameters, 416,520 multiply-adds"), said.out());
        assertEquals(said.out(), say("census", "lenet", "--format", "table").out());
    }

    @Test
    void valuesCanBeReadBackAndAddUp() {
        List<List<String>> lines =
                parse(say("census", "googlenet", "--format", "csv").out());
        int parameters = lines.get(0).indexOf("parameters");
        long sum = lines.stream()
                .skip(1)
                .mapToLong(line -> Long.parseLong(line.get(parameters)))
                .sum();
        assertEquals(5_977_530, sum);
        assertTrue(lines.stream().allMatch(line -> line.size() == lines.get(0).size()));
    }

    @Test
    void aFileIsWrittenInTheFormatOfItsNameAndJsonStaysAlone() throws IOException {
        Path file = folder.resolve("lenet.md");
        JsonNode json = say("census", "lenet", "--by", "block", "--out", file.toString(), "--json")
                .json();
        assertEquals(6, json.get("blocks").size());
        assertKeys(json.get("blocks").get(1), "name nodes output parameters macs activationBytes receptiveField");
        String written = Files.readString(file);
        assertTrue(written.startsWith("| block | nodes | output |"), written);
        assertTrue(written.contains("| **61,706** |"), written);
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(file), left.toList(), "nothing is left beside it");
        }
    }

    @Test
    void aNetworkAgainstItselfOnLargerImagesDiffersInItsShapesAlone() throws IOException {
        JsonNode json = say(
                        "census", "lenet", "--against", "lenet", "--input2", "1x32x32", "--set2", "pool=max", "--json")
                .json();
        assertKeys(json, "left right ratios pairs");
        assertEquals(61_706, json.get("left").get("parameters").asInt());
        assertKeys(json.get("ratios"), "parameters macs activationBytes");
        JsonNode pool = json.get("pairs").get(3);
        assertKeys(pool, "likeness left right differs");
        assertEquals("changed", pool.get("likeness").asText());
        assertEquals("pooling", pool.get("differs").get(0).get("what").asText());
        Spoken words = say("census", "lenet", "--against", "googlenet", "--batch", "32");
        assertTrue(words.out().contains("googlenet has 96.9× the parameters"), words.out());
        assertTrue(words.out().contains("a step on 32 images"), words.out());
    }

    @Test
    void trainingMemoryIsToldOnlyIfABatchIsGiven() throws IOException {
        JsonNode json = say("census", "lenet", "--batch", "256", "--json").json();
        assertEquals(2 * (246_824 + 256 * 61_584L), json.get("trainingBytes").asLong());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "census lenet --format yaml",
                "census lenet --by stage",
                "census lenet --batch 0",
                "census lenet --against alexnett",
                "census lenet --input2 1x32x32",
                "census lenet --set2 pool=max",
                "census lenet --against lenet --set2 pool=min",
                "census lenet --against googlenet --input2 square",
                "census lenet --out /no/such/folder/x.csv",
                "census lenet --out .",
            })
    void whatCannotBeIsAProblem(String call) throws IOException {
        say((call + " --json").split(" ")).assertProblem(call);
    }

    /** A reader of RFC 4180, for this test. */
    private static List<List<String>> parse(String csv) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean isQuoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char now = csv.charAt(i);
            if (now == '"') {
                if (isQuoted && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                    cell.append(csv.charAt(++i));
                } else {
                    isQuoted = !isQuoted;
                }
            } else if (isQuoted || now != ',' && now != '\r' && now != '\n') {
                cell.append(now);
            } else if (now != '\r') {
                line.add(cell.toString());
                cell.setLength(0);
                if (now == '\n') {
                    lines.add(List.copyOf(line));
                    line.clear();
                }
            }
        }
        return lines;
    }
}
