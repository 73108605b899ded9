package org.convscope.app;

import static org.convscope.app.Spoken.assertKeys;
import static org.convscope.app.Spoken.say;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.convscope.cli.ExitCode;
import org.convscope.data.Datasets;
import org.convscope.tensor.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What others may rely on when they call the program from theirs: keys, exit codes, and a clean standard output. */
class VoiceTest {

    @TempDir
    static Path folder;

    private static String model;
    private static Spoken training;

    @BeforeAll
    static void trainALittle() {
        model = folder.resolve("little.zip").toString();
        training = say(
                "train",
                "lenet",
                "--activation",
                "relu",
                "--limit",
                "512",
                "--batch",
                "64",
                "--epochs",
                "2",
                "--runs",
                folder.resolve("runs").toString(),
                "--save",
                model,
                "--json");
    }

    @Test
    void trainingTellsEachEpochAndTheEndOnALineOfItsOwn() throws IOException {
        assertEquals(ExitCode.DONE, training.code(), training.err());
        List<JsonNode> lines = training.lines();
        assertEquals(3, lines.size(), training.out());
        assertKeys(
                lines.get(0),
                "event epoch step images trainLoss trainAccuracy testLoss testAccuracy seconds imagesPerSecond");
        assertEquals(2, lines.get(1).get("epoch").asInt());
        assertEquals(16, lines.get(1).get("step").asInt());
        assertEquals(1024, lines.get(1).get("images").asInt());
        assertKeys(lines.get(2), "event state run model step testAccuracy engine");
        assertEquals("FINISHED", lines.get(2).get("state").asText());
        assertTrue(training.err().contains("epoch 2/2"), "people read on standard error");
    }

    @Test
    void theSameSeedTellsTheSameCurve() throws IOException {
        List<String> losses = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Spoken spoken = say(
                    "train",
                    "lenet",
                    "--limit",
                    "256",
                    "--batch",
                    "64",
                    "--epochs",
                    "1",
                    "--seed",
                    "5",
                    "--threads",
                    "1",
                    "--runs",
                    folder.resolve("seed" + i).toString(),
                    "--json",
                    "--quiet");
            assertTrue(spoken.err().isEmpty(), "quiet: " + spoken.err());
            losses.add(spoken.lines().get(0).get("trainLoss").asText()
                    + spoken.lines().get(0).get("testLoss").asText());
        }
        assertEquals(losses.get(0), losses.get(1));
    }

    @Test
    void aRunCanBeResumedByItsId() throws IOException {
        String run = training.lines().get(2).get("run").asText();
        Spoken spoken =
                say("train", "--resume", run, "--runs", folder.resolve("runs").toString(), "--json");
        assertEquals(ExitCode.DONE, spoken.code(), spoken.err());
        assertEquals("FINISHED", spoken.lines().get(0).get("state").asText(), "there was nothing left to learn");
    }

    @Test
    void aModelRemembersHowItsImagesWerePrepared() throws IOException {
        String prepared = folder.resolve("prepared.zip").toString();
        String runs = folder.resolve("prepared").toString();
        String[] wishes = ("train lenet --activation relu --input 3x32x32 --normalise --augment shift,noise --limit 64"
                        + " --batch 16 --epochs 1 --json --quiet")
                .split(" ");
        String[] places = {"--runs", runs, "--save", prepared};
        Spoken trained = say(Stream.of(wishes, places).flatMap(Stream::of).toArray(String[]::new));
        assertEquals(ExitCode.DONE, trained.code(), trained.err());
        double promised = trained.lines().get(1).get("testAccuracy").asDouble();
        assertTrue(promised > 0.1, "it has learned something: " + promised);
        for (String command : List.of("predict", "explain --node conv1", "look --node conv1 --out " + folder)) {
            String[] words = (command + " --json --index 3 --model").split(" ");
            Spoken spoken =
                    say(Stream.concat(Stream.of(words), Stream.of(prepared)).toArray(String[]::new));
            assertEquals(ExitCode.DONE, spoken.code(), spoken.err());
        }
        // The picture is what test image 3 is, so the answer is the same.
        BufferedImage picture = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
        Tensor test = Datasets.byId("fashion-mnist").load().test().image(3);
        for (int i = 0; i < test.size(); i++) {
            picture.getRaster().setSample(i % 28, i / 28, 0, Math.round(255 * test.flat(i)));
        }
        Path file = folder.resolve("trouser.png");
        ImageIO.write(picture, "png", file.toFile());
        assertEquals(
                say("predict", "--model", prepared, "--index", "3", "--json")
                        .json()
                        .get("predictions"),
                say("predict", "--model", prepared, "--image", file.toString(), "--json")
                        .json()
                        .get("predictions"));
    }

    @Test
    void theCensusCountsLeNetAsTheCourseDoes() throws IOException {
        JsonNode census = say("census", "lenet", "--json").json();
        assertKeys(
                census,
                "network input classes parameters trainableParameters runningStatistics macs activationBytes nodes");
        assertEquals(61_706, census.get("parameters").asInt());
        assertEquals(416_520, census.get("macs").asInt());
        JsonNode conv2 = census.get("nodes").get(4);
        assertKeys(conv2, "id op block inputs output parameters arithmetic macs activationBytes receptiveField");
        assertEquals("16·(5·5·6)+16 = 2,416", conv2.get("arithmetic").asText());
        assertEquals(14, conv2.get("receptiveField").asInt());
    }

    @ParameterizedTest
    @CsvSource({
        "lenet, 1x28x28, 10, 61706",
        "alexnet, 1x224x224, 10, 46764746",
        "vgg11, 1x224x224, 10, 128806154",
        "nin, 1x224x224, 10, 1992166",
        "googlenet, 1x96x96, 10, 5977530",
        "resnet18, 1x96x96, 10, 11178378",
        "vgg16, 3x224x224, 1000, 138357544",
        "lenet-bn, 1x28x28, 10, 44878",
        "densenet, 1x96x96, 10, 758226",
        "alexnet-2012, 3x224x224, 1000, 60965224",
    })
    void theCensusCountsTheLargeNetworksAsCourseAndPapersDo(String network, String input, int classes, long parameters)
            throws IOException {
        JsonNode census = say("census", network, "--input", input, "--classes", String.valueOf(classes), "--json")
                .json();
        assertEquals(parameters, census.get("parameters").asLong());
        assertEquals(parameters, census.get("trainableParameters").asLong());
        if (network.equals("resnet18")) {
            assertEquals(7_808, census.get("runningStatistics").asLong());
        }
    }

    @Test
    void aChoiceThatLeNetDoesNotHaveAndOtherImagesReachTheDrawing() throws IOException {
        JsonNode census = say("census", "resnet18", "--set", "width=quarter", "--input", "3x32x32", "--json")
                .json();
        assertEquals(3, census.get("input").get(0).asInt());
        JsonNode conv1 = census.get("nodes").get(1);
        assertEquals("16·(7·7·3)+16 = 2,368", conv1.get("arithmetic").asText());
        JsonNode add = census.get("nodes").get(10);
        assertEquals("block2a.add", add.get("id").asText());
        assertEquals("block2a", add.get("block").asText());
        assertEquals(2, add.get("inputs").size());
    }

    @Test
    void theMistakesAddUpToWhatTheModelPromises() throws IOException {
        JsonNode answer =
                say("mistakes", "--model", "lenet-relu", "--top", "3", "--json").json();
        assertKeys(answer, "model images accuracy classes confusion mistakes");
        assertEquals(0.85, answer.get("accuracy").asDouble(), "as the shipped model's card has it");
        int right = 0;
        int all = 0;
        for (int label = 0; label < 10; label++) {
            JsonNode one = answer.get("classes").get(label);
            assertKeys(one, "class right total");
            int row = 0;
            for (JsonNode count : answer.get("confusion").get(label)) {
                row += count.asInt();
            }
            assertEquals(one.get("total").asInt(), row);
            assertEquals(
                    one.get("right").asInt(),
                    answer.get("confusion").get(label).get(label).asInt());
            right += one.get("right").asInt();
            all += row;
        }
        assertEquals(answer.get("images").asInt(), all);
        assertEquals(answer.get("accuracy").asDouble(), (double) right / all);
        assertEquals(3, answer.get("mistakes").size());
        for (JsonNode mistake : answer.get("mistakes")) {
            assertKeys(mistake, "index label prediction probability");
            assertNotEquals(
                    mistake.get("label").asText(), mistake.get("prediction").asText());
        }
        assertNotEquals(
                ExitCode.DONE,
                say("mistakes", "--model", "lenet-relu", "--top", "0").code());
    }

    @Test
    void predictionsAreSortedAndSumToOne() throws IOException {
        JsonNode answer =
                say("predict", "--model", model, "--index", "0", "--json").json();
        assertKeys(answer, "model image label predictions");
        double sum = 0;
        double before = 1;
        for (JsonNode prediction : answer.get("predictions")) {
            assertKeys(prediction, "class index probability");
            double probability = prediction.get("probability").asDouble();
            assertTrue(probability <= before, "sorted");
            before = probability;
            sum += probability;
        }
        assertEquals(10, answer.get("predictions").size());
        assertEquals(1, sum, 1e-5);
        assertEquals(
                3,
                say("predict", "--model", model, "--index", "0", "--top", "3", "--json")
                        .json()
                        .get("predictions")
                        .size());
    }

    @Test
    void lookingWritesEveryNodeInEveryFormat() throws IOException {
        Path out = folder.resolve("look");
        JsonNode answer = say(
                        "look",
                        "--model",
                        model,
                        "--index",
                        "3",
                        "--out",
                        out.toString(),
                        "--format",
                        "png,npy,csv",
                        "--json")
                .json();
        assertEquals(3 * 13, answer.get("files").size(), "three formats of LeNet's thirteen nodes");
        JsonNode first = answer.get("files").get(0);
        assertKeys(first, "node lens path shape min max");
        byte[] npy = Files.readAllBytes(out.resolve("conv2-activation.npy"));
        assertEquals("NUMPY", new String(npy, 1, 5, java.nio.charset.StandardCharsets.US_ASCII));
        assertEquals(128 + 16 * 10 * 10 * 4, npy.length, "a header of 128 bytes, then the floats");
        assertEquals(
                1 + 1600,
                Files.readAllLines(out.resolve("conv2-activation.csv")).size());
        try (var files = Files.list(out)) {
            assertTrue(files.noneMatch(path -> path.toString().endsWith(".part")), "nothing half-written is left");
        }
    }

    @Test
    void theTermsOfACellAddUp() throws IOException {
        JsonNode answer = say(
                        "explain",
                        "--model",
                        model,
                        "--index",
                        "0",
                        "--node",
                        "conv2",
                        "--channel",
                        "7",
                        "--cell",
                        "4,6",
                        "--json")
                .json();
        assertKeys(answer, "node op channel cell terms givens bias sum activation value");
        assertEquals(150, answer.get("terms").size());
        double sum = answer.get("bias").asDouble();
        for (JsonNode term : answer.get("terms")) {
            assertKeys(term, "inputChannel row column input weight product");
            sum += term.get("product").asDouble();
        }
        assertEquals(sum, answer.get("sum").asDouble(), 1e-5);
        assertEquals(Math.max(0, sum), answer.get("value").asDouble(), 1e-5);
        assertEquals("relu", answer.get("activation").asText());
    }

    @Test
    void doctorAndModelsKeepTheirKeys() throws IOException {
        JsonNode doctor = say("doctor", "--json").json();
        assertKeys(doctor, "java os cpu threads engine oneDnn helpers memory display cjkFont problems");
        assertKeys(doctor.get("memory"), "javaHeapBytes arraysBytes processBytes");
        JsonNode models = say("models", "--json").json();
        assertKeys(models, "models");
        for (JsonNode entry : models.get("models")) {
            assertKeys(entry, "id path network data testAccuracy sha256");
        }
    }

    @Test
    void doctorSpeaksToAPersonInWords() throws IOException {
        Spoken spoken = say("doctor");
        assertEquals(ExitCode.DONE, spoken.code(), spoken.err());
        assertTrue(spoken.out().contains("Helpers   on for activation, batch norm, convolution\n"), spoken.out());
        assertTrue(
                spoken.out().matches("(?s).*Memory    at most [0-9,]+ MiB for the program, of it [0-9,]+ MiB.*"),
                spoken.out());
        assertFalse(spoken.out().matches("(?s).*[{}\"].*"), spoken.out());
    }

    @Test
    void badInputIsAProblemWithExitCodeTwo() throws IOException {
        for (String[] call : new String[][] {
            {"train", "lenet", "--lr", "-1"},
            {"train", "lenet", "--batch", "many"},
            {"train", "lenet", "--optimizer", "magic"},
            {"train", "lenet", "--data", "nowhere"},
            {"train", "lenett"},
            {"train"},
            {"census", "lenet", "--input", "1x2x2"},
            {"census", "lenet", "--input", "square"},
            {"census", "lenet", "--set", "activation=step"},
            {"census", "vgg11", "--input", "1x28x28"},
            {"census", "resnet18", "--set", "dropout=no"},
            {"train", "lenet", "--input", "28x28"},
            {"train", "lenet", "--input", "2x28x28"},
            {"train", "lenet", "--fit", "crop"},
            {"train", "lenet", "--colour", "green"},
            {"train", "lenet", "--augment", "shift,melt"},
            {"predict", "--model", "no-such-model", "--index", "0"},
            {"predict", "--model", model},
            {"predict", "--model", model, "--index", "10000"},
            {"predict", "--model", model, "--image", folder.resolve("none.png").toString()},
            {"look", "--model", model, "--index", "0", "--node", "conv9"},
            {"look", "--model", model, "--index", "0", "--lens", "rose"},
            {"look", "--model", model, "--index", "0", "--format", "gif"},
            {"explain", "--model", model, "--index", "0", "--node", "conv2", "--cell", "10,0"},
            {"explain", "--model", model, "--index", "0", "--node", "conv2", "--channel", "16"},
            {"bench", "patience"},
            {"bench", "train", "--peer", "caffe"},
            {"dance"},
        }) {
            String[] withJson = java.util.Arrays.copyOf(call, call.length + 1);
            withJson[call.length] = "--json";
            say(withJson).assertProblem(String.join(" ", call));
        }
    }
}
