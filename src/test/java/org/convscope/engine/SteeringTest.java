package org.convscope.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Node;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.Options;
import org.convscope.blueprint.Pooling;
import org.convscope.net.Batch;
import org.convscope.net.FakeNetwork;
import org.convscope.net.Network;
import org.convscope.net.Parameter;
import org.convscope.net.SchoolOptimizer;
import org.convscope.spec.EngineSettings;
import org.convscope.spec.Optimizer;
import org.convscope.spec.Schedule;
import org.convscope.spec.Steering;
import org.convscope.spec.TrainingPlan;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is changed between two steps, on both ways of taking a step, by each optimizer. */
class SteeringTest {

    private static final Blueprint RELATIVE = Relatives.lenet(Nonlinearity.TANH, Pooling.AVERAGE, true);
    private static final Blueprint DROPPING = Blueprint.draw(
                    "dropping", Options.of(List.of(), Map.of()), Shape.of(1, 6, 6))
            .then("conv", new Op.Conv(3, 3, 1, 0))
            .then("act", new Op.Activation(Nonlinearity.RELU))
            .then("drop", new Op.Dropout(0.5))
            .then("logits", new Op.Dense(3))
            .then("softmax", new Op.Softmax())
            .done();

    static Stream<Arguments> ways() {
        return Stream.of(Relatives.LAYERS, Relatives.QUICK)
                .flatMap(settings -> Optimizer.ALL.stream().map(optimizer -> Arguments.of(optimizer, settings)));
    }

    static Stream<EngineSettings> settings() {
        return Stream.of(Relatives.LAYERS, Relatives.QUICK);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void everyUpdateIsTheOneOfThePaperWithItsWeightsDecaying(Optimizer optimizer, EngineSettings settings) {
        try (Network network = Relatives.network(RELATIVE, optimizer, 1, settings)) {
            SchoolOptimizer paper = new SchoolOptimizer(optimizer, 1000);
            for (int step = 1; step <= 12; step++) {
                double decay = step <= 4 ? 0 : step <= 8 ? 0.3 : 0.05;
                double momentum = step <= 6 ? 0.9 : 0.4;
                network.steer(with(optimizer, decay, momentum));
                paper.momentum(momentum);
                mustFollow(paper, network, step, decay);
            }
        }
    }

    private static void mustFollow(SchoolOptimizer paper, Network network, int step, double decay) {
        double rate = 0.1 / step;
        Map<String, Map<Parameter, Tensor>> before = parameters(network);
        network.learn(FakeNetwork.stripes(RELATIVE, 5, step), rate);
        int position = 0;
        for (Node node : RELATIVE.nodes()) {
            for (Map.Entry<Parameter, Tensor> gradient :
                    network.lastGradients(node.id()).entrySet()) {
                Tensor update = network.lastUpdates(node.id()).get(gradient.getKey());
                Tensor weights = before.get(node.id()).get(gradient.getKey());
                Tensor after = network.parameters(node.id()).get(gradient.getKey());
                double shrinks = gradient.getKey() == Parameter.WEIGHT ? decay : 0;
                for (int i = 0; i < update.size(); i++) {
                    double direction = paper.direction(gradient.getValue().flat(i), position++, step);
                    double wanted = -rate * (direction + shrinks * weights.flat(i));
                    assertEquals(wanted, update.flat(i), 1e-5 * rate, node.id() + " at step " + step);
                    assertEquals(weights.flat(i) + update.flat(i), after.flat(i), "the update is the change");
                }
            }
        }
    }

    /** λ/2·‖w‖² has the slope λ·w: for plain descent a decay is a penalty on the loss. */
    @Test
    void forPlainDescentADecayIsTheSlopeOfAPenalty() {
        double decay = 0.2;
        double rate = 0.1;
        try (Network network = Relatives.network(RELATIVE, new Optimizer.Sgd(), 1, Relatives.QUICK)) {
            double weight = network.parameters("fc1").get(Parameter.WEIGHT).flat(3);
            network.steer(with(new Optimizer.Sgd(), decay, 0));
            network.learn(FakeNetwork.stripes(RELATIVE, 5, 1), rate);
            double h = 1e-4;
            double slope = (penalty(decay, weight + h) - penalty(decay, weight - h)) / (2 * h);
            double gradient = network.lastGradients("fc1").get(Parameter.WEIGHT).flat(3);
            assertEquals(
                    -rate * (gradient + slope),
                    network.lastUpdates("fc1").get(Parameter.WEIGHT).flat(3),
                    1e-7);
        }
    }

    private static double penalty(double decay, double weight) {
        return decay / 2 * weight * weight;
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aFrozenNodeKeepsEveryBitWhileTheOthersLearnAndGoesOnWhenItThaws(Optimizer optimizer, EngineSettings settings) {
        try (Network network = Relatives.network(RELATIVE, optimizer, 1, settings)) {
            network.learn(FakeNetwork.stripes(RELATIVE, 5, 1), 0.05);
            network.steer(with(optimizer, 0.1, 0.9).withFrozen(Set.of("conv1", "bn1")));
            Map<String, Map<Parameter, Tensor>> before = parameters(network);
            for (int step = 2; step < 6; step++) {
                network.learn(FakeNetwork.stripes(RELATIVE, 5, step), 0.05);
            }
            Map<String, Map<Parameter, Tensor>> after = parameters(network);
            for (String node : List.of("conv1", "bn1")) {
                assertEquals(before.get(node), after.get(node), node);
                network.lastUpdates(node).values().forEach(update -> assertEquals(0, largest(update), node));
                assertTrue(
                        largest(network.lastGradients(node).values().iterator().next()) > 0, "it is still asked");
            }
            for (String node : List.of("conv2", "bn2", "fc1")) {
                assertNotEquals(before.get(node), after.get(node), node);
            }
            network.steer(with(optimizer, 0, 0.9));
            network.learn(FakeNetwork.stripes(RELATIVE, 5, 6), 0.05);
            for (String node : List.of("conv1", "bn1")) {
                assertNotEquals(after.get(node), network.parameters(node), node);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void withoutDropoutAStepSeesTheLossThatALookSees(EngineSettings settings) {
        try (Network network = Relatives.network(DROPPING, new Optimizer.Sgd(), 1, settings)) {
            Batch batch = FakeNetwork.stripes(DROPPING, 40, 1);
            double looked = loss(network.probabilities(batch), batch.labels());
            Steering plan = with(new Optimizer.Sgd(), 0, 0);
            network.steer(plan.withDropout(OptionalDouble.of(0)));
            assertEquals(looked, network.learn(batch, 1e-9).loss(), 1e-6);
            network.steer(plan.withDropout(OptionalDouble.of(0.9)));
            assertTrue(Math.abs(looked - network.learn(batch, 1e-9).loss()) > 1e-3, "nine of ten are dropped");
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void dropoutThatIsSetBackIsTheOneThatWasDrawn(EngineSettings settings) {
        try (Network steered = Relatives.network(DROPPING, new Optimizer.Sgd(), 1, settings);
                Network plain = Relatives.network(DROPPING, new Optimizer.Sgd(), 1, settings)) {
            Steering plan = with(new Optimizer.Sgd(), 0, 0);
            steered.steer(plan.withDropout(OptionalDouble.of(0.1)));
            steered.steer(plan);
            // More images than before, so that new workers are hired after the change.
            for (int step = 0; step < 3; step++) {
                Batch batch = FakeNetwork.stripes(DROPPING, 20 + 30 * step, step);
                assertEquals(
                        plain.learn(batch, 0.1).loss(),
                        steered.learn(batch, 0.1).loss());
            }
            assertEquals(plain.checkpoint(), steered.checkpoint());
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void steeringBackToThePlanLeavesNoTrace(Optimizer optimizer, EngineSettings settings) {
        try (Network steered = Relatives.network(RELATIVE, optimizer, 1, settings);
                Network plain = Relatives.network(RELATIVE, optimizer, 1, settings)) {
            steered.steer(with(optimizer, 0.5, 0.1).withFrozen(Set.of("fc1")));
            steered.steer(with(optimizer, 0, 0.9));
            for (int step = 0; step < 3; step++) {
                plain.learn(FakeNetwork.stripes(RELATIVE, 5, step), 0.1);
                steered.learn(FakeNetwork.stripes(RELATIVE, 5, step), 0.1);
            }
            assertEquals(plain.checkpoint(), steered.checkpoint());
        }
    }

    private static Map<String, Map<Parameter, Tensor>> parameters(Network network) {
        return network.blueprint().nodes().stream()
                .map(Node::id)
                .collect(Collectors.toMap(id -> id, network::parameters));
    }

    private static double loss(Tensor probabilities, int[] labels) {
        int classes = probabilities.size() / labels.length;
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            sum -= Math.log(probabilities.flat(i * classes + labels[i]));
        }
        return sum / labels.length;
    }

    private static double largest(Tensor tensor) {
        double most = 0;
        for (int i = 0; i < tensor.size(); i++) {
            most = Math.max(most, Math.abs(tensor.flat(i)));
        }
        return most;
    }

    private static Steering with(Optimizer optimizer, double decay, double momentum) {
        Steering plan = Steering.of(new TrainingPlan(optimizer, 0.1, new Schedule.Constant(), 5, 1, 0, 0));
        Steering steering = plan.withWeightDecay(decay);
        return optimizer instanceof Optimizer.Nesterov ? steering.withMomentum(momentum) : steering;
    }
}
