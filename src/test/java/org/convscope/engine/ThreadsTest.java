package org.convscope.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.convscope.blueprint.Blueprint;
import org.convscope.net.FakeNetwork;
import org.convscope.net.Network;
import org.convscope.net.NetworkThread;
import org.convscope.spec.EngineReport;
import org.convscope.spec.EngineSettings;
import org.convscope.spec.Optimizer;
import org.junit.jupiter.api.Test;

class ThreadsTest {

    @Test
    void oneCoreIsLeftToTheWindow() {
        assertEquals(1, Threads.choose(0, 1));
        assertEquals(1, Threads.choose(0, 2));
        assertEquals(3, Threads.choose(0, 4));
        assertEquals(15, Threads.choose(0, 16));
    }

    @Test
    void whoeverAsksForThreadsGetsThem() {
        assertEquals(2, Threads.choose(2, 2));
        assertEquals(5, Threads.choose(5, 2));
    }

    @Test
    void theReportSaysWhatTheNativeSideSays() {
        Dl4jNetworkFactory factory = new Dl4jNetworkFactory();
        for (int threads = 1; threads <= 2; threads++) {
            EngineReport report = factory.report(new EngineSettings(threads, true));
            assertEquals(threads, report.threads());
            assertEquals(threads, Threads.inUse());
        }
        assertTrue(factory.report(EngineSettings.STANDARD).oneDnn());
    }

    @Test
    void aNetworkKeepsItsThreadsBesideOthers() {
        Blueprint blueprint = Relatives.shallow();
        try (Network one = Relatives.network(blueprint, new Optimizer.Sgd(), 1, new EngineSettings(1, true));
                Network two = Relatives.network(blueprint, new Optimizer.Sgd(), 1, new EngineSettings(2, true))) {
            one.learn(FakeNetwork.stripes(blueprint, 2, 1), 0.1);
            assertEquals(1, Threads.inUse());
            two.learn(FakeNetwork.stripes(blueprint, 2, 1), 0.1);
            assertEquals(2, Threads.inUse());
            assertEquals(2, two.report().threads());
        }
    }

    @Test
    void aThreadOfItsOwnHasTheNetworksNumberToo() {
        NetworkThread thread = NetworkThread.start(
                "network-1",
                () -> Relatives.network(Relatives.shallow(), new Optimizer.Sgd(), 1, new EngineSettings(1, true)));
        assertEquals(1, thread.ask(network -> Threads.inUse()).join());
        thread.close().join();
    }

    @Test
    void whatIsAttachedIsReported() {
        Dl4jNetworkFactory factory = new Dl4jNetworkFactory();
        assertTrue(factory.report(EngineSettings.STANDARD).helpers().get("convolution"));
        assertTrue(factory.report(EngineSettings.STANDARD).helpers().get("batch norm"));
        assertFalse(factory.report(new EngineSettings(1, false)).helpers().containsValue(true));
    }
}
