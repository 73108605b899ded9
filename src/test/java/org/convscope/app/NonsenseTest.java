package org.convscope.app;

import static org.convscope.app.Spoken.say;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.convscope.cli.ExitCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a person or a script mistypes: a Problem in four parts, exit code 2, never a stack trace. */
@Timeout(120)
class NonsenseTest {

    private static final String LEARNT = "predict --model lenet-relu";
    private static final String SHOWN = "--model lenet-relu --index 0";

    @TempDir
    static Path folder;

    @BeforeAll
    static void leaveBadFilesAround() throws IOException {
        Files.writeString(folder.resolve("text"), "not what it is taken for\n");
        Files.createFile(folder.resolve("empty"));
        Files.createDirectories(folder.resolve("directory"));
        byte[] model = Files.readAllBytes(Path.of("models/lenet-relu/weights.zip"));
        Files.write(folder.resolve("cut.zip"), Arrays.copyOf(model, model.length / 2));
        byte[] flipped = model.clone();
        Arrays.fill(flipped, model.length / 3, model.length / 3 + 64, (byte) 0x55);
        Files.write(folder.resolve("flipped.zip"), flipped);
        zip("stranger.zip", "hello.txt");
        zip("climber.zip", "../../escaped.txt");
        Files.write(folder.resolve("half.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0});
    }

    /** Calls, word by word; {@code ''} is an empty word, {@code DIR} the folder of bad files. */
    static Stream<String> calls() {
        return Stream.of(
                        List.of("--json", "''", "--fly", "LENET", "census"),
                        each(
                                "census",
                                "",
                                "''",
                                "LENET",
                                "alexnett",
                                "lenet extra",
                                "lenet --fly",
                                "lenet --input",
                                "lenet --set activation",
                                "lenet --set =",
                                "lenet --set ''"),
                        each(
                                "census lenet --input",
                                "''",
                                "28",
                                "0x28x28",
                                "-1x28x28",
                                "1x5000x28",
                                "1x99999999999x1",
                                "1x1x1",
                                "axbxc"),
                        each("census lenet --classes", "''", "0", "-1", "1.5", "nan", "100001", "99999999999999999999"),
                        each("census lenet --activation", "''", "RELU6", "-1"),
                        each("census lenet --pool", "''", "min"),
                        each("census lenet --set", "depth=7", "activation=", "batch-norm=perhaps"),
                        each("train --runs DIR/runs", "", "''", "lenet5", "lenet lenet"),
                        each(
                                "train lenet --runs DIR/runs --lr",
                                "''",
                                "nan",
                                "NaN",
                                "Infinity",
                                "0",
                                "-0.1",
                                "1e9",
                                "much"),
                        each("train lenet --runs DIR/runs --batch", "''", "0", "-1", "65537", "99999999999", "1.5"),
                        each("train lenet --runs DIR/runs --epochs", "''", "0", "-3", "100001", "99999999999"),
                        each("train lenet --runs DIR/runs --limit", "''", "-1", "99999999999"),
                        each("train lenet --runs DIR/runs --seed", "''", "x", "99999999999999999999"),
                        each("train lenet --runs DIR/runs --optimizer", "''", "SGDD", "0"),
                        each(
                                "train lenet --runs DIR/runs --schedule",
                                "''",
                                "step:0:0.5",
                                "step:1:0",
                                "step:1:2",
                                "step:1:1..2",
                                "step:-1:0.5",
                                "Constant"),
                        each("train lenet --runs DIR/runs --threads", "''", "0", "-1", "1025", "99999999999", "AUTO"),
                        each(
                                "train lenet --runs DIR/runs --data",
                                "''",
                                "cifar",
                                "DIR/none",
                                "DIR/text",
                                "DIR/directory",
                                "../../nowhere"),
                        each(
                                "train --runs DIR/runs --resume none",
                                "lenet",
                                "--epochs 3",
                                "--set batch-norm=yes",
                                "--activation relu"),
                        each("train --runs DIR/runs --resume", "''", "none", "DIR/directory", "DIR/text", "../..", "/"),
                        each(
                                "train lenet --runs DIR/runs --save",
                                "''",
                                "/",
                                "DIR",
                                "DIR/none/model.zip",
                                "DIR/text/m"),
                        each(
                                "predict --index 0 --model",
                                "''",
                                "none",
                                "/",
                                "DIR",
                                "DIR/none",
                                "DIR/directory",
                                "DIR/text",
                                "DIR/empty",
                                "DIR/cut.zip",
                                "DIR/flipped.zip",
                                "DIR/stranger.zip",
                                "DIR/climber.zip",
                                "models/lenet-relu/model.json"),
                        each(
                                LEARNT,
                                "",
                                "--index",
                                "--image DIR/text --index 0",
                                "--fit fold --index 0",
                                "--index 0 1"),
                        each(
                                LEARNT + " --image",
                                "''",
                                "/",
                                "DIR/none",
                                "DIR/directory",
                                "DIR/text",
                                "DIR/empty",
                                "DIR/half.png",
                                "DIR/cut.zip"),
                        each(LEARNT + " --index", "''", "-1", "10000", "99999999999", "zero"),
                        each(LEARNT + " --index 0 --top", "''", "0", "-1", "99999999999"),
                        each(
                                "look --out DIR/look " + SHOWN,
                                "--node ''",
                                "--node conv3",
                                "--node ../conv1",
                                "--lens ''",
                                "--lens cell-sum --node conv1",
                                "--lens kernel --node pool1",
                                "--format ''",
                                "--format png,,csv",
                                "--format PNG",
                                "--channel 3"),
                        each("look " + SHOWN + " --out", "DIR/text", "DIR/text/deeper"),
                        each("explain " + SHOWN, "", "--node ''", "--node conv9", "--node input --cell 28,0"),
                        each(
                                "explain --node conv2 " + SHOWN + " --cell",
                                "''",
                                "4",
                                "4,",
                                "-1,0",
                                "99,99",
                                "99999,0",
                                "999999999,0",
                                "1.5,2",
                                "a,b"),
                        each("explain --node conv2 " + SHOWN + " --channel", "''", "-1", "16", "99999999999"),
                        each("explain --node logits " + SHOWN, "--channel 10", "--cell 0,1", "--cell 1,0"),
                        each(
                                "models",
                                "extra",
                                "--keep DIR/none --as none",
                                "--keep DIR/text --as text",
                                "--keep DIR/directory --as none",
                                "--keep DIR/climber.zip --as none",
                                "--keep models/lenet-relu/weights.zip",
                                "--keep models/lenet-relu/weights.zip --as ''",
                                "--keep models/lenet-relu/weights.zip --as ../up"),
                        each("bench", "", "''", "patience", "train extra", "train --net ''", "window --net alexnett"),
                        each("bench train --rounds", "''", "0", "-1", "101", "99999999999"),
                        each("bench train --peer", "''", "caffe", "dl4j --busy"),
                        each("bench train --report", "''", "DIR", "DIR/text/below", "DIR/directory"),
                        each("bench memory --minutes", "''", "0", "-1", "nan", "NaN", "1e9"),
                        each("models --runs", "''", "DIR/text"),
                        each("doctor", "extra", "@DIR/text", "--threads 0", "--threads x", "--fly"))
                .flatMap(List::stream);
    }

    @TestFactory
    Stream<DynamicTest> nonsenseIsAnswered() {
        return calls().map(call -> DynamicTest.dynamicTest(call, () -> {
            say(words(call + " --json")).assertProblem(call);
            assertTrue(Files.notExists(folder.resolve("runs")), "refused before anything was written");
        }));
    }

    @Test
    void aPersonReadsFourSentencesOnStandardErrorAndNothingElse() {
        Spoken spoken = say(words("train lenet --lr nan"));
        assertEquals(ExitCode.BAD_INPUT, spoken.code());
        assertEquals("", spoken.out());
        assertEquals(4, spoken.err().lines().count(), spoken.err());
    }

    @Test
    void numbersThatAreNoneAreCalledSo() {
        assertTrue(say(words("train lenet --lr much")).err().contains("'much' is not a number\n"));
        assertTrue(say(words("train lenet --epochs 1.5")).err().contains("'1.5' is not a whole number, or too long\n"));
        assertTrue(say(words("train lenet --set x")).err().contains("Value for option '--set'"));
    }

    @Test
    void whatWasTypedIsShownAsItIsAndDoesNothingToTheTerminal() {
        Spoken spoken = say("predict", "--index", "0", "--model", "{1}\u001b[2J\nnone");
        assertTrue(spoken.err().contains("{1}?[2J?none\n"), spoken.err());
        assertEquals(4, spoken.err().lines().count(), spoken.err());
    }

    @Test
    void aFilesContentIsNotTakenForWords() {
        Spoken spoken = say("census", "lenet", "@" + folder.resolve("text"));
        assertTrue(spoken.err().contains("@" + folder), spoken.err());
    }

    private static List<String> each(String command, String... ends) {
        return Arrays.stream(ends).map(end -> (command + " " + end).strip()).toList();
    }

    private static String[] words(String call) {
        return Arrays.stream(call.split(" "))
                .map(word -> word.equals("''") ? "" : word.replace("DIR", folder.toString()))
                .toArray(String[]::new);
    }

    private static void zip(String name, String entry) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write("hello".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
    }
}
