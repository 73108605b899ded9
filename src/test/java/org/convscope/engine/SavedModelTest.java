package org.convscope.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.blueprint.Pooling;
import org.convscope.net.Batch;
import org.convscope.net.Checkpoint;
import org.convscope.net.FakeNetwork;
import org.convscope.net.ModelSink;
import org.convscope.net.ModelSource;
import org.convscope.net.Network;
import org.convscope.problem.ProblemException;
import org.convscope.spec.Optimizer;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Tensor;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SavedModelTest {

    private static final Blueprint RELATIVE = Relatives.lenet(Nonlinearity.SIGMOID, Pooling.MAX, true);
    private static final Optimizer NESTEROV = new Optimizer.Nesterov(0.9);

    static Stream<Optimizer> optimizers() {
        return Optimizer.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void whatIsSavedIsLoadedToTheLastBitAndLearnsOnAlike(Optimizer optimizer) throws IOException {
        try (Network saved = trained(optimizer);
                Network loaded = Relatives.network(RELATIVE, optimizer, 99, Relatives.QUICK)) {
            Map<String, byte[]> entries = save(saved);
            loaded.load(source(entries));
            assertEquals(saved.checkpoint(), loaded.checkpoint());
            assertEquals(saved.probabilities(batch()), loaded.probabilities(batch()));
            saved.learn(batch(), 0.1);
            loaded.learn(batch(), 0.1);
            assertEquals(saved.checkpoint(), loaded.checkpoint());
        }
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void dl4jItselfOpensTheZip(Optimizer optimizer, @TempDir Path folder) throws IOException {
        Path zip = folder.resolve("weights.zip");
        try (Network network = trained(optimizer)) {
            try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
                network.save(zipped(out));
            }
            ComputationGraph graph = ModelSerializer.restoreComputationGraph(zip.toFile(), true);
            float[] images = batch().images();
            float[] probabilities = Arrays.copy(graph.outputSingle(Arrays.of(images, Shape.of(4, 1, 9, 9))));
            Tensor ours = network.probabilities(batch());
            for (int i = 0; i < probabilities.length; i++) {
                assertEquals(ours.flat(i), probabilities[i], 1e-6);
            }
            Checkpoint checkpoint = network.checkpoint();
            assertEquals(3, graph.getConfiguration().getIterationCount());
            if (checkpoint.optimizerState().length > 0) {
                assertEquals(
                        Tensor.of(Shape.of(checkpoint.optimizerState().length), checkpoint.optimizerState()),
                        Arrays.tensor(
                                graph.getUpdater().getStateViewArray(), Shape.of(checkpoint.optimizerState().length)));
            }
            graph.close();
        }
    }

    @Test
    void equalNetworksGiveEqualFiles() throws IOException {
        try (Network one = trained(NESTEROV);
                Network other = trained(NESTEROV)) {
            Map<String, byte[]> expected = save(one);
            Map<String, byte[]> actual = save(other);
            assertEquals(expected.keySet(), actual.keySet());
            expected.forEach((name, bytes) -> assertArrayEquals(bytes, actual.get(name), name));
        }
    }

    @Test
    void theConfigurationNamesTheLearningRateThatWasUsedLast() throws IOException {
        try (Network network = Relatives.network(RELATIVE, NESTEROV, 1, Relatives.QUICK)) {
            network.learn(batch(), 0.0625);
            String json = new String(save(network).get(SavedModel.CONFIGURATION), StandardCharsets.UTF_8);
            assertTrue(json.contains("\"learningRate\" : 0.0625"), json);
            assertFalse(json.contains("org.convscope"), "a class that DL4J does not know");
        }
    }

    @Test
    void aZipOfDl4jsOwnIsReadToo() throws IOException {
        try (Network network = trained(NESTEROV);
                Network loaded = Relatives.network(RELATIVE, NESTEROV, 99, Relatives.QUICK)) {
            Map<String, byte[]> entries = save(network);
            entries.remove(SavedModel.STEP);
            loaded.load(source(entries));
            assertEquals(0, loaded.step());
            assertEquals(network.probabilities(batch()), loaded.probabilities(batch()));
        }
    }

    @Test
    void onlyNumbersAreReadNeverTheConfiguration() throws IOException {
        try (Network network = trained(NESTEROV)) {
            Map<String, byte[]> entries = save(network);
            network.load(name -> {
                assertTrue(network.entries().contains(name), name);
                return source(entries).entry(name);
            });
            assertEquals(List.of("coefficients.bin", "updaterState.bin", "convscope-step.txt"), network.entries());
        }
    }

    @Test
    void everyCutOfAnEntryIsAProblemAndLeavesTheNetworkAsItWas() throws IOException {
        try (Network network = trained(NESTEROV)) {
            Map<String, byte[]> entries = save(network);
            byte[] whole = entries.get(SavedModel.PARAMETERS);
            for (int length = 0; length < whole.length; length += length < 200 ? 1 : 97) {
                entries.put(SavedModel.PARAMETERS, java.util.Arrays.copyOf(whole, length));
                assertProblem("engine.tooShort", network, entries);
            }
            entries.put(SavedModel.PARAMETERS, java.util.Arrays.copyOf(whole, whole.length + 1));
            assertProblem("engine.tooLong", network, entries);
        }
    }

    @Test
    void anEntryThatIsMissingIsAProblem() throws IOException {
        try (Network network = trained(NESTEROV)) {
            for (String name : List.of(SavedModel.PARAMETERS, SavedModel.OPTIMIZER_STATE)) {
                Map<String, byte[]> entries = save(network);
                entries.remove(name);
                assertProblem("engine.noEntry", network, entries);
            }
        }
    }

    @Test
    void anotherNetworkOrOptimizerIsAProblem() throws IOException {
        try (Network other = Relatives.network(Relatives.shallow(), NESTEROV, 1, Relatives.QUICK);
                Network adam = trained(Optimizer.byId("adam"));
                Network network = trained(NESTEROV)) {
            assertProblem("engine.wrongCount", network, save(other));
            assertProblem("engine.wrongCount", network, save(adam));
        }
    }

    @Test
    void aNetworkThatRemembersNothingTakesTheWeightsOfAnyOptimizer() throws IOException {
        try (Network adam = trained(Optimizer.byId("adam"));
                Network sgd = Relatives.network(RELATIVE, new Optimizer.Sgd(), 99, Relatives.QUICK)) {
            sgd.load(source(save(adam)));
            assertEquals(adam.probabilities(batch()), sgd.probabilities(batch()));
        }
    }

    @Test
    void aHeaderThatLiesIsAProblemBeforeAnyRoomIsMade() throws IOException {
        try (Network network = trained(NESTEROV)) {
            Map<String, byte[]> entries = save(network);
            for (long length : new long[] {-1, 0, Long.MAX_VALUE, 1L << 33}) {
                entries.put(SavedModel.PARAMETERS, array("MIXED_DATA_TYPES", length, "LONG"));
                assertProblem("engine.wrongCount", network, entries);
            }
            entries.put(SavedModel.PARAMETERS, array("MIXED_DATA_TYPES", 8, "UTF8"));
            assertProblem("engine.notAnArray", network, entries);
            entries.put(SavedModel.PARAMETERS, array("<html>", 8, "LONG"));
            assertProblem("engine.notAnArray", network, entries);
            entries.put(SavedModel.PARAMETERS, array("LONG_SHAPE", 8, "LONG", 2, 1L << 40, 1L << 40));
            assertProblem("engine.wrongCount", network, entries);
            entries.put(SavedModel.PARAMETERS, array("LONG_SHAPE", 8, "LONG", 1L << 60, 1, 1));
            assertProblem("engine.notAnArray", network, entries);
        }
    }

    @Test
    void aWeightThatIsNotANumberIsAProblem() throws IOException {
        try (Network network = trained(NESTEROV)) {
            for (float poison : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
                Checkpoint healthy = network.checkpoint();
                float[] parameters = healthy.parameters();
                parameters[17] = poison;
                network.restore(new Checkpoint(3, parameters, healthy.optimizerState()));
                Map<String, byte[]> entries = save(network);
                network.restore(healthy);
                assertProblem("engine.notFinite", network, entries);
            }
        }
    }

    @Test
    void aStepCountThatIsNoneIsAProblem() throws IOException {
        try (Network network = trained(NESTEROV)) {
            for (String text : new String[] {"", "-1", "1e9", "9999999999", "twelve", "12\n"}) {
                Map<String, byte[]> entries = save(network);
                entries.put(SavedModel.STEP, text.getBytes(StandardCharsets.UTF_8));
                assertProblem("engine.wrongStep", network, entries);
            }
        }
    }

    /** Two hundred files with one wrong byte: each is read with another value there, or refused, and never worse. */
    @Test
    void aWrongByteNeverDoesMoreThanBeAWrongNumber() throws IOException {
        Random random = new Random(12);
        try (Network network = trained(NESTEROV)) {
            Checkpoint before = network.checkpoint();
            byte[] whole = save(network).get(SavedModel.PARAMETERS);
            int refused = 0;
            for (int i = 0; i < 200; i++) {
                Map<String, byte[]> entries = save(network);
                byte[] damaged = whole.clone();
                damaged[i < 120 ? i : random.nextInt(whole.length)] ^= (byte) (1 + random.nextInt(255));
                entries.put(SavedModel.PARAMETERS, damaged);
                try {
                    network.load(source(entries));
                    network.restore(before);
                } catch (ProblemException expected) {
                    refused++;
                    assertEquals(before, network.checkpoint(), "byte " + i);
                }
            }
            assertTrue(refused > 50, "only " + refused + " refused");
        }
    }

    private static void assertProblem(String code, Network network, Map<String, byte[]> entries) {
        Checkpoint before = network.checkpoint();
        ProblemException refused = assertThrows(ProblemException.class, () -> network.load(source(entries)));
        assertEquals(code, refused.problem().code(), refused.getMessage());
        assertEquals(before, network.checkpoint());
        assertNotEquals(0, network.step());
    }

    private static Network trained(Optimizer optimizer) {
        Network network = Relatives.network(RELATIVE, optimizer, 2, Relatives.QUICK);
        for (int step = 0; step < 3; step++) {
            network.learn(FakeNetwork.stripes(RELATIVE, 6, step), 0.1);
        }
        return network;
    }

    private static Batch batch() {
        return FakeNetwork.stripes(RELATIVE, 4, 50);
    }

    private static Map<String, byte[]> save(Network network) throws IOException {
        Map<String, ByteArrayOutputStream> streams = new LinkedHashMap<>();
        network.save(name -> {
            ByteArrayOutputStream stream = new ByteArrayOutputStream();
            streams.put(name, stream);
            return stream;
        });
        Map<String, byte[]> entries = new LinkedHashMap<>();
        streams.forEach((name, stream) -> entries.put(name, stream.toByteArray()));
        return entries;
    }

    private static ModelSource source(Map<String, byte[]> entries) {
        return name -> entries.containsKey(name) ? new ByteArrayInputStream(entries.get(name)) : null;
    }

    private static ModelSink zipped(ZipOutputStream zip) {
        return name -> {
            zip.putNextEntry(new ZipEntry(name));
            return new FilterOutputStream(zip) {
                @Override
                public void close() throws IOException {
                    zip.closeEntry();
                }
            };
        };
    }

    private static byte[] array(String allocation, long length, String type, long... words) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(allocation);
            out.writeLong(length);
            out.writeUTF(type);
            for (long word : words) {
                out.writeLong(word);
            }
            out.write(new byte[200]);
        }
        return bytes.toByteArray();
    }
}
