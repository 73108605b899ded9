package org.convscope.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.Stream;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Node;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.blueprint.Pooling;
import org.convscope.net.Batch;
import org.convscope.net.Checkpoint;
import org.convscope.net.FakeNetwork;
import org.convscope.net.Network;
import org.convscope.net.Parameter;
import org.convscope.net.SchoolOptimizer;
import org.convscope.net.Schoolbook;
import org.convscope.spec.Optimizer;
import org.convscope.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LearningTest {

    private static final Blueprint RELATIVE = Relatives.lenet(Nonlinearity.TANH, Pooling.AVERAGE, true);

    static Stream<Optimizer> optimizers() {
        return Optimizer.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void everyUpdateIsTheOneOfTheOptimizersPaper(Optimizer optimizer) {
        try (Network network = Relatives.network(RELATIVE, optimizer, 1, Relatives.QUICK)) {
            SchoolOptimizer paper = new SchoolOptimizer(optimizer, 1000);
            for (int step = 1; step <= 20; step++) {
                double rate = 0.1 / step;
                network.learn(FakeNetwork.stripes(RELATIVE, 5, step), rate);
                int position = 0;
                for (Node node : RELATIVE.nodes()) {
                    Map<Parameter, Tensor> gradients = network.lastGradients(node.id());
                    for (Map.Entry<Parameter, Tensor> gradient : gradients.entrySet()) {
                        Tensor update = network.lastUpdates(node.id()).get(gradient.getKey());
                        for (int i = 0; i < update.size(); i++) {
                            double direction =
                                    paper.direction(gradient.getValue().flat(i), position++, step);
                            assertEquals(-rate * direction, update.flat(i), 1e-5 * rate, node.id());
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void theUpdateIsWhatTheParametersChangedBy(Optimizer optimizer) {
        try (Network network = Relatives.network(RELATIVE, optimizer, 1, Relatives.QUICK)) {
            for (int step = 0; step < 3; step++) {
                Map<Parameter, Tensor> before = network.parameters("conv2");
                network.learn(FakeNetwork.stripes(RELATIVE, 5, step), 0.05);
                network.lastUpdates("conv2").forEach((parameter, update) -> {
                    Tensor after = network.parameters("conv2").get(parameter);
                    for (int i = 0; i < update.size(); i++) {
                        assertEquals(before.get(parameter).flat(i) + update.flat(i), after.flat(i));
                    }
                });
            }
        }
    }

    @Test
    void runningStatisticsFollowTheDataWhateverTheRate() {
        try (Network quick = Relatives.network(RELATIVE, new Optimizer.Sgd(), 1, Relatives.QUICK);
                Network slow = Relatives.network(RELATIVE, new Optimizer.Sgd(), 1, Relatives.QUICK)) {
            Batch batch = FakeNetwork.stripes(RELATIVE, 5, 1);
            quick.learn(batch, 0.5);
            slow.learn(batch, 0.0001);
            assertEquals(
                    quick.parameters("bn1").get(Parameter.MEAN),
                    slow.parameters("bn1").get(Parameter.MEAN));
            assertEquals(
                    quick.parameters("bn1").get(Parameter.VARIANCE),
                    slow.parameters("bn1").get(Parameter.VARIANCE));
        }
    }

    @Test
    void beforeTheFirstStepThereAreNeitherGradientsNorUpdates() {
        try (Network network = Relatives.network(RELATIVE, new Optimizer.Sgd(), 1, Relatives.QUICK)) {
            assertEquals(Map.of(), network.lastGradients("conv1"));
            assertEquals(Map.of(), network.lastUpdates("conv1"));
        }
    }

    @Test
    void theGradientOfALossIsItsSlope() {
        try (Network network = Relatives.network(RELATIVE, new Optimizer.Sgd(), 3, Relatives.QUICK)) {
            Batch batch = FakeNetwork.stripes(RELATIVE, 4, 2);
            Schoolbook book = new Schoolbook(RELATIVE).copyOf(network);
            network.learn(batch, 0.1);
            for (Node node : RELATIVE.nodes()) {
                network.lastGradients(node.id()).forEach((parameter, gradient) -> {
                    double[] values = book.parameters(node.id()).get(parameter);
                    for (int i = 0; i < values.length; i++) {
                        double slope = book.slope(batch, true, values, i);
                        assertEquals(slope, gradient.flat(i), 1e-5 * Math.max(1, Math.abs(slope)), node.id());
                    }
                });
            }
        }
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void theSameSeedGivesTheSameParametersToTheLastBit(Optimizer optimizer) {
        assertEquals(afterTenSteps(optimizer, 4), afterTenSteps(optimizer, 4));
        assertNotEquals(afterTenSteps(optimizer, 4), afterTenSteps(optimizer, 5));
    }

    private static Checkpoint afterTenSteps(Optimizer optimizer, long seed) {
        try (Network network = Relatives.network(RELATIVE, optimizer, seed, Relatives.QUICK)) {
            for (int step = 0; step < 10; step++) {
                network.learn(FakeNetwork.stripes(RELATIVE, 3 + step % 3, step), 0.1);
            }
            return network.checkpoint();
        }
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void lookingInBetweenChangesNothing(Optimizer optimizer) {
        try (Network looked = Relatives.network(RELATIVE, optimizer, 4, Relatives.QUICK);
                Network alone = Relatives.network(RELATIVE, optimizer, 4, Relatives.QUICK)) {
            Batch batch = FakeNetwork.stripes(RELATIVE, 6, 1);
            Tensor image = Tensor.of(batch.shape(), batch.images(), 0);
            for (int step = 0; step < 3; step++) {
                looked.gradients(image, 2);
                looked.activations(image);
                looked.probabilities(batch);
                Map<Parameter, Tensor> gradients = looked.lastGradients("fc1");
                looked.gradients(image, 1);
                assertEquals(gradients, looked.lastGradients("fc1"));
                assertEquals(
                        alone.learn(batch, 0.1).loss(), looked.learn(batch, 0.1).loss());
                assertEquals(alone.checkpoint(), looked.checkpoint());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void aCheckpointBringsBackEveryLaterStep(Optimizer optimizer) {
        try (Network network = Relatives.network(RELATIVE, optimizer, 4, Relatives.QUICK)) {
            Batch batch = FakeNetwork.stripes(RELATIVE, 6, 1);
            network.learn(batch, 0.1);
            Checkpoint before = network.checkpoint();
            assertEquals(1, before.step());
            network.learn(batch, 0.1);
            Checkpoint after = network.checkpoint();
            network.restore(before);
            assertEquals(before, network.checkpoint());
            network.learn(batch, 0.1);
            assertEquals(after, network.checkpoint());
        }
    }

    @Test
    void aLossBeyondEveryProbabilityIsStillTrue() {
        try (Network network = Relatives.network(Relatives.shallow(), new Optimizer.Sgd(), 1, Relatives.QUICK)) {
            Batch batch = FakeNetwork.stripes(Relatives.shallow(), 4, 1);
            network.learn(batch, 5000);
            Schoolbook.Pass pass =
                    new Schoolbook(Relatives.shallow()).copyOf(network).forward(batch, true);
            assertTrue(pass.loss() > 100, "the loss was to be large, not " + pass.loss());
            assertEquals(pass.loss(), network.learn(batch, 0.1).loss(), pass.loss() * 1e-5);
        }
    }

    @Test
    void aLabelOrAnImageThatDoesNotFitIsABug() {
        try (Network network = Relatives.network(RELATIVE, new Optimizer.Sgd(), 1, Relatives.QUICK)) {
            Tensor image = Tensor.of(RELATIVE.input(), new float[81]);
            for (int label : new int[] {-1, 4}) {
                Batch batch = new Batch(RELATIVE.input(), new float[2 * 81], new int[] {0, label});
                assertThrows(IllegalArgumentException.class, () -> network.learn(batch, 0.1));
                assertThrows(IllegalArgumentException.class, () -> network.gradients(image, label));
            }
            Batch wide = FakeNetwork.stripes(Relatives.shallow(), 2, 1);
            assertThrows(IllegalArgumentException.class, () -> network.learn(wide, 0.1));
            assertThrows(IllegalArgumentException.class, () -> network.probabilities(wide));
            assertEquals(0, network.step());
        }
    }

    @Test
    void aDivergedNetworkSaysSo() {
        try (Network network = Relatives.network(RELATIVE, new Optimizer.Sgd(), 1, Relatives.QUICK)) {
            Checkpoint healthy = network.checkpoint();
            float[] parameters = healthy.parameters();
            parameters[0] = Float.NaN;
            network.restore(new Checkpoint(0, parameters, healthy.optimizerState()));
            assertTrue(Double.isNaN(
                    network.learn(FakeNetwork.stripes(RELATIVE, 4, 1), 0.1).loss()));
            network.restore(healthy);
            assertTrue(Double.isFinite(
                    network.learn(FakeNetwork.stripes(RELATIVE, 4, 1), 0.1).loss()));
        }
    }
}
