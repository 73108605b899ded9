package org.convscope.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CalendarTest {

    static Stream<Long> seeds() {
        return new SplittableRandom(20261126).longs(200).boxed();
    }

    @Test
    void withOneSizeItIsADivision() {
        Calendar calendar = new Calendar(45, 10);
        assertEquals(5, calendar.end(1));
        assertEquals(15, calendar.end(3));
        assertEquals(new Calendar.Place(1, 20), calendar.before(7));
        assertEquals(5, calendar.size(4));
        assertEquals(65, calendar.imagesAfter(7));
        assertEquals(2, calendar.epochOf(7));
        assertEquals(1, calendar.epochOf(5));
        assertEquals(0, calendar.epochOf(0));
        assertEquals(7, calendar.scheduled(7));
    }

    @Test
    void theRestOfAnEpochGoesOnInTheNewSize() {
        Calendar calendar = new Calendar(45, 10).from(2, 16);
        assertEquals(List.of(10, 10, 16, 9, 16, 16, 13), sizes(calendar, 7));
        assertEquals(4, calendar.end(1));
        assertEquals(7, calendar.end(2));
        assertEquals(1, calendar.epochOf(4));
        assertEquals(2, calendar.epochOf(5));
    }

    @Test
    void aChangeBetweenTwoEpochsLeavesTheFirstAsItWas() {
        Calendar calendar = new Calendar(45, 10).from(5, 45);
        assertEquals(List.of(10, 10, 10, 10, 5, 45, 45), sizes(calendar, 7));
        assertEquals(5, calendar.end(1));
        assertEquals(7, calendar.end(3));
    }

    @Test
    void theLastOfSeveralChangesBetweenTwoStepsCounts() {
        Calendar calendar = new Calendar(45, 10).from(1, 3).from(1, 40);
        assertEquals(List.of(10, 35, 40, 5), sizes(calendar, 4));
    }

    /** The property that everything else rests on, and every question against a walk through the steps. */
    @ParameterizedTest
    @MethodSource("seeds")
    void everyEpochHasEveryImageOnceWhateverTheSizesBecome(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int images = random.nextInt(1, 60);
        Calendar calendar = new Calendar(images, random.nextInt(1, 70));
        List<Long> ends = new ArrayList<>(List.of(0L));
        long total = 0;
        int ofEpoch = 0;
        for (long step = 0; ends.size() <= 6; step++) {
            if (random.nextInt(5) == 0) {
                calendar = calendar.from(step, random.nextInt(1, 70));
            }
            assertEquals(new Calendar.Place(ends.size() - 1, ofEpoch), calendar.before(step));
            ofEpoch += calendar.size(step);
            total += calendar.size(step);
            assertTrue(ofEpoch <= images, "an image twice in an epoch");
            if (ofEpoch == images) {
                ends.add(step + 1);
                ofEpoch = 0;
            }
            assertEquals(total, calendar.imagesAfter(step + 1));
            assertEquals(ofEpoch == 0, calendar.isEnd(step + 1));
            assertEquals(ends.size() - (ofEpoch == 0 ? 1 : 0), calendar.epochOf(step + 1));
        }
        for (int epoch = 0; epoch < ends.size(); epoch++) {
            assertEquals(ends.get(epoch), calendar.end(epoch), "end of epoch " + epoch);
        }
    }

    private static List<Integer> sizes(Calendar calendar, int steps) {
        return Stream.iterate(0L, step -> step + 1)
                .limit(steps)
                .map(calendar::size)
                .toList();
    }
}
