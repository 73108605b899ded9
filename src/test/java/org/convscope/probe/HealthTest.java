package org.convscope.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Zoo;
import org.convscope.net.Batch;
import org.convscope.net.Checkpoint;
import org.convscope.net.FakeNetwork;
import org.convscope.net.NetworkThread;
import org.convscope.net.Parameter;
import org.convscope.spec.Focus;
import org.convscope.spec.Optimizer;
import org.convscope.spec.Subject;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Tensor;
import org.junit.jupiter.api.Test;

class HealthTest {

    private static final int CONV_WEIGHTS = 18;

    private final Blueprint small = FakeNetwork.smallBlueprint();
    private final FakeNetwork network = new FakeNetwork(small, new Optimizer.Sgd(), 1);
    private final Batch sample = FakeNetwork.stripes(small, 6, 2);

    @Test
    void aMapThatIsZeroForEveryImageIsDead() {
        float[] parameters = network.checkpoint().parameters();
        for (int i = 0; i < CONV_WEIGHTS; i++) {
            parameters[i] = 0;
        }
        parameters[CONV_WEIGHTS] = 0.75f;
        parameters[CONV_WEIGHTS + 1] = -0.75f;
        network.restore(new Checkpoint(0, parameters, new float[0]));

        Health.Units units = read().activation("act1").orElseThrow();
        assertEquals(List.of(6, 0), units.activeImages());
        assertEquals(1, units.dead());
        assertEquals(0.5, units.deadShare());
        assertEquals(0.375, units.mean(), 1e-12);
        assertEquals(0.375, units.deviation(), 1e-12);
        assertTrue(Double.isNaN(units.saturatedShare()), "a ReLU has no two ends");
    }

    @Test
    void beforeTheFirstStepNothingIsKnownOfGradientsAndUpdates() {
        for (Health.Layer layer : read().layers()) {
            assertTrue(Double.isNaN(layer.gradientRms()) && Double.isNaN(layer.updateRatio()), layer.node());
            assertTrue(layer.weightRms() > 0);
        }
    }

    @Test
    void withPlainDescentAnUpdateIsTheLearningRateTimesTheGradient() {
        network.learn(sample, 0.25);
        Health.Reading health = read();
        assertEquals(
                List.of("conv1", "logits"),
                health.layers().stream().map(Health.Layer::node).toList());
        for (Health.Layer layer : health.layers()) {
            Tensor gradient = network.lastGradients(layer.node()).get(Parameter.WEIGHT);
            assertEquals(rms(gradient), layer.gradientRms(), 1e-9);
            assertEquals(0.25 * layer.gradientRms() / layer.weightRms(), layer.updateRatio(), 1e-5);
        }
        assertEquals(1, health.stamp().step());
    }

    @Test
    void aLayerNamesTheActivationBehindItThroughABatchNormToo() {
        Blueprint blueprint = Zoo.byId("lenet").draw(Shape.of(1, 28, 28), 10, Map.of("batch-norm", "yes"));
        FakeNetwork lenet = new FakeNetwork(blueprint, new Optimizer.Sgd(), 1);
        Health.Reading health = read(lenet, FakeNetwork.stripes(blueprint, 2, 2));
        assertEquals(
                "conv1→act1 bn1→act1 conv2→act2 bn2→act2 fc1→act3 bn3→act3 fc2→act4 bn4→act4 logits→",
                String.join(
                        " ",
                        health.layers().stream()
                                .map(layer -> layer.node() + "→" + layer.activation())
                                .toList()));
        assertEquals(4, health.activations().size());
        assertEquals(1, health.layers().get(1).weightRms(), 1e-6, "a batch norm begins with a scale of 1");
    }

    @Test
    void saturationIsTheShareOfValuesCloseToAnEnd() {
        Blueprint blueprint = Zoo.byId("lenet").draw(Shape.of(1, 28, 28), 10, Map.of("activation", "sigmoid"));
        FakeNetwork lenet = new FakeNetwork(blueprint, new Optimizer.Sgd(), 1);
        Checkpoint begin = lenet.checkpoint();
        float[] parameters = begin.parameters();
        int fc2Bias = parameters.length - 10 * 84 - 10 - 84;
        for (int i = 0; i < 21; i++) {
            parameters[fc2Bias + i] = 50;
        }
        lenet.restore(new Checkpoint(0, parameters, new float[0]));
        Health.Units units = read(lenet, FakeNetwork.stripes(blueprint, 3, 2))
                .activation("act4")
                .orElseThrow();
        assertEquals(0.25, units.saturatedShare(), 1e-12);
        assertEquals(0, units.dead());
    }

    private Health.Reading read() {
        return read(network, sample);
    }

    private static Health.Reading read(FakeNetwork network, Batch sample) {
        Subject subject = new Subject("noise", Tensor.of(sample.shape(), sample.images(), 0), 0);
        return new Probes(NetworkThread.onCallingThread(network), "test", sample)
                .read(new Health(), Focus.on(subject, "conv1"))
                .join();
    }

    private static double rms(Tensor tensor) {
        double squares = 0;
        for (float value : tensor.toArray()) {
            squares += (double) value * value;
        }
        return Math.sqrt(squares / tensor.size());
    }
}
