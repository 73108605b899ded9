package org.convscope.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Node;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.blueprint.Pooling;
import org.convscope.engine.block.BlockStep;
import org.convscope.net.Batch;
import org.convscope.net.Checkpoint;
import org.convscope.net.FakeNetwork;
import org.convscope.net.Interlude;
import org.convscope.net.Network;
import org.convscope.spec.EngineSettings;
import org.convscope.spec.Optimizer;
import org.convscope.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What may happen between the layers of a step on blocks; 40 images, so two blocks. */
class InterludeTest {

    private static final int IMAGES = 40;

    private record Case(Blueprint blueprint, int threads) {
        Network network() {
            return Relatives.network(blueprint, Optimizer.byId("nesterov"), 4, new EngineSettings(threads, true));
        }

        Batch batch(int step) {
            return FakeNetwork.stripes(blueprint, IMAGES, step);
        }
    }

    static Stream<Case> cases() {
        return Relatives.all().stream().filter(BlockStep::fits).flatMap(blueprint -> Stream.of(1, 2)
                .map(threads -> new Case(blueprint, threads)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whoLooksWithinAStepSeesTheNetworkBeforeItAndChangesNothing(Case tried) {
        try (Network looked = tried.network();
                Network alone = tried.network()) {
            for (int step = 0; step < 2; step++) {
                Map<String, Object> before = look(looked, tried.batch(9));
                AtomicInteger interludes = new AtomicInteger();
                Interlude look = share -> {
                    if (interludes.getAndIncrement() % 5 == 0) {
                        assertEquals(before, look(looked, tried.batch(9)));
                    }
                    return true;
                };
                assertTrue(looked.learn(tried.batch(step), 0.05, look).isPresent());
                alone.learn(tried.batch(step), 0.05);
                assertEquals(alone.checkpoint(), looked.checkpoint());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aStepThatIsEndedWhereverLeavesTheNetworkAsItWas(Case tried) {
        try (Network ended = tried.network();
                Network alone = tried.network()) {
            ended.learn(tried.batch(0), 0.05);
            alone.learn(tried.batch(0), 0.05);
            Checkpoint before = ended.checkpoint();
            Map<String, Object> seen = look(ended, tried.batch(9));
            // The thread that owns the network may have done its half before the other has begun.
            for (double until : new double[] {0, 0.3, tried.threads() == 1 ? 0.99 : 0.5}) {
                assertEquals(Optional.empty(), ended.learn(tried.batch(1), 0.05, share -> share < until));
                assertEquals(before, ended.checkpoint());
                assertEquals(seen, look(ended, tried.batch(9)));
            }
            ended.learn(tried.batch(1), 0.05);
            alone.learn(tried.batch(1), 0.05);
            assertEquals(alone.checkpoint(), ended.checkpoint());
        }
    }

    @Test
    void everyLayerOfEveryBlockHasAnInterludeOnTheWayForthAndTwoOnTheWayBack() {
        Blueprint blueprint = Relatives.lenet(Nonlinearity.RELU, Pooling.MAX, false);
        List<Double> shares = new ArrayList<>();
        try (Network network = new Case(blueprint, 1).network()) {
            network.learn(FakeNetwork.stripes(blueprint, IMAGES, 1), 0.05, shares::add);
        }
        int layers = blueprint.nodes().size() - 2;
        assertEquals(2 * 3 * layers, shares.size());
        assertEquals(shares.stream().sorted().toList(), shares);
        assertEquals(1, shares.get(shares.size() - 1));
    }

    @Test
    void aBatchIsAnsweredWithinAStep() {
        Blueprint blueprint = Relatives.branches(Nonlinearity.TANH, Pooling.AVERAGE);
        Batch batch = FakeNetwork.stripes(blueprint, 5, 3);
        Set<String> nodes = Set.of("conv1", "act2", blueprint.last().id());
        try (Network network = new Case(blueprint, 1).network()) {
            Map<String, Tensor> before = network.activations(batch, nodes);
            network.learn(FakeNetwork.stripes(blueprint, IMAGES, 1), 0.05, share -> {
                network.activations(batch, nodes).forEach((node, values) -> {
                    assertEquals(before.get(node).shape(), values.shape());
                    for (int i = 0; i < values.size(); i++) {
                        assertEquals(before.get(node).flat(i), values.flat(i), 1e-5, node);
                    }
                });
                return true;
            });
        }
    }

    /** Everything that a lens may ask for. */
    private static Map<String, Object> look(Network network, Batch batch) {
        Tensor image = Tensor.of(batch.shape(), batch.images(), 0);
        Map<String, Object> seen = new LinkedHashMap<>(network.activations(image));
        seen.put("step", network.step());
        seen.put(
                "gradients of the image",
                network.gradients(image, batch.labels()[0]).activations());
        for (Node node : network.blueprint().nodes()) {
            seen.put("parameters of " + node.id(), network.parameters(node.id()));
            seen.put("gradients of " + node.id(), network.lastGradients(node.id()));
            seen.put("updates of " + node.id(), network.lastUpdates(node.id()));
        }
        return seen;
    }
}
