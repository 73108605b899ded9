package org.convscope.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.Stream;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Node;
import org.convscope.blueprint.Op;
import org.convscope.net.Batch;
import org.convscope.net.FakeNetwork;
import org.convscope.net.ImageGradients;
import org.convscope.net.Network;
import org.convscope.net.Parameter;
import org.convscope.net.Schoolbook;
import org.convscope.spec.Optimizer;
import org.convscope.tensor.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Gradients of the engine against central differences of a loss in double precision: no formula of ours between. */
class SlopesTest {

    static Stream<Relatives.Case> cases() {
        return Relatives.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theGradientOfEveryKernelAndBiasIsTheSlopeOfTheLoss(Relatives.Case relative) {
        look(relative, (blueprint, book, batch, gradients) -> gradients
                .parameters()
                .forEach((node, own) -> own.forEach((parameter, gradient) -> {
                    double[] values = book.parameters(node).get(parameter);
                    for (int i = 0; i < values.length; i++) {
                        assertSlope(book.slope(batch, false, values, i), gradient.flat(i), node + " " + parameter);
                    }
                })));
    }

    /** A bias is added to every cell of its map: its slope is what the gradients at the map's cells come to. */
    @ParameterizedTest
    @MethodSource("cases")
    void theGradientsAtTheCellsOfAMapComeToTheSlopeOfItsBias(Relatives.Case relative) {
        look(relative, (blueprint, book, batch, gradients) -> {
            for (Node node : blueprint.nodes()) {
                if (node.op() instanceof Op.Conv || node.op() instanceof Op.Dense) {
                    double[] biases = book.parameters(node.id()).get(Parameter.BIAS);
                    Tensor cells = gradients.activations().get(node.id());
                    for (int map = 0; map < biases.length; map++) {
                        double sum = cells.plane(map).stats().mean()
                                * cells.plane(map).stats().count();
                        assertSlope(book.slope(batch, false, biases, map), sum, node.id() + " map " + map);
                    }
                }
            }
        });
    }

    private interface Check {
        void of(Blueprint blueprint, Schoolbook book, Batch image, ImageGradients gradients);
    }

    private static void look(Relatives.Case relative, Check check) {
        Blueprint blueprint = relative.blueprint();
        try (Network network = relative.network(new Optimizer.Sgd())) {
            for (int step = 0; step < 3; step++) {
                network.learn(FakeNetwork.stripes(blueprint, 6, step), 0.1);
            }
            Batch image = FakeNetwork.stripes(blueprint, 1, 9);
            Schoolbook book = new Schoolbook(blueprint).copyOf(network);
            ImageGradients gradients = network.gradients(Tensor.of(image.shape(), image.images()), image.labels()[0]);
            boolean isFlat = gradients.parameters().values().stream()
                    .map(Map::values)
                    .allMatch(own -> own.stream()
                            .allMatch(tensor ->
                                    tensor.stats().min() == 0 && tensor.stats().max() == 0));
            assertTrue(!isFlat, "slopes of nothing would agree with anything");
            check.of(blueprint, book, image, gradients);
        }
    }

    private static void assertSlope(double slope, double gradient, String where) {
        assertEquals(slope, gradient, 1e-5 * Math.max(1, Math.abs(slope)), where);
    }
}
