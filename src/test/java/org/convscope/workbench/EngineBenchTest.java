package org.convscope.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convscope.blueprint.Blueprint;
import org.convscope.net.FakeNetwork;
import org.convscope.net.Network;
import org.convscope.net.NetworkFactory;
import org.convscope.spec.EngineReport;
import org.convscope.spec.EngineSettings;
import org.convscope.spec.Optimizer;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Tensor;
import org.junit.jupiter.api.Test;

class EngineBenchTest {

    private static final Contest CONTEST = new Contest("lenet", Map.of("activation", "relu"), Shape.of(1, 28, 28), 2);

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
    private final EngineBench bench = new EngineBench(builder);

    @Test
    void oursIsTheQuickEngineAndDl4jTheSameWithoutItsHelpers() {
        try (Racer ours = bench.ours(CONTEST);
                Racer peer = bench.dl4j(CONTEST)) {
            assertEquals(ours.losses(2), peer.losses(2));
        }
        assertEquals(List.of(new EngineSettings(1, true), new EngineSettings(1, false)), builder.wanted);
    }

    @Test
    void everyNumberOfThreadsHasItsNetwork() {
        try (Racer ours = bench.ours(CONTEST)) {
            for (int threads : new int[] {1, 3, 1}) {
                assertTrue(ours.turn(Racer.Work.LEARN, threads, 0.001).imagesPerSecond() > 0);
            }
        }
        assertEquals(List.of(new EngineSettings(1, true), new EngineSettings(3, true)), builder.wanted);
    }

    @Test
    void everyTurnOfLearningBeginsWithTheFirstParameters() {
        try (Racer ours = bench.ours(CONTEST)) {
            List<Double> first = ours.losses(3);
            assertTrue(ours.turn(Racer.Work.LEARN, 1, 0.001).loss() > 0);
            assertEquals(first, ours.losses(3));
            assertTrue(first.get(2) < first.get(0), "it learns: " + first);
        }
    }

    @Test
    void lookingTeachesNothing() {
        try (Racer ours = bench.ours(CONTEST)) {
            List<Double> probabilities = ours.probabilities();
            assertEquals(2 * 10, probabilities.size());
            assertTrue(Double.isNaN(ours.turn(Racer.Work.LOOK_AT_ONE, 1, 0.001).loss()));
            assertTrue(ours.turn(Racer.Work.LOOK_AT_BATCH, 1, 0.001).imagesPerSecond() > 0);
            assertEquals(probabilities, ours.probabilities());
            assertEquals(0, builder.built.get(0).step());
        }
    }

    @Test
    void aPeerGetsTheParametersThatTheEngineBeginsWith() {
        Map<String, Map<String, Tensor>> parameters = bench.parameters(CONTEST);
        assertEquals(List.of("input", "conv1"), List.copyOf(parameters.keySet()).subList(0, 2));
        assertEquals(Set.of("weight", "bias"), parameters.get("conv1").keySet());
        assertEquals(Shape.of(6, 1, 5, 5), parameters.get("conv1").get("weight").shape());
        assertEquals(Shape.of(120, 400), parameters.get("fc1").get("weight").shape());
        assertEquals(Map.of(), parameters.get("act1"));
    }

    @Test
    void largerNetworksSeeTheImagesInABlackFrame() {
        Tensor small = EngineBench.images(CONTEST);
        Tensor large = EngineBench.images(new Contest("lenet", Map.of(), Shape.of(3, 32, 32), 2));
        assertEquals(Shape.of(2, 1, 28, 28), small.shape());
        assertEquals(Shape.of(2, 3, 32, 32), large.shape());
        assertEquals(small.at(1, 0, 14, 9), large.at(1, 2, 16, 11));
        assertEquals(3 * small.stats().mean() * small.size(), large.stats().mean() * large.size(), 1e-1);
        assertEquals(0, large.at(1, 1, 1, 20));
    }

    @Test
    void labelsAreThoseOfTheFirstImages() {
        assertEquals(9, EngineBench.label(0));
    }

    @Test
    void theEngineSaysWhatItIs() {
        assertEquals(FakeNetwork.factory().report(EngineSettings.STANDARD).engine(), bench.engine());
        assertEquals(FakeNetwork.factory().report(EngineSettings.STANDARD).threads(), bench.threads());
    }
}
