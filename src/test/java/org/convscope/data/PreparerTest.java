package org.convscope.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.convscope.spec.Augmentation;
import org.convscope.spec.Fit;
import org.convscope.spec.Preparation;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PreparerTest {

    private static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @Test
    void imagesThatStayAsTheyAreAreNotEvenCopied() {
        Dataset dataset = noise(Shape.of(1, 4, 4), 3, 1);
        assertSame(dataset.train(), dataset.prepared(Preparation.AS_IS).train());
        Dataset other = dataset.prepared(sized(Shape.of(1, 6, 6), Fit.PAD));
        assertEquals(
                Shape.of(1, 4, 4), other.prepared(Preparation.AS_IS).train().shape(), "nothing adds up");
    }

    @Test
    void paddingFramesASmallerImageAsItIs() {
        Dataset dataset = noise(Shape.of(2, 3, 4), 2, 2);
        LabelledImages framed =
                dataset.prepared(sized(Shape.of(2, 7, 8), Fit.PAD)).test();
        Tensor before = dataset.test().image(1);
        Tensor after = framed.image(1);
        double sum = 0;
        for (int channel = 0; channel < 2; channel++) {
            for (int row = 0; row < 3; row++) {
                for (int column = 0; column < 4; column++) {
                    float value = before.flat((channel * 3 + row) * 4 + column);
                    assertEquals(value, after.flat((channel * 7 + row + 2) * 8 + column + 2));
                    sum += value;
                }
            }
        }
        assertEquals(
                sum, IntStream.range(0, after.size()).mapToDouble(after::flat).sum(), 1e-5, "0 around it");
    }

    @Test
    void paddingMakesALargerImageSmallerInItsProportions() {
        Dataset white = images(Shape.of(1, 8, 4), filled(32, 255));
        float[] small = white.prepared(sized(Shape.of(1, 4, 4), Fit.PAD))
                .test()
                .image(0)
                .toArray();
        float[] row = {0, 1, 1, 0};
        for (int y = 0; y < 4; y++) {
            assertArrayEquals(row, Arrays.copyOfRange(small, 4 * y, 4 * y + 4));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void resizingAgreesWithAveragingEveryLittlePieceOfArea(long seed) {
        Random random = new Random(seed);
        int[] own = {1 + random.nextInt(9), 1 + random.nextInt(9)};
        int[] wanted = {1 + random.nextInt(12), 1 + random.nextInt(12)};
        Dataset dataset = noise(Shape.of(1, own[0], own[1]), 1, seed);
        Tensor before = dataset.test().image(0);
        Tensor after = dataset.prepared(sized(Shape.of(1, wanted[0], wanted[1]), Fit.STRETCH))
                .test()
                .image(0);
        for (int y = 0; y < wanted[0]; y++) {
            for (int x = 0; x < wanted[1]; x++) {
                // A cell is own[0] × own[1] pieces; a pixel is wanted[0] × wanted[1] of them.
                double sum = 0;
                for (int i = 0; i < own[0]; i++) {
                    for (int j = 0; j < own[1]; j++) {
                        sum += before.flat((y * own[0] + i) / wanted[0] * own[1] + (x * own[1] + j) / wanted[1]);
                    }
                }
                assertEquals(sum / (own[0] * own[1]), after.flat(y * wanted[1] + x), 1e-6);
            }
        }
    }

    @Test
    void greyBecomesColourByRepeatingAndColourGreyByItsLuminance() {
        Dataset grey = noise(Shape.of(1, 2, 2), 2, 3);
        Tensor coloured =
                grey.prepared(sized(Shape.of(3, 2, 2), Fit.PAD)).train().image(1);
        for (int i = 0; i < 12; i++) {
            assertEquals(grey.train().image(1).flat(i % 4), coloured.flat(i));
        }
        Dataset one = images(Shape.of(3, 1, 1), new byte[] {(byte) 255, 51, 102});
        assertEquals(
                0.299 + 0.587 * 0.2 + 0.114 * 0.4,
                one.prepared(sized(Shape.of(1, 1, 1), Fit.PAD)).train().image(0).flat(0),
                1e-6);
    }

    @Test
    void normalisingMovesEveryChannelToMean0AndDeviation1OverTheTrainingImages() {
        Dataset dataset = noise(Shape.of(3, 5, 4), 40, 4);
        LabelledImages train =
                dataset.prepared(Preparation.AS_IS.normalising(true)).train();
        for (int channel = 0; channel < 3; channel++) {
            double sum = 0;
            double squares = 0;
            for (int index = 0; index < train.size(); index++) {
                for (int i = 20 * channel; i < 20 * channel + 20; i++) {
                    float value = train.image(index).flat(i);
                    sum += value;
                    squares += value * value;
                }
            }
            assertEquals(0, sum / 800, 1e-6);
            assertEquals(1, squares / 800, 1e-5);
        }
        assertEquals(dataset.train().image(7), train.picture(7), "a person sees it as it was");
        assertEquals(
                train.image(7), train.imageOf(train.pictureOf(dataset.train().image(7))));
    }

    @Test
    void imagesThatAreAllAlikeAreNotDividedByNothing() {
        Dataset white = images(Shape.of(1, 2, 2), filled(8, 255));
        assertArrayEquals(
                new float[4],
                white.prepared(Preparation.AS_IS.normalising(true))
                        .test()
                        .image(0)
                        .toArray());
    }

    @ParameterizedTest
    @EnumSource(Augmentation.class)
    void everyVariationChangesImagesThatAreLearnedAndNoneThatAreTested(Augmentation kind) {
        Dataset plain = noise(Shape.of(3, 16, 16), 4, 5);
        LabelledImages varied =
                plain.prepared(Preparation.AS_IS.varying(Set.of(kind))).train();
        assertEquals(plain.train().image(2), varied.image(2));
        float[] fed = new float[768];
        int changed = 0;
        for (int seed = 0; seed < 16; seed++) {
            varied.copyVariant(2, seed, fed, 0);
            assertEquals(varied.variant(2, seed), Tensor.of(Shape.of(3, 16, 16), fed), "as a person is shown it");
            changed += varied.image(2).equals(varied.variant(2, seed)) ? 0 : 1;
            for (float value : fed) {
                assertTrue(value >= 0 && value <= 1, kind + " gives " + value);
            }
        }
        assertTrue(changed > 3, kind + " changed " + changed + " of 16");
    }

    @Test
    void aShiftMovesByWholePixelsAndASwapSwaps() {
        Shape shape = Shape.of(1, 16, 16);
        byte[] dot = new byte[256];
        dot[8 * 16 + 5] = (byte) 255;
        LabelledImages shifted = images(shape, dot)
                .prepared(Preparation.AS_IS.varying(Set.of(Augmentation.SHIFT)))
                .train();
        LabelledImages swapped = images(shape, dot)
                .prepared(Preparation.AS_IS.varying(Set.of(Augmentation.FLIP)))
                .train();
        Map<Integer, Integer> places = new java.util.TreeMap<>();
        for (int seed = 0; seed < 500; seed++) {
            int place = brightest(shifted.variant(0, seed));
            assertTrue(Math.abs(place / 16 - 8) <= 2 && Math.abs(place % 16 - 5) <= 2, "at " + place);
            assertEquals(1, shifted.variant(0, seed).flat(place));
            places.merge(place, 1, Integer::sum);
            int mirrored = brightest(swapped.variant(0, seed));
            assertTrue(mirrored == 8 * 16 + 5 || mirrored == 8 * 16 + 10);
        }
        assertEquals(25, places.size(), "every place within an eighth of the side");
    }

    @Test
    void aTurnedOrCroppedImageKeepsItsMiddle() {
        Shape shape = Shape.of(1, 33, 33);
        byte[] dot = new byte[33 * 33];
        for (int place : List.of(16 * 33 + 16, 16 * 33 + 15, 16 * 33 + 17, 15 * 33 + 16, 17 * 33 + 16)) {
            dot[place] = (byte) 255;
        }
        LabelledImages turned = images(shape, dot)
                .prepared(Preparation.AS_IS.varying(Set.of(Augmentation.ROTATE)))
                .train();
        for (int seed = 0; seed < 50; seed++) {
            assertEquals(1, turned.variant(0, seed).flat(16 * 33 + 16), 1e-5);
        }
        LabelledImages white = images(shape, filled(33 * 33, 255))
                .prepared(Preparation.AS_IS.varying(Set.of(Augmentation.CROP)))
                .train();
        for (int seed = 0; seed < 50; seed++) {
            assertEquals(1, white.variant(0, seed).flat(0), 1e-5, "a window never leaves the image");
            assertEquals(1, white.variant(0, seed).flat(33 * 33 - 1), 1e-5);
        }
    }

    @Test
    void aSignalIsMovedAndCroppedButNotTurned() {
        Dataset signal = noise(Shape.of(1, 1, 64), 1, 6);
        LabelledImages turned = signal.prepared(Preparation.AS_IS.varying(Set.of(Augmentation.ROTATE)))
                .train();
        assertEquals(signal.train().image(0), turned.variant(0, 3));
        LabelledImages cropped = signal.prepared(
                        Preparation.AS_IS.varying(Set.of(Augmentation.CROP, Augmentation.SHIFT, Augmentation.ROTATE)))
                .train();
        assertNotEquals(signal.train().image(0), cropped.variant(0, 3));
    }

    @Test
    void diceAreFairAndNormalNumbersNormal() {
        Dice dice = new Dice(9);
        int[] counts = new int[6];
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < 60_000; i++) {
            counts[dice.below(6)]++;
            double normal = dice.normal();
            sum += normal;
            squares += normal * normal;
        }
        for (int count : counts) {
            assertEquals(10_000, count, 400);
        }
        assertEquals(0, sum / 60_000, 0.02);
        assertEquals(1, squares / 60_000, 0.02);
        assertEquals(0xE220A8397B1DCDAFL, new Dice(0).next(), "SplitMix64 as published");
        assertNotEquals(Dice.seed(1, 2, 3), Dice.seed(1, 3, 2));
    }

    private static int brightest(Tensor image) {
        return IntStream.range(0, image.size())
                .reduce((a, b) -> image.flat(b) > image.flat(a) ? b : a)
                .orElseThrow();
    }

    private static Preparation sized(Shape size, Fit fit) {
        return new Preparation(Optional.of(size), fit, false, Set.of());
    }

    private static byte[] filled(int count, int value) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static Dataset noise(Shape shape, int count, long seed) {
        byte[] pixels = new byte[count * shape.size()];
        new Random(seed).nextBytes(pixels);
        return images(shape, pixels);
    }

    private static Dataset images(Shape shape, byte[] pixels) {
        int count = pixels.length / shape.size();
        DatasetCard card =
                new DatasetCard("noise", "Noise", List.of("a", "b"), shape, count, count, "CC0-1.0", "drawn", Map.of());
        LabelledImages images = LabelledImages.of(shape, pixels, new byte[count]);
        return new Dataset(card, images, images);
    }
}
