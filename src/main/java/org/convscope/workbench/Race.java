package org.convscope.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/**
 * Two racers in turns within one run, so that a busy machine slows both alike: trust the ratio. Either is
 * alone while it works, and they take turns in going first.
 */
public final class Race {

    /** How often each number of threads is tried before the race. */
    private static final int TRIALS = 3;

    /** The share of the warm-up that the peer gets: native code needs none but for its first calls. */
    private static final double PEERS_SHARE = 0.25;

    /**
     * How a race is run.
     *
     * @param work what is done
     * @param rounds how often each takes its turn
     * @param turnSeconds how long a turn is
     * @param warmUpSeconds how long ours works before; the JIT needs some seconds
     * @param threads the numbers of threads that may be taken, the least first
     */
    public record Plan(Racer.Work work, int rounds, double turnSeconds, double warmUpSeconds, List<Integer> threads) {
        public Plan {
            threads = List.copyOf(threads);
        }
    }

    /**
     * With what a turn is worked.
     *
     * @param ours our threads
     * @param peer the peer's threads
     * @param busy whether another process keeps one core busy meanwhile
     */
    public record Lane(int ours, int peer, boolean busy) {}

    /**
     * One turn of each.
     *
     * @param lane with what
     * @param ours what ours measured
     * @param peer what the peer measured
     * @param peak GFLOP/s of the machine's matrix product on one thread, just before; NaN if not measured
     */
    public record Round(Lane lane, Racer.Turn ours, Racer.Turn peer, double peak) {

        /** How many times as fast ours is. */
        public double ratio() {
            return ours.imagesPerSecond() / peer.imagesPerSecond();
        }
    }

    /** What there is beside the two. */
    public interface Track {

        /** GFLOP/s of a large matrix product on one thread of now, or NaN. */
        double peak();

        /** Has another process keep a core busy while {@code work} runs. */
        void whileBusy(Runnable work);
    }

    private final Racer ours;
    private final Racer peer;
    private final Plan plan;
    private final Track track;

    /** A race of these two. */
    public Race(Racer ours, Racer peer, Plan plan, Track track) {
        this.ours = ours;
        this.peer = peer;
        this.plan = plan;
        this.track = track;
    }

    /**
     * Warms up, finds for each its best number of threads, and races: with the least number of threads, and
     * then with each one's best.
     *
     * @param busy whether every turn is repeated beside a busy core
     * @param news hears of every round when it is over
     */
    public List<Round> run(boolean busy, Consumer<Round> news) {
        int least = plan.threads().get(0);
        ours.turn(plan.work(), least, plan.warmUpSeconds());
        peer.turn(plan.work(), least, plan.warmUpSeconds() * PEERS_SHARE);
        Lane first = new Lane(least, least, false);
        Lane best = new Lane(best(ours), best(peer), false);
        List<Lane> lanes = first.equals(best) ? List.of(first) : List.of(first, best);
        List<Round> rounds = new ArrayList<>();
        Consumer<Round> over = round -> {
            rounds.add(round);
            news.accept(round);
        };
        for (int number = 0; number < plan.rounds(); number++) {
            boolean oursFirst = number % 2 == 0;
            for (Lane lane : lanes) {
                over.accept(round(lane, oursFirst, track::peak));
                if (busy) {
                    Lane crowded = new Lane(lane.ours(), lane.peer(), true);
                    track.whileBusy(() -> over.accept(round(crowded, oursFirst, () -> Double.NaN)));
                }
            }
        }
        return rounds;
    }

    private Round round(Lane lane, boolean oursFirst, DoubleSupplier peak) {
        double limit = peak.getAsDouble();
        if (oursFirst) {
            Racer.Turn one = ours.turn(plan.work(), lane.ours(), plan.turnSeconds());
            return new Round(lane, one, peer.turn(plan.work(), lane.peer(), plan.turnSeconds()), limit);
        }
        Racer.Turn other = peer.turn(plan.work(), lane.peer(), plan.turnSeconds());
        return new Round(lane, ours.turn(plan.work(), lane.ours(), plan.turnSeconds()), other, limit);
    }

    /** The number of threads that was fastest in its best turn. */
    private int best(Racer racer) {
        List<Integer> threads = plan.threads();
        Map<Integer, Double> fastest = new TreeMap<>();
        for (int trial = 0; trial < TRIALS && threads.size() > 1; trial++) {
            for (int count : threads) {
                double speed =
                        racer.turn(plan.work(), count, plan.turnSeconds()).imagesPerSecond();
                fastest.merge(count, speed, Math::max);
            }
        }
        return fastest.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(threads.get(0));
    }
}
