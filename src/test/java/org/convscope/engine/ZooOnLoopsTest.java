package org.convscope.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.Options;
import org.convscope.blueprint.Pooling;
import org.convscope.blueprint.Zoo;
import org.convscope.net.Batch;
import org.convscope.net.Checkpoint;
import org.convscope.net.FakeNetwork;
import org.convscope.net.ImageGradients;
import org.convscope.net.Network;
import org.convscope.net.Parameter;
import org.convscope.net.Schoolbook;
import org.convscope.net.TinyZoo;
import org.convscope.spec.Optimizer;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Tensor;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every architecture of the zoo, tiny, against schoolbook loops and the slopes of their loss in double precision. */
class ZooOnLoopsTest {

    /** Smooth, so that a rounding error turns no unit on or off; without what only training does. */
    static List<Blueprint> smooth() {
        return TinyZoo.all(Map.of("activation", "tanh", "dropout", "no"));
    }

    /** And what has layers of our own, which DL4J opens because they are on its class path here. */
    static List<Blueprint> standard() {
        List<Blueprint> all = new ArrayList<>(TinyZoo.all(Map.of()));
        all.add(Relatives.ofNinetyEight());
        all.add(Relatives.neighbours(Op.Lrn.PAPER));
        all.add(Relatives.series(Pooling.MAX));
        return all;
    }

    @ParameterizedTest
    @MethodSource("smooth")
    void everyNodeGivesWhatTheLoopsGive(Blueprint blueprint) {
        try (Network network = experienced(blueprint)) {
            Batch batch = FakeNetwork.stripes(blueprint, 1, 5);
            Schoolbook.Pass pass = new Schoolbook(blueprint).copyOf(network).forward(batch, false);
            network.activations(Tensor.of(batch.shape(), batch.images()))
                    .forEach((node, tensor) -> assertNear(pass.outputs(node), tensor, node));
        }
    }

    @ParameterizedTest
    @MethodSource("smooth")
    void aStepSeesTheLossAndTheGradientsOfTheLoops(Blueprint blueprint) {
        try (Network network = experienced(blueprint)) {
            Batch batch = FakeNetwork.stripes(blueprint, 4, 8);
            Schoolbook.Pass pass = new Schoolbook(blueprint).copyOf(network).forward(batch, true);
            assertEquals(pass.loss(), network.learn(batch, 0.01).loss(), 1e-4);
            // Over four images of one cell each, a batch norm makes much of rounding.
            double tolerance = blueprint.has("bn1") ? 1e-3 : 1e-4;
            pass.parameterGradients()
                    .forEach((node, own) -> own.forEach((parameter, gradient) -> {
                        if (parameter != Parameter.BIAS || !TinyZoo.isBiasTakenAway(blueprint, node)) {
                            assertNear(
                                    gradient,
                                    network.lastGradients(node).get(parameter),
                                    tolerance,
                                    node + " " + parameter);
                        }
                    }));
        }
    }

    @ParameterizedTest
    @MethodSource("smooth")
    void anImagesGradientsAreThoseOfTheLoopsAndTheSlopesOfItsLoss(Blueprint blueprint) {
        try (Network network = experienced(blueprint)) {
            Batch batch = FakeNetwork.stripes(blueprint, 1, 9);
            Schoolbook book = new Schoolbook(blueprint).copyOf(network);
            Schoolbook.Pass pass = book.forward(batch, false);
            ImageGradients gradients = network.gradients(Tensor.of(batch.shape(), batch.images()), batch.labels()[0]);
            assertEquals(
                    pass.outputGradients().keySet(), gradients.activations().keySet());
            pass.outputGradients()
                    .forEach((node, values) ->
                            assertNear(values, gradients.activations().get(node), "at " + node));
            // One parameter of every third node: two passes through the loops for each.
            Random random = new Random(3);
            List<String> nodes = List.copyOf(gradients.parameters().keySet());
            for (int at = 0; at < nodes.size(); at += 3) {
                String node = nodes.get(at);
                Map<Parameter, Tensor> own = gradients.parameters().get(node);
                Parameter parameter = List.copyOf(own.keySet())
                        .get(random.nextInt(own.keySet().size()));
                double[] values = book.parameters(node).get(parameter);
                int i = random.nextInt(values.length);
                double slope = book.slope(batch, false, values, i);
                double gradient = own.get(parameter).flat(i);
                assertEquals(slope, gradient, 1e-4 * Math.max(0.1, Math.abs(slope)), node + " " + parameter);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("standard")
    void whatIsSavedIsLoadedToTheLastBitAndOpenedByDl4j(Blueprint blueprint) throws IOException {
        Batch batch = FakeNetwork.stripes(blueprint, 2, 4);
        Map<String, ByteArrayOutputStream> entries = new LinkedHashMap<>();
        try (Network saved = experienced(blueprint);
                Network loaded = Relatives.network(blueprint, new Optimizer.Sgd(), 99, Relatives.QUICK)) {
            saved.save(name -> {
                entries.put(name, new ByteArrayOutputStream());
                return entries.get(name);
            });
            loaded.load(name -> entries.containsKey(name)
                    ? new ByteArrayInputStream(entries.get(name).toByteArray())
                    : null);
            assertEquals(saved.checkpoint(), loaded.checkpoint());
            assertEquals(saved.probabilities(batch), loaded.probabilities(batch));
            ComputationGraph graph =
                    ModelSerializer.restoreComputationGraph(new ByteArrayInputStream(zip(entries)), false);
            float[] theirs =
                    Arrays.copy(graph.outputSingle(Arrays.of(batch.images(), Arrays.batched(2, blueprint.input()))));
            assertArrayEquals(saved.probabilities(batch).toArray(), theirs, 1e-4f);
            graph.close();
        }
    }

    @Test
    void dropoutDropsTheSameAgainFromTheSameSeedAndOtherValuesInTheNextStep() {
        Blueprint blueprint = TinyZoo.draw(Zoo.byId("vgg11"), Map.of());
        List<Double> losses = losses(blueprint, 7, 0);
        assertEquals(losses, losses(blueprint, 7, 0));
        assertNotEquals(losses, losses(blueprint, 8, 0));
        assertNotEquals(losses.get(0), losses.get(1), "at a rate of 0 only what is dropped differs");
        // A run that is resumed at step 2 goes on as if it had not been interrupted.
        assertEquals(losses.subList(2, 4), losses(blueprint, 7, 2).subList(0, 2));
    }

    @Test
    void dropoutDropsItsShareInTrainingAndNothingOtherwise() {
        Blueprint blueprint = Blueprint.draw("dropped", Options.of(List.of(), Map.of()), Shape.of(1, 40, 40))
                .then("dropout", new Op.Dropout(0.25))
                .then("logits", new Op.Dense(2))
                .then("softmax", new Op.Softmax())
                .done();
        float[] ones = new float[1600];
        java.util.Arrays.fill(ones, 1);
        Tensor image = Tensor.of(blueprint.input(), ones);
        try (Network network = Relatives.network(blueprint, new Optimizer.Sgd(), 1, Relatives.QUICK)) {
            assertEquals(image, network.activations(image).get("dropout"));
            network.learn(new Batch(blueprint.input(), ones, new int[] {1}), 0);
            // The gradient of a weight is the error times what the weight read: 0, or 1 / (1 − 0.25).
            Tensor gradient = network.lastGradients("logits").get(Parameter.WEIGHT);
            double error = network.lastGradients("logits").get(Parameter.BIAS).flat(0);
            int zeros = 0;
            for (int i = 0; i < 1600; i++) {
                boolean isDropped = gradient.flat(i) == 0;
                zeros += isDropped ? 1 : 0;
                assertEquals(isDropped ? 0 : error / 0.75, gradient.flat(i), 1e-6);
            }
            assertEquals(0.25, zeros / 1600.0, 0.04);
        }
    }

    /** Losses of one batch in four steps that change nothing, the first of them after {@code before} others. */
    private static List<Double> losses(Blueprint blueprint, long seed, int before) {
        Batch batch = FakeNetwork.stripes(blueprint, 4, 1);
        try (Network one = Relatives.network(blueprint, new Optimizer.Sgd(), 7, Relatives.QUICK);
                Network network = Relatives.network(blueprint, new Optimizer.Sgd(), seed, Relatives.QUICK)) {
            Checkpoint first = one.checkpoint();
            network.restore(new Checkpoint(before, first.parameters(), first.optimizerState()));
            return IntStream.range(0, 4)
                    .mapToObj(step -> network.learn(batch, 0).loss())
                    .toList();
        }
    }

    private static Network experienced(Blueprint blueprint) {
        Network network = Relatives.network(blueprint, new Optimizer.Sgd(), 7, Relatives.QUICK);
        for (int step = 0; step < 3; step++) {
            network.learn(FakeNetwork.stripes(blueprint, 4, step), 0.05);
        }
        return network;
    }

    private static byte[] zip(Map<String, ByteArrayOutputStream> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, ByteArrayOutputStream> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                entry.getValue().writeTo(zip);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static void assertNear(double[] expected, Tensor actual, String what) {
        assertNear(expected, actual, 1e-4, what);
    }

    /** To {@code tolerance} of the largest value. */
    private static void assertNear(double[] expected, Tensor actual, double tolerance, String what) {
        assertEquals(expected.length, actual.size(), what);
        double largest = java.util.Arrays.stream(expected).map(Math::abs).max().orElse(0);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual.flat(i), tolerance * largest + 1e-7, what + " [" + i + "]");
        }
    }
}
