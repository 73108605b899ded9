package org.convscope.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.convscope.blueprint.Blueprint;
import org.convscope.net.Batch;
import org.convscope.net.FakeNetwork;
import org.convscope.net.Network;
import org.convscope.net.NetworkThread;
import org.convscope.spec.Optimizer;
import org.convscope.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StrangerThreadTest {

    private static final Blueprint SHALLOW = Relatives.shallow();
    private static final Batch BATCH = FakeNetwork.stripes(SHALLOW, 2, 1);
    private static final Tensor IMAGE = Tensor.of(BATCH.shape(), BATCH.images(), 0);

    @Test
    void everyCallOfAStrangerIsRefusedAndBothThreadsAreNamed() {
        NetworkThread thread = start();
        Network network = thread.ask(owned -> owned).join();
        Map<String, Consumer<Network>> calls = Map.ofEntries(
                Map.entry("blueprint", Network::blueprint),
                Map.entry("report", Network::report),
                Map.entry("step", Network::step),
                Map.entry("learn", stolen -> stolen.learn(BATCH, 0.1)),
                Map.entry("probabilities", stolen -> stolen.probabilities(BATCH)),
                Map.entry("activations", stolen -> stolen.activations(IMAGE)),
                Map.entry("some activations", stolen -> stolen.activations(BATCH, Set.of("conv1"))),
                Map.entry("gradients", stolen -> stolen.gradients(IMAGE, 0)),
                Map.entry("parameters", stolen -> stolen.parameters("conv1")),
                Map.entry("lastGradients", stolen -> stolen.lastGradients("conv1")),
                Map.entry("lastUpdates", stolen -> stolen.lastUpdates("conv1")),
                Map.entry("checkpoint", Network::checkpoint),
                Map.entry("entries", Network::entries),
                Map.entry("close", Network::close));
        calls.forEach((name, call) -> {
            String message = assertThrows(IllegalStateException.class, () -> call.accept(network), name)
                    .getMessage();
            assertTrue(message.contains("`network-7`"), message);
            assertTrue(message.contains("`" + Thread.currentThread().getName() + "`"), message);
            assertTrue(message.contains("`shallow`"), message);
        });
        assertEquals(0, thread.ask(Network::step).join());
        thread.close().join();
    }

    @Test
    void aClosedNetworkIsRefusedToItsOwnerToo() {
        Network network = Relatives.network(SHALLOW, new Optimizer.Sgd(), 1, Relatives.QUICK);
        network.learn(BATCH, 0.1);
        network.close();
        network.close();
        assertThrows(IllegalStateException.class, () -> network.learn(BATCH, 0.1));
        assertThrows(IllegalStateException.class, network::checkpoint);
    }

    @Test
    void twoNetworksOnTwoThreadsDoNotDisturbEachOther() {
        NetworkThread one = start();
        NetworkThread two = start();
        double alone;
        try (Network network = Relatives.network(SHALLOW, new Optimizer.Sgd(), 1, Relatives.QUICK)) {
            alone = learn(network);
        }
        var first = one.ask(StrangerThreadTest::learn);
        var second = two.ask(StrangerThreadTest::learn);
        assertEquals(alone, first.join());
        assertEquals(alone, second.join());
        one.close().join();
        two.close().join();
    }

    private static double learn(Network network) {
        double loss = 0;
        for (int step = 0; step < 100; step++) {
            loss = network.learn(BATCH, 0.1).loss();
        }
        return loss;
    }

    private static NetworkThread start() {
        return NetworkThread.start(
                "network-7", () -> Relatives.network(SHALLOW, new Optimizer.Sgd(), 1, Relatives.QUICK));
    }
}
