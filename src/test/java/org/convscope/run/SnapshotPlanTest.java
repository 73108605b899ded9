package org.convscope.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SnapshotPlanTest {

    private static final long LENET_BYTES = SnapshotFile.placeBytes(61_706);

    /** Any number of places, of steps and of steps an epoch; printed, so that a failure can be repeated. */
    private record Run(int places, long steps, int epoch) {

        SnapshotPlan plan() {
            return new SnapshotPlan(places);
        }

        List<Long> ends(long now) {
            return LongStream.rangeClosed(1, now / epoch)
                    .mapToObj(end -> end * epoch)
                    .toList();
        }

        LongPredicate kept(long now) {
            return plan().kept(now, ends(now));
        }

        List<Long> keptSteps() {
            LongPredicate kept = kept(steps);
            return LongStream.rangeClosed(0, steps).filter(kept).boxed().toList();
        }
    }

    static Stream<Run> runs() {
        SplittableRandom random = new SplittableRandom(11);
        return Stream.generate(
                        () -> new Run(random.nextInt(4, 400), random.nextLong(0, 20_000), random.nextInt(1, 2000)))
                .limit(100);
    }

    @ParameterizedTest
    @MethodSource("runs")
    void thereAreNeverMoreThanThePlaces(Run run) {
        assertTrue(
                run.keptSteps().size() <= run.places,
                () -> run + " keeps " + run.keptSteps().size());
    }

    @ParameterizedTest
    @MethodSource("runs")
    void whatIsKeptLaterWasKeptEarlier(Run run) {
        SplittableRandom random = new SplittableRandom(run.steps);
        LongPredicate later = run.kept(run.steps);
        long now = random.nextLong(0, run.steps + 1);
        LongPredicate earlier = run.kept(now);
        LongStream.rangeClosed(0, now)
                .filter(later)
                .forEach(step -> assertTrue(earlier.test(step), () -> "step " + step + " at " + now));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void gapsGrowNoFasterThanTheSteps(Run run) {
        long last = 0;
        for (long step : run.keptSteps()) {
            assertTrue(step - last <= Math.max(1, 0.76 * step), "from " + last + " to " + step + " in " + run);
            last = step;
        }
    }

    @Test
    void aGrowingRunKeepsWhatOneLookAtItsEndWouldKeep() {
        Run run = new Run(100, 5000, 300);
        TreeSet<Long> kept = new TreeSet<>(List.of(0L));
        for (long now = 1; now <= run.steps; now++) {
            LongPredicate wanted = run.kept(now);
            if (wanted.test(now)) {
                kept.removeIf(step -> !wanted.test(step));
                kept.add(now);
            }
        }
        LongPredicate last = run.kept(run.steps);
        kept.removeIf(step -> !last.test(step));
        assertEquals(run.keptSteps(), List.copyOf(kept));
    }

    @Test
    void tenEpochsOfLeNetBeginWithEveryStepAndHaveEveryEpoch() {
        int places = SnapshotPlan.places(LENET_BYTES);
        assertEquals(271, places);
        assertTrue(places * LENET_BYTES <= 64L << 20);
        List<Long> kept = new Run(places, 9380, 938).keptSteps();
        assertEquals(LongStream.rangeClosed(0, 46).boxed().toList(), kept.subList(0, 47));
        assertTrue(kept.containsAll(new Run(places, 9380, 938).ends(9380)));
        assertEquals(9380, kept.get(kept.size() - 1));
    }

    @Test
    void aShortRunStaysSmall() {
        int places = SnapshotPlan.places(LENET_BYTES);
        assertEquals(LongStream.rangeClosed(0, 64).boxed().toList(), new Run(places, 64, 938).keptSteps());
        assertEquals(65 + 32 + 32, new Run(places, 256, 938).keptSteps().size());
    }

    @Test
    void largeNetworksHaveFewPlacesOrNone() {
        assertEquals(16, SnapshotPlan.places(8L << 20));
        assertEquals(5, SnapshotPlan.places(45L << 20));
        assertEquals(4, SnapshotPlan.places(64L << 20));
        assertEquals(0, SnapshotPlan.places(65L << 20));
        assertFalse(Snapshots.areKeptOf(60_000_000));
        assertEquals(1 << 16, SnapshotPlan.places(40));
    }
}
