package org.convscope.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.convscope.blueprint.Node;
import org.convscope.net.Parameter;
import org.convscope.problem.ProblemException;
import org.convscope.tensor.Tensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a stranger wrote into a model file, it becomes a sound network or a Problem, and soon. */
class LyingFilesTest {

    private static final Path FILES = Path.of("src/test/resources/foreign");
    private static final int CASES = 200;

    @TempDir
    private Path folder;

    @BeforeEach
    void takeATfjsModel() throws IOException {
        for (String name :
                List.of("model.json", "group1-shard1of3.bin", "group1-shard2of3.bin", "group1-shard3of3.bin")) {
            Files.copy(FILES.resolve("tfjs-tiny-vgg").resolve(name), folder.resolve(name));
        }
    }

    static Stream<Arguments> corruptions() {
        return IntStream.range(0, CASES)
                .mapToObj(seed -> Arguments.of(
                        seed,
                        switch (seed % 4) {
                            case 0 -> "keras3-sequential.h5";
                            case 1 -> "keras2-functional.h5";
                            case 2 -> "tfjs-branches/model.json";
                            default -> "dl4j";
                        }));
    }

    @ParameterizedTest
    @MethodSource("corruptions")
    void aCorruptedFileIsASoundNetworkOrAProblem(int seed, String source) throws IOException {
        Random random = new Random(seed);
        byte[] whole = source.equals("dl4j") ? dl4j(1, "") : Files.readAllBytes(FILES.resolve(source));
        Path file = folder.resolve("corrupted");
        Files.write(file, corrupted(whole, random));
        if (source.startsWith("tfjs")) {
            Files.copy(FILES.resolve("tfjs-branches/group1-shard1of1.bin"), folder.resolve("group1-shard1of1.bin"));
        }
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            try {
                mustBeSound(ForeignModels.open(file));
            } catch (ProblemException expected) {
                assertFalse(expected.problem().inOneLine().isEmpty());
            }
        });
    }

    /** A few wrong bytes, a wrong number, a piece that is gone, or a piece that is there twice. */
    private static byte[] corrupted(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        switch (random.nextInt(5)) {
            case 0 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 1 -> {
                for (int i = 0; i < 40; i++) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
                }
            }
            case 2 -> {
                int at = random.nextInt(bytes.length - 8);
                Arrays.fill(bytes, at, at + 8, (byte) (random.nextBoolean() ? 0xFF : 0x7F));
            }
            case 3 -> {
                for (int i = 0; i < bytes.length; i++) {
                    if (bytes[i] >= '0' && bytes[i] <= '9' && random.nextInt(40) == 0) {
                        bytes[i] = (byte) ('0' + random.nextInt(10));
                    }
                }
            }
            default -> {
                int from = random.nextInt(bytes.length / 2);
                int to = random.nextInt(bytes.length / 2);
                System.arraycopy(whole, from, bytes, to, Math.min(500, bytes.length / 2));
            }
        }
        return bytes;
    }

    private static void mustBeSound(ForeignModel model) {
        assertTrue(model.blueprint().classes() >= 1);
        assertEquals(model.blueprint().classes(), model.classNames().size());
        for (Node node : model.blueprint().nodes()) {
            if (!node.inputs().isEmpty()
                    && node.op()
                                    .parameters(model.blueprint()
                                            .shape(model.blueprint()
                                                    .source(node.id())
                                                    .id()))
                                    .total()
                            > 0) {
                Map<Parameter, Tensor> own = model.parameters().get(node.id());
                for (Tensor values : own.values()) {
                    assertEquals(0, values.stats().nonFinite(), node.id());
                }
            }
        }
    }

    @Test
    void namesOfShardsLeadNowhereElse() throws IOException {
        Files.copy(folder.resolve("group1-shard1of3.bin"), folder.getParent().resolve("outside.bin"));
        try {
            for (String name : List.of(
                    "../outside.bin",
                    "..\\\\outside.bin",
                    folder.resolve("group1-shard1of3.bin").toString(),
                    "file:///etc/hostname",
                    "https://example.org/shard.bin",
                    ".",
                    "")) {
                assertEquals("foreign.shardName", codeWith("group1-shard1of3.bin", name), name);
            }
            Files.createSymbolicLink(
                    folder.resolve("link.bin"), folder.getParent().resolve("outside.bin"));
            assertEquals("foreign.noShard", codeWith("group1-shard1of3.bin", "link.bin"));
        } finally {
            Files.delete(folder.getParent().resolve("outside.bin"));
        }
    }

    @Test
    void shardsThatAreMissingOrShortAreToldByName() throws IOException {
        Path last = folder.resolve("group1-shard3of3.bin");
        byte[] bytes = Files.readAllBytes(last);
        Files.write(last, Arrays.copyOf(bytes, bytes.length - 1));
        assertEquals("foreign.shortShards", code(folder.resolve("model.json")));
        Files.delete(last);
        assertEquals("foreign.noShard", code(folder.resolve("model.json")));
    }

    @Test
    void numbersBeyondReasonAreRefusedBeforeThereIsRoomForThem() throws IOException {
        assertEquals("foreign.setting", codeWith("\"filters\":4", "\"filters\":-4"));
        assertEquals("foreign.setting", codeWith("\"filters\":4", "\"filters\":2000000000"));
        assertEquals("foreign.shape", codeWith("\"filters\":4", "\"filters\":1000000"));
        assertEquals("foreign.setting", codeWith("\"kernel_size\":[3,3]", "\"kernel_size\":[0,3]"));
        assertEquals("foreign.inputShape", codeWith("null,20,20,3", "null,2000000,20,3"));
        assertEquals("foreign.inputShape", codeWith("null,20,20,3", "null,-20,20,3"));
        assertEquals("foreign.noInput", codeWith("null,20,20,3", "null,null,20,3"));
        assertEquals("foreign.setting", codeWith("\"shape\":[3,3,3,4]", "\"shape\":[3,3,3,4000000000]"));
    }

    @Test
    void aNetworkThatReadsItselfHasNoOrder() throws IOException {
        Path model = folder.resolve("model.json");
        String text = Files.readString(FILES.resolve("tfjs-branches/model.json"));
        Files.copy(FILES.resolve("tfjs-branches/group1-shard1of1.bin"), folder.resolve("group1-shard1of1.bin"));
        Files.writeString(model, text.replace("[[[\"conv2d_Conv2D1\",0,0,{}]]]", "[[[\"dense_Dense1\",0,0,{}]]]"));
        assertFalse(text.equals(Files.readString(model)), "nothing was replaced");
        assertEquals("foreign.order", code(model));
    }

    @Test
    void weightsThatAreNoNumbersAreRefused() throws IOException {
        Path shard = folder.resolve("group1-shard1of3.bin");
        byte[] bytes = Files.readAllBytes(shard);
        bytes[2] = (byte) 0xC0;
        bytes[3] = 0x7F;
        Files.write(shard, bytes);
        assertEquals("foreign.notFinite", code(folder.resolve("model.json")));
    }

    @Test
    void aZipBombAndASerialisedObjectAreNeverUnpacked() throws IOException {
        Path file = folder.resolve("network.zip");
        Files.write(file, dl4j(1, "object"));
        assertTrue(ForeignModels.open(file).whole(), "an entry that nobody asks for does no harm");

        Files.write(file, dl4j(1_000_000, ""));
        assertEquals("foreign.promise", code(file));
    }

    @Test
    void whatIsOfNoKindThatIsKnownIsSaid() throws IOException {
        Path file = folder.resolve("picture.png");
        Files.write(file, new byte[] {(byte) 0x89, 'P', 'N', 'G'});
        assertFalse(ForeignModels.isForeign(file));
        assertEquals("foreign.unknown", code(file));
    }

    private String codeWith(String before, String after) throws IOException {
        String text = Files.readString(FILES.resolve("tfjs-tiny-vgg/model.json"));
        assertTrue(text.contains(before), before);
        Path model = folder.resolve("model.json");
        Files.writeString(model, text.replaceFirst(Pattern.quote(before), Matcher.quoteReplacement(after)));
        return code(model);
    }

    private static String code(Path file) {
        return assertThrows(ProblemException.class, () -> ForeignModels.open(file))
                .problem()
                .code();
    }

    /** A DL4J network of one dense layer on 1×2×2 images, with so many units, and an entry of this name beside. */
    private static byte[] dl4j(int units, String besides) throws IOException {
        int classes = Math.max(2, units);
        String json =
                "{\"confs\":[{\"layer\":{\"@class\":\"org.deeplearning4j.nn.conf.layers.OutputLayer\",\"layerName\":"
                        + "\"out\",\"nin\":4,\"nout\":" + classes + ",\"activationFn\":{\"@class\":"
                        + "\"org.nd4j.linalg.activations.impl.ActivationSoftmax\"}}}],\"inputPreProcessors\":{\"0\":{\"@class\":"
                        + "\"org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor\",\"inputHeight\":2,"
                        + "\"inputWidth\":2,\"numChannels\":1}}}";
        ByteArrayOutputStream values = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(values);
        out.writeUTF("LONG_SHAPE");
        out.writeLong(8);
        out.writeUTF("LONG");
        for (int word = 0; word < 8; word++) {
            out.writeLong(1);
        }
        out.writeUTF("MIXED_DATA_TYPES");
        out.writeLong(classes * 5L);
        out.writeUTF("FLOAT");
        // However many are promised, no more than ten are there.
        for (int i = 0; i < 10; i++) {
            out.writeFloat(i * 0.1f);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            entry(zip, "configuration.json", json.getBytes(StandardCharsets.UTF_8));
            entry(zip, "coefficients.bin", values.toByteArray());
            if (!besides.isEmpty()) {
                zip.putNextEntry(new ZipEntry("preprocessor.bin"));
                zeros(zip);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    /** The beginning of a serialised object, and sixteen million zeros, which a zip makes very small. */
    private static void zeros(OutputStream out) throws IOException {
        out.write(new byte[] {(byte) 0xAC, (byte) 0xED, 0, 5});
        out.write(new byte[16 << 20]);
    }
}
