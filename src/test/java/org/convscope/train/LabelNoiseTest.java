package org.convscope.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LabelNoiseTest {

    private static final int IMAGES = 60_000;

    @Test
    void theShareOfWrongLabelsIsTheOneAskedFor() {
        LabelNoise noise = new LabelNoise(3, 0.3, 10);
        long wrong = IntStream.range(0, IMAGES)
                .filter(i -> noise.label(i, i % 10) != i % 10)
                .count();
        // Three deviations of a binomial: 3·√(60,000·0.3·0.7) = 337.
        assertEquals(0.3 * IMAGES, wrong, 337);
    }

    @Test
    void everyOtherClassIsAsLikely() {
        LabelNoise noise = new LabelNoise(3, 1, 10);
        int[] counts = new int[10];
        IntStream.range(0, IMAGES).forEach(i -> counts[noise.label(i, 4)]++);
        assertEquals(0, counts[4], "a wrong label is never the right one");
        for (int c = 0; c < 10; c++) {
            assertTrue(c == 4 || Math.abs(counts[c] - IMAGES / 9) < 250, c + ": " + counts[c]);
        }
    }

    @Test
    void whatIsWrongAtALittleIsEquallyWrongAtMore() {
        LabelNoise little = new LabelNoise(3, 0.1, 10);
        LabelNoise more = new LabelNoise(3, 0.3, 10);
        for (int i = 0; i < 1000; i++) {
            if (little.label(i, 7) != 7) {
                assertEquals(little.label(i, 7), more.label(i, 7));
            }
        }
    }

    @Test
    void anotherSeedMakesOthersWrong() {
        assertNotEquals(labels(new LabelNoise(3, 0.5, 10)), labels(new LabelNoise(4, 0.5, 10)));
        assertEquals(labels(new LabelNoise(3, 0.5, 10)), labels(new LabelNoise(3, 0.5, 10)));
    }

    @Test
    void aShareOfNoneLeavesEveryLabel() {
        assertTrue(IntStream.range(0, 1000).allMatch(i -> new LabelNoise(3, 0, 10).label(i, i % 10) == i % 10));
    }

    private static String labels(LabelNoise noise) {
        StringBuilder labels = new StringBuilder();
        IntStream.range(0, 100).forEach(i -> labels.append(noise.label(i, 0)));
        return labels.toString();
    }
}
