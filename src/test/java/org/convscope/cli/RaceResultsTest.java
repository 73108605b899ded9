package org.convscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.convscope.tensor.Shape;
import org.convscope.workbench.Contest;
import org.convscope.workbench.Race;
import org.convscope.workbench.Racer.Turn;
import org.junit.jupiter.api.Test;

class RaceResultsTest {

    private static final Contest LENET = new Contest("lenet", Map.of("activation", "relu"), Shape.of(1, 28, 28), 64);

    private static final List<Race.Round> ROUNDS = List.of(
            round(2, 1, false, 10_000, 5_000, 90),
            round(2, 1, true, 9_000, 1_000, Double.NaN),
            round(2, 1, false, 12_000, 6_000, 100),
            round(2, 1, true, 6_000, 3_000, Double.NaN),
            round(2, 1, false, 11_000, 4_400, 95),
            round(2, 1, true, 11_000, 2_200, Double.NaN));

    private static Race.Round round(int ours, int peer, boolean busy, double a, double b, double peak) {
        return new Race.Round(new Race.Lane(ours, peer, busy), new Turn(a, 1.5), new Turn(b, 1.5), peak);
    }

    private static RaceResults results(boolean training) {
        return new RaceResults(LENET, 64, "libtorch", training, ROUNDS);
    }

    @Test
    void everyRoundIsKept() {
        ObjectNode root = Voice.object();
        results(true).rounds(root.putArray("rounds"));
        assertEquals(6, root.get("rounds").size());
        JsonNode first = root.get("rounds").get(0);
        assertEquals("lenet relu", first.get("net").asText());
        assertEquals(2, first.get("ratio").asDouble());
        assertEquals(1.5, first.get("oursLoss").asDouble());
        assertTrue(root.get("rounds").get(3).get("peakGigaflops").isNull(), "unknown is null");
    }

    @Test
    void mediansAndSpreadsOfEveryLane() {
        ObjectNode root = Voice.object();
        results(true).results(root.putArray("results"));
        JsonNode free = root.get("results").get(0);
        assertEquals(2, free.get("threads").asInt());
        assertEquals(1, free.get("peerThreads").asInt());
        assertEquals(11_000, free.get("ours").asDouble());
        assertEquals(5_000, free.get("peer").asDouble());
        assertEquals(2, free.get("ratio").asDouble());
        assertEquals(2.5, free.get("ratioMax").asDouble());
        assertEquals(100, free.get("peakGigaflops").asDouble());
        // 11,000 images a second of 2,263,920 operations each are 24.9 of 100 GFLOP/s.
        assertEquals(0.249, free.get("oursShareOfPeak").asDouble(), 0.0005);
        assertFalse(free.has("oursKept"));
    }

    @Test
    void whatIsKeptBesideABusyCoreIsComparedRoundByRound() {
        ObjectNode root = Voice.object();
        results(true).results(root.putArray("results"));
        JsonNode busy = root.get("results").get(1);
        assertTrue(busy.get("busy").asBoolean());
        assertEquals(0.9, busy.get("oursKept").asDouble(), 1e-12);
        assertEquals(0.5, busy.get("oursKeptMin").asDouble(), 1e-12);
        assertEquals(0.5, busy.get("peerKept").asDouble(), 1e-12);
        assertEquals(0.2, busy.get("peerKeptMin").asDouble(), 1e-12);
    }

    @Test
    void aPersonReadsOneLineForEveryLane() {
        assertEquals(
                List.of(
                        "lenet relu, batch 64, 2 and 1 threads: 11,000 images/s (25 % of peak), libtorch 5,000"
                                + " (11 % of peak), ratio 2.00 (2.00 to 2.50)",
                        "lenet relu, batch 64, 2 and 1 threads beside a busy core: 9,000 images/s (20 % of peak),"
                                + " libtorch 2,200 (5 % of peak), ratio 5.00 (2.00 to 9.00);"
                                + " of free throughput kept: 90 % (50 to 100) and 50 % (20 to 50)"),
                results(true).lines());
        assertEquals(
                "lenet, 2 and 1 threads, round 1 of 3: 10,000 and 5,000 images/s",
                RaceResults.news("lenet", 1, 3, ROUNDS.get(0)));
    }

    @Test
    void lookingHasNoShareOfThePeak() {
        assertFalse(results(false).lines().get(0).contains("peak"));
    }
}
