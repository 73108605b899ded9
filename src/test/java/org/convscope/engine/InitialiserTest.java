package org.convscope.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Initialisation;
import org.convscope.blueprint.Zoo;
import org.convscope.net.Network;
import org.convscope.net.Parameter;
import org.convscope.spec.Optimizer;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Tensor;
import org.junit.jupiter.api.Test;

class InitialiserTest {

    @Test
    void xavierFillsItsRangeEvenly() {
        Tensor weights = weights("fc1", Map.of("init", "xavier"), 1);
        double bound = Math.sqrt(6.0 / (400 + 120));
        assertTrue(weights.stats().max() <= bound && weights.stats().max() > 0.99 * bound);
        assertTrue(weights.stats().min() >= -bound && weights.stats().min() < -0.99 * bound);
        assertEquals(0, weights.stats().mean(), bound / 50);
        assertEquals(bound / Math.sqrt(3), weights.stats().deviation(), bound / 50);
    }

    @Test
    void xavierOfAConvolutionCountsItsWindow() {
        double bound = Math.sqrt(6.0 / (6 * 25 + 16 * 25));
        float max = weights("conv2", Map.of("init", "xavier"), 1).stats().max();
        assertTrue(max <= bound && max > 0.99 * bound, max + " of " + bound);
    }

    @Test
    void heHasItsDeviation() {
        Tensor weights = weights("fc1", Map.of("init", "he"), 1);
        assertEquals(Math.sqrt(2.0 / 400), weights.stats().deviation(), 0.0007);
        assertTrue(weights.stats().max() > 3 * weights.stats().deviation(), "a normal distribution has tails");
    }

    @Test
    void constantIsConstantWithoutBiases() {
        Map<Parameter, Tensor> parameters = parameters("conv2", Map.of("init", "constant"), 1);
        for (float weight : parameters.get(Parameter.WEIGHT).toArray()) {
            assertEquals((float) Initialisation.CONSTANT_WEIGHT, weight);
        }
        for (float bias : parameters.get(Parameter.BIAS).toArray()) {
            assertEquals(0, bias);
        }
    }

    @Test
    void biasesBeginWithinOneOverTheRootOfTheFanIn() {
        Tensor biases = parameters("fc1", Map.of(), 1).get(Parameter.BIAS);
        assertTrue(biases.stats().max() <= 1 / Math.sqrt(400) && biases.stats().max() > 0.9 / Math.sqrt(400));
    }

    @Test
    void aBatchNormBeginsByChangingNothing() {
        Map<Parameter, Tensor> parameters = parameters("bn2", Map.of("batch-norm", "yes"), 1);
        parameters.forEach((parameter, tensor) -> {
            float begin = parameter == Parameter.SCALE || parameter == Parameter.VARIANCE ? 1 : 0;
            assertEquals(begin, tensor.stats().min(), parameter.name());
            assertEquals(begin, tensor.stats().max(), parameter.name());
        });
        assertEquals(4, parameters.size());
    }

    /** Written down once: a change of these numbers is a change of every run that anybody has noted. */
    @Test
    void theFirstWeightsOfSeedOneAreTheseOnEveryMachine() {
        Tensor xavier = weights("conv1", Map.of(), 1);
        assertEquals(XAVIER, List.of(xavier.flat(0), xavier.flat(1), xavier.flat(149)));
        Tensor he = weights("conv1", Map.of("init", "he"), 1);
        assertEquals(HE, List.of(he.flat(0), he.flat(1), he.flat(149)));
    }

    private static final List<Float> XAVIER = List.of(0.058152556f, -0.13504475f, -0.004497841f);
    private static final List<Float> HE = List.of(0.10743387f, -0.24948826f, -0.5457946f);

    @Test
    void architecturesAgreeWhereTheyCan() {
        assertEquals(
                weights("conv2", Map.of(), 1),
                weights("conv2", Map.of("batch-norm", "yes", "activation", "relu", "pool", "max"), 1));
        assertNotEquals(weights("conv2", Map.of(), 1), weights("conv2", Map.of(), 2));
    }

    @Test
    void neighbouringSeedsAndNodesBeginDifferently() {
        assertNotEquals(
                weights("conv1", Map.of(), 1).flat(0),
                weights("conv1", Map.of(), 2).flat(0),
                0.001);
        assertNotEquals(
                weights("fc1", Map.of(), 1).flat(0), weights("fc2", Map.of(), 1).flat(0), 0.001);
    }

    private static Tensor weights(String node, Map<String, String> options, long seed) {
        return parameters(node, options, seed).get(Parameter.WEIGHT);
    }

    private static Map<Parameter, Tensor> parameters(String node, Map<String, String> options, long seed) {
        Blueprint lenet = Zoo.byId("lenet").draw(Shape.of(1, 28, 28), 10, options);
        try (Network network = Relatives.network(lenet, new Optimizer.Sgd(), seed, Relatives.QUICK)) {
            return network.parameters(node);
        }
    }
}
