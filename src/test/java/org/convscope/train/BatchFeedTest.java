package org.convscope.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.convscope.data.Dataset;
import org.convscope.data.DatasetCard;
import org.convscope.data.Dice;
import org.convscope.data.LabelledImages;
import org.convscope.net.Batch;
import org.convscope.spec.Augmentation;
import org.convscope.spec.Optimizer;
import org.convscope.spec.Preparation;
import org.convscope.spec.Schedule;
import org.convscope.spec.TrainingPlan;
import org.convscope.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BatchFeedTest {

    @Test
    void theGeneratorGivesThePublishedNumbers() {
        Shuffle shuffle = new Shuffle(0);
        assertEquals(0xE220A8397B1DCDAFL, shuffle.next());
        assertEquals(0x6E789E6AA1B965F4L, shuffle.next());
        assertEquals(0x06C45D188009454FL, shuffle.next());
    }

    @Test
    void anOrderStaysWhatItWasWhenThisTestWasWritten() {
        assertEquals("[5, 1, 0, 6, 4, 8, 7, 2, 9, 3]", Arrays.toString(Shuffle.order(10, 0, 0)));
    }

    @Test
    void everyPlaceIsTakenEquallyOftenByEveryNumber() {
        int[][] counts = new int[5][5];
        for (int epoch = 0; epoch < 10_000; epoch++) {
            int[] order = Shuffle.order(5, 7, epoch);
            for (int place = 0; place < 5; place++) {
                counts[order[place]][place]++;
            }
        }
        // 2,000 expected, with a deviation of 40
        IntStream.range(0, 25)
                .forEach(i -> assertEquals(2000, counts[i / 5][i % 5], 200, "number " + i / 5 + " at " + i % 5));
    }

    @Test
    void seedAndEpochEachChangeTheOrder() {
        int[] order = Shuffle.order(100, 1, 1);
        assertArrayEquals(order, Shuffle.order(100, 1, 1));
        assertFalse(Arrays.equals(order, Shuffle.order(100, 2, 1)));
        assertFalse(Arrays.equals(order, Shuffle.order(100, 1, 2)));
        assertFalse(Arrays.equals(Shuffle.order(100, 0, 1), Shuffle.order(100, 1, 0)));
    }

    static Stream<Long> seeds() {
        return new SplittableRandom(20261123).longs(200).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anEpochFeedsEveryImageOnceInBatchesThatAreFullButForTheLast(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int count = random.nextInt(1, 60);
        int limit = random.nextInt(0, 70);
        BatchFeed feed = new BatchFeed(numbered(count), plan(random.nextInt(1, 20), limit, seed));
        int used = limit == 0 ? count : Math.min(limit, count);
        long perEpoch = feed.calendar().end(1);
        long firstStep = random.nextLong(5) * perEpoch;
        int[] seen = new int[used];
        int at = 0;
        for (long step = firstStep; step < firstStep + perEpoch; step++) {
            Batch batch = feed.batch(step);
            assertEquals(feed.calendar().size(step), batch.size());
            for (int i = 0; i < batch.size(); i++) {
                int number = Math.round(batch.images()[i] * 255);
                assertEquals(number, batch.labels()[i], "an image goes with its own label");
                seen[at++] = number;
            }
        }
        Arrays.sort(seen);
        assertArrayEquals(IntStream.range(0, used).toArray(), seen);
        assertEquals((firstStep / perEpoch + 1) * used, feed.calendar().imagesAfter(firstStep + perEpoch));
    }

    @Test
    void aFeedCanBeginAnywhere() {
        BatchFeed walked = new BatchFeed(numbered(50), plan(8, 0, 3));
        IntStream.range(0, 16).forEach(walked::batch);
        assertArrayEquals(
                walked.batch(16).labels(),
                new BatchFeed(numbered(50), plan(8, 0, 3)).batch(16).labels());
    }

    @Test
    void aBatchStaysAsItIsWhileTheNextOneIsMade() {
        BatchFeed feed = new BatchFeed(numbered(50), plan(10, 0, 3));
        Batch first = feed.batch(0);
        int[] labels = first.labels().clone();
        Batch second = feed.batch(1);
        assertNotSame(first, second);
        assertArrayEquals(labels, first.labels());
        assertNotSame(first, feed.batch(2));
        assertSame(first, feed.batch(3), "the arrays take turns");
    }

    @Test
    void twoEpochsDiffer() {
        BatchFeed feed = new BatchFeed(numbered(50), plan(50, 0, 3));
        List<Integer> first = Arrays.stream(feed.batch(0).labels()).boxed().toList();
        assertNotEquals(first, Arrays.stream(feed.batch(1).labels()).boxed().toList());
    }

    @Test
    void variantsAreThoseOfSeedEpochAndImageWhereverTheFeedBegins() {
        LabelledImages varied = new Dataset(card(), numbered(60), numbered(60))
                .prepared(Preparation.AS_IS.varying(Set.of(Augmentation.NOISE)))
                .train();
        BatchFeed walked = new BatchFeed(varied, plan(8, 0, 3));
        IntStream.range(0, 16).forEach(walked::batch);
        float[] whole = walked.batch(16).images().clone();
        assertArrayEquals(whole, new BatchFeed(varied, plan(8, 0, 3)).batch(16).images());
        int[] order = Shuffle.order(60, 3, 2);
        assertEquals(
                varied.variant(order[0], Dice.seed(3, 2, order[0])).flat(0), whole[0], "16 is the 3rd epoch's first");
        assertNotEquals(
                varied.variant(order[0], Dice.seed(3, 1, order[0])).flat(0), whole[0], "every epoch has others");
    }

    private static DatasetCard card() {
        return new DatasetCard("n", "N", List.of("0", "1"), Shape.of(1, 1, 1), 60, 60, "CC0-1.0", "", Map.of());
    }

    private static LabelledImages numbered(int count) {
        byte[] numbers = new byte[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (byte) i;
        }
        return LabelledImages.of(Shape.of(1, 1, 1), numbers, numbers);
    }

    private static TrainingPlan plan(int batch, int limit, long seed) {
        return new TrainingPlan(new Optimizer.Sgd(), 0.1, new Schedule.Constant(), batch, 9, seed, limit);
    }
}
