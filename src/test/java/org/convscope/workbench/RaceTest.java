package org.convscope.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.convscope.workbench.Racer.Turn;
import org.junit.jupiter.api.Test;

class RaceTest {

    private final List<String> diary = new ArrayList<>();

    /** As fast as it is told to be for a number of threads, without a clock. */
    private final class Fixed implements Racer {
        private final String name;
        private final Map<Integer, Double> speeds;

        Fixed(String name, Map<Integer, Double> speeds) {
            this.name = name;
            this.speeds = speeds;
        }

        @Override
        public Turn turn(Work work, int threads, double seconds) {
            diary.add(name + threads + " " + seconds);
            return new Turn(speeds.get(threads), 2);
        }

        @Override
        public List<Double> losses(int steps) {
            throw new IllegalStateException("Nobody asks for losses in a race");
        }

        @Override
        public List<Double> probabilities() {
            throw new IllegalStateException("Nobody asks for probabilities in a race");
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    private final Race.Track track = new Race.Track() {
        @Override
        public double peak() {
            diary.add("peak");
            return 100;
        }

        @Override
        public void whileBusy(Runnable work) {
            diary.add("busy");
            work.run();
            diary.add("free");
        }
    };

    private List<Race.Round> run(List<Integer> threads, int rounds, boolean busy) {
        Racer ours = new Fixed("ours", Map.of(1, 1000.0, 2, 1800.0, 3, 1700.0));
        Racer peer = new Fixed("peer", Map.of(1, 500.0, 2, 400.0, 3, 450.0));
        Race.Plan plan = new Race.Plan(Racer.Work.LEARN, rounds, 2, 8, threads);
        List<Race.Round> heard = new ArrayList<>();
        List<Race.Round> all = new Race(ours, peer, plan, track).run(busy, heard::add);
        assertEquals(all, heard);
        return all;
    }

    @Test
    void theyTakeTurnsInGoingFirst() {
        run(List.of(1), 2, false);
        assertEquals(
                List.of("ours1 8.0", "peer1 2.0", "peak", "ours1 2.0", "peer1 2.0", "peak", "peer1 2.0", "ours1 2.0"),
                diary);
    }

    @Test
    void eachRacesWithOneThreadAndWithItsBestNumber() {
        List<Race.Round> rounds = run(List.of(1, 2, 3), 2, false);
        assertEquals(
                List.of(
                        new Race.Lane(1, 1, false),
                        new Race.Lane(2, 1, false),
                        new Race.Lane(1, 1, false),
                        new Race.Lane(2, 1, false)),
                rounds.stream().map(Race.Round::lane).toList());
        assertEquals(3.6, rounds.get(1).ratio(), 1e-12);
        assertEquals(100, rounds.get(0).peak());
    }

    @Test
    void besideABusyCoreEveryTurnIsRepeated() {
        List<Race.Round> rounds = run(List.of(1), 1, true);
        assertEquals(
                List.of(new Race.Lane(1, 1, false), new Race.Lane(1, 1, true)),
                rounds.stream().map(Race.Round::lane).toList());
        assertTrue(Double.isNaN(rounds.get(1).peak()), "the peak is that of the free machine");
        assertEquals(List.of("busy", "ours1 2.0", "peer1 2.0", "free"), diary.subList(5, 9));
    }

    @Test
    void aRatioOfTwoIsTwiceAsFast() {
        Race.Round round = new Race.Round(new Race.Lane(1, 1, false), new Turn(3000, 1), new Turn(1500, 1), 1);
        assertEquals(2, round.ratio());
    }
}
