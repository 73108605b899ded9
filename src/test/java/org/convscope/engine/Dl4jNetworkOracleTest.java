package org.convscope.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.convscope.blueprint.Node;
import org.convscope.net.Batch;
import org.convscope.net.FakeNetwork;
import org.convscope.net.ImageGradients;
import org.convscope.net.Network;
import org.convscope.net.Parameter;
import org.convscope.net.Schoolbook;
import org.convscope.net.StepResult;
import org.convscope.spec.Optimizer;
import org.convscope.tensor.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** DL4J, with and without helpers, against schoolbook loops in double precision. */
class Dl4jNetworkOracleTest {

    private static final Optimizer SGD = new Optimizer.Sgd();

    static Stream<Relatives.Case> cases() {
        return Relatives.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyNodeGivesWhatTheLoopsGive(Relatives.Case relative) {
        try (Network network = experienced(relative)) {
            Batch batch = FakeNetwork.stripes(relative.blueprint(), 1, 5);
            Schoolbook.Pass pass =
                    new Schoolbook(relative.blueprint()).copyOf(network).forward(batch, false);
            Map<String, Tensor> activations = network.activations(Tensor.of(batch.shape(), batch.images()));
            assertEquals(
                    relative.blueprint().nodes().stream().map(Node::id).toList(),
                    new ArrayList<>(activations.keySet()));
            activations.forEach((node, tensor) -> {
                assertEquals(relative.blueprint().shape(node), tensor.shape());
                assertClose(pass.outputs(node), tensor, node);
            });
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aBatchGivesWhatItsImagesGive(Relatives.Case relative) {
        try (Network network = experienced(relative)) {
            Batch batch = FakeNetwork.stripes(relative.blueprint(), 7, 5);
            Schoolbook.Pass pass =
                    new Schoolbook(relative.blueprint()).copyOf(network).forward(batch, false);
            Set<String> nodes = new LinkedHashSet<>(List.of("input", "conv1", "logits"));
            Map<String, Tensor> activations = network.activations(batch, nodes);
            assertEquals(nodes, activations.keySet());
            activations.forEach((node, tensor) -> assertClose(pass.outputs(node), tensor, node));
            assertEquals(7, activations.get("conv1").shape().length(0));
            assertClose(pass.outputs("softmax"), network.probabilities(batch), "softmax");
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aStepSeesTheLossAndTheGradientsOfTheLoops(Relatives.Case relative) {
        try (Network network = experienced(relative)) {
            assertStep(network, 6, 1e-5);
            assertStep(network, 2, 1e-5);
        }
    }

    /** Batch norms are left out for stock DL4J, whose own code cannot take one row. */
    @ParameterizedTest
    @MethodSource("cases")
    void aStepOfOneImageIsAStepToo(Relatives.Case relative) {
        boolean batchNorm = relative.blueprint().has("bn1");
        if (relative.settings().helpers() || !batchNorm) {
            try (Network network = experienced(relative)) {
                // Over one row the variance is 0, and a batch norm divides rounding errors by √ε.
                assertStep(network, 1, batchNorm ? 1e-3 : 1e-5);
            }
        }
    }

    private static void assertStep(Network network, int n, double tolerance) {
        Schoolbook book = new Schoolbook(network.blueprint()).copyOf(network);
        Batch batch = FakeNetwork.stripes(network.blueprint(), n, 8);
        Schoolbook.Pass pass = book.forward(batch, true);
        StepResult result = network.learn(batch, 0.1);
        assertEquals(pass.loss(), result.loss(), tolerance);
        assertEquals(pass.accuracy(), result.accuracy());
        pass.parameterGradients().forEach((node, gradients) -> {
            assertEquals(gradients.keySet(), network.lastGradients(node).keySet());
            gradients.forEach((parameter, values) -> assertClose(
                    values, network.lastGradients(node).get(parameter), tolerance, n + " " + node + " " + parameter));
        });
        assertRunningStatistics(book, pass, network);
    }

    private static void assertRunningStatistics(Schoolbook book, Schoolbook.Pass pass, Network network) {
        for (Node node : network.blueprint().nodes()) {
            if (pass.statistics(node.id()) != null) {
                for (int which = 0; which < 2; which++) {
                    Parameter parameter = which == 0 ? Parameter.MEAN : Parameter.VARIANCE;
                    double[] expected =
                            book.parameters(node.id()).get(parameter).clone();
                    for (int c = 0; c < expected.length; c++) {
                        expected[c] = 0.9 * expected[c] + 0.1 * pass.statistics(node.id())[which][c];
                    }
                    assertClose(expected, network.parameters(node.id()).get(parameter), node.id() + " " + parameter);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anImagesGradientsAreThoseOfTheLoops(Relatives.Case relative) {
        try (Network network = experienced(relative)) {
            Batch batch = FakeNetwork.stripes(relative.blueprint(), 1, 9);
            Schoolbook.Pass pass =
                    new Schoolbook(relative.blueprint()).copyOf(network).forward(batch, false);
            ImageGradients gradients = network.gradients(Tensor.of(batch.shape(), batch.images()), batch.labels()[0]);
            assertEquals(pass.loss(), gradients.loss(), 1e-5);
            assertEquals(
                    pass.outputGradients().keySet(), gradients.activations().keySet());
            pass.outputGradients()
                    .forEach((node, values) ->
                            assertClose(values, gradients.activations().get(node), "at " + node));
            pass.parameterGradients()
                    .forEach((node, own) -> own.forEach((parameter, values) -> assertClose(
                            values, gradients.parameters().get(node).get(parameter), node + " " + parameter)));
        }
    }

    /** A network with a few steps behind it, so that running statistics are not what they began as. */
    private static Network experienced(Relatives.Case relative) {
        Network network = relative.network(SGD);
        for (int i = 0; i < 3; i++) {
            network.learn(FakeNetwork.stripes(relative.blueprint(), 6, i), 0.1);
        }
        return network;
    }

    private static void assertClose(double[] expected, Tensor actual, String what) {
        assertClose(expected, actual, 1e-5, what);
    }

    private static void assertClose(double[] expected, Tensor actual, double tolerance, String what) {
        assertEquals(expected.length, actual.size(), what);
        for (int i = 0; i < expected.length; i++) {
            double difference = Math.abs(expected[i] - actual.flat(i));
            assertTrue(
                    difference <= tolerance * Math.max(1, Math.abs(expected[i])),
                    what + " [" + i + "]: " + expected[i] + " by loops, " + actual.flat(i));
        }
    }
}
