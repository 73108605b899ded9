package org.convscope.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.Options;
import org.convscope.blueprint.Pooling;
import org.convscope.spec.Optimizer;
import org.convscope.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The fake is a measure for others, so it is measured first: its derivatives against differences of its loss. */
class FakeNetworkTest {

    @ParameterizedTest
    @MethodSource("blueprints")
    void everyDerivativeIsTheSlopeOfTheLoss(Blueprint blueprint) {
        for (boolean training : new boolean[] {true, false}) {
            Schoolbook book = new Schoolbook(blueprint).copyOf(new FakeNetwork(blueprint, new Optimizer.Sgd(), 5));
            Batch batch = FakeNetwork.stripes(blueprint, 3, 6);
            Map<String, Map<Parameter, double[]>> gradients =
                    book.forward(batch, training).parameterGradients();
            gradients.forEach((node, own) -> own.forEach((parameter, gradient) -> {
                double[] values = book.parameters(node).get(parameter);
                for (int i = 0; i < values.length; i++) {
                    double slope = book.slope(batch, training, values, i);
                    assertEquals(slope, gradient[i], 1e-6, node + " " + parameter + " " + i);
                }
            }));
        }
    }

    static Stream<Blueprint> blueprints() {
        return Stream.of(
                FakeNetwork.smallBlueprint(),
                smooth(Nonlinearity.SIGMOID, Pooling.AVERAGE),
                smooth(Nonlinearity.TANH, Pooling.MAX),
                branches());
    }

    private static Blueprint branches() {
        return Blueprint.draw("branches", Options.of(List.of(), Map.of()), Shape.of(1, 5, 4))
                .then("conv1", new Op.Conv(2, 3, 1, 1))
                .then("act1", new Op.Activation(Nonlinearity.TANH))
                .then("dropout1", new Op.Dropout(0.5))
                .join("conv2", new Op.Conv(2, 3, 1, 1), "act1")
                .join("add", new Op.Add(), "conv2", "dropout1", "act1")
                .join("concat", new Op.Concat(), "add", "conv2")
                .then("mean", new Op.GlobalPool())
                .then("logits", new Op.Dense(3))
                .then("softmax", new Op.Softmax())
                .done();
    }

    @Test
    void dropoutKeepsTheMeanInTrainingAndEveryValueOtherwise() {
        Blueprint blueprint = Blueprint.draw("dropout", Options.of(List.of(), Map.of()), Shape.of(1, 100, 100))
                .then("dropout", new Op.Dropout(0.25))
                .then("logits", new Op.Dense(3))
                .then("softmax", new Op.Softmax())
                .done();
        Schoolbook book = new Schoolbook(blueprint);
        Batch batch = FakeNetwork.stripes(blueprint, 1, 3);
        Schoolbook.Pass training = book.forward(batch, true);
        double[] dropped = training.outputs("dropout");
        assertEquals(0.25, Arrays.stream(dropped).filter(value -> value == 0).count() / 10_000.0, 0.02);
        assertEquals(
                Arrays.stream(training.outputs("input")).average().orElseThrow(),
                Arrays.stream(dropped).average().orElseThrow(),
                0.01);
        book.dropBy(1);
        assertFalse(Arrays.equals(dropped, book.forward(batch, true).outputs("dropout")));
        assertArrayEquals(training.outputs("input"), book.forward(batch, false).outputs("dropout"));
    }

    private static Blueprint smooth(Nonlinearity nonlinearity, Pooling pooling) {
        return Blueprint.draw("smooth", Options.of(List.of(), Map.of()), Shape.of(2, 7, 6))
                .then("conv1", new Op.Conv(2, 3, 2, 1))
                .then("bn1", new Op.BatchNorm(1e-5, 0.9))
                .then("act1", new Op.Activation(nonlinearity))
                .then("pool1", new Op.Pool(pooling, 3, 1, 1))
                .then("fc1", new Op.Dense(4))
                .then("bn2", new Op.BatchNorm(1e-5, 0.9))
                .then("act2", new Op.Activation(nonlinearity))
                .then("logits", new Op.Dense(3))
                .then("softmax", new Op.Softmax())
                .done();
    }

    @Test
    void learningLowersTheLoss() {
        Map<String, Double> rates = Map.of("sgd", 0.5, "nesterov", 0.05, "adam", 0.05);
        for (Optimizer optimizer : Optimizer.ALL) {
            FakeNetwork network = new FakeNetwork(FakeNetwork.smallBlueprint(), optimizer, 1);
            Batch batch = FakeNetwork.stripes(network.blueprint(), 16, 2);
            double rate = rates.get(optimizer.id());
            double first = network.learn(batch, rate).loss();
            for (int i = 0; i < 100; i++) {
                network.learn(batch, rate);
            }
            double last = network.learn(batch, rate).loss();
            assertTrue(last < first / 2, optimizer.id() + " went from " + first + " to " + last);
        }
    }

    @Test
    void aCheckpointBringsBackEveryLaterStep() {
        FakeNetwork network = new FakeNetwork(FakeNetwork.smallBlueprint(), Optimizer.byId("adam"), 1);
        Batch batch = FakeNetwork.stripes(network.blueprint(), 8, 2);
        network.learn(batch, 0.01);
        Checkpoint before = network.checkpoint();
        network.learn(batch, 0.01);
        Checkpoint after = network.checkpoint();
        network.restore(before);
        network.learn(batch, 0.01);
        assertEquals(after, network.checkpoint());
    }

    @Test
    void whatIsSavedIsLoadedAndWhatIsShortIsRefused() throws IOException {
        FakeNetwork network = new FakeNetwork(FakeNetwork.smallBlueprint(), new Optimizer.Nesterov(0.9), 1);
        network.learn(FakeNetwork.stripes(network.blueprint(), 8, 2), 0.1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        network.save(name -> bytes);
        FakeNetwork other = new FakeNetwork(FakeNetwork.smallBlueprint(), new Optimizer.Nesterov(0.9), 99);
        other.load(name -> new ByteArrayInputStream(bytes.toByteArray()));
        assertEquals(network.checkpoint(), other.checkpoint());
        assertThrows(
                IOException.class, () -> other.load(name -> new ByteArrayInputStream(bytes.toByteArray(), 0, 100)));
        assertThrows(IOException.class, () -> other.load(name -> null));
    }
}
