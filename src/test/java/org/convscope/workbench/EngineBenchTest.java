package org.convscope.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.convscope.blueprint.Blueprint;
import org.convscope.net.FakeNetwork;
import org.convscope.net.Network;
import org.convscope.net.NetworkFactory;
import org.convscope.spec.EngineReport;
import org.convscope.spec.EngineSettings;
import org.convscope.spec.Optimizer;
import org.junit.jupiter.api.Test;

class EngineBenchTest {

    /** Remembers what it was asked to build. */
    private static final class Builder implements NetworkFactory {

        private final List<EngineSettings> wanted = new ArrayList<>();
        private final List<Network> built = new ArrayList<>();

        @Override
        public Network create(Blueprint blueprint, Optimizer optimizer, long seed, EngineSettings settings) {
            wanted.add(settings);
            built.add(new FakeNetwork(blueprint, optimizer, seed));
            return built.get(built.size() - 1);
        }

        @Override
        public void load() {
            // Loops are always there.
        }

        @Override
        public void warmUp() {
            // Loops are always warm.
        }

        @Override
        public EngineReport report(EngineSettings settings) {
            return FakeNetwork.factory().report(settings);
        }
    }

    private final Builder builder = new Builder();
    private final List<EngineBench.Round> heard = new ArrayList<>();
    private final EngineBench bench = new EngineBench(builder, new EngineSettings(3, true));

    @Test
    void thePeerIsTheSameEngineWithoutItsHelpersAndBothLearn() {
        List<EngineBench.Round> rounds = bench.train("lenet", Map.of(), 2, 1, heard::add);
        assertEquals(List.of(new EngineSettings(3, true), new EngineSettings(3, false)), builder.wanted);
        assertTrue(builder.built.stream().allMatch(network -> network.step() > 6), "more than the warm-up");
        assertEquals(1, rounds.size());
        assertEquals(rounds, heard);
        assertTrue(rounds.get(0).ours() > 0 && rounds.get(0).peer() > 0, rounds.toString());
    }

    @Test
    void lookingTeachesNothing() {
        bench.infer("lenet", Map.of(), 1, 1, heard::add);
        assertTrue(builder.built.stream().allMatch(network -> network.step() == 0));
    }

    @Test
    void aRatioOfTwoIsTwiceAsFast() {
        assertEquals(2, new EngineBench.Round(3000, 1500).ratio());
    }
}
