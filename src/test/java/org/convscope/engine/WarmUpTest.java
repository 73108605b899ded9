package org.convscope.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.CompletableFuture;
import org.convscope.net.FakeNetwork;
import org.convscope.net.Network;
import org.convscope.spec.EngineSettings;
import org.convscope.spec.Optimizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WarmUpTest {

    @Test
    void warmingUpBesideALivingNetworkDisturbsNobody() {
        try (Network network =
                Relatives.network(Relatives.shallow(), new Optimizer.Sgd(), 1, new EngineSettings(2, true))) {
            Dl4jNetworkFactory factory = new Dl4jNetworkFactory();
            CompletableFuture<Void> elsewhere = CompletableFuture.runAsync(factory::warmUp);
            for (int step = 0; step < 20; step++) {
                network.learn(FakeNetwork.stripes(Relatives.shallow(), 3, step), 0.1);
            }
            elsewhere.join();
            factory.warmUp();
            network.learn(FakeNetwork.stripes(Relatives.shallow(), 3, 20), 0.1);
            assertEquals(21, network.step());
            assertEquals(2, Threads.inUse());
        }
    }
}
