package org.convscope.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.convscope.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LabelledImagesTest {

    private static final Shape SHAPE = Shape.of(1, 2, 2);
    private static final LabelledImages FOUR = LabelledImages.of(
            SHAPE,
            new byte[] {0, 51, 102, (byte) 255, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12},
            new byte[] {3, 1, 3, (byte) 200});

    private static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @Test
    void aValueIsTheByteDividedBy255() {
        assertArrayEquals(new float[] {0, 0.2f, 0.4f, 1}, FOUR.image(0).toArray());
        assertEquals(SHAPE, FOUR.image(0).shape());
    }

    @Test
    void labelsAreUnsigned() {
        assertEquals(200, FOUR.label(3));
    }

    @Test
    void theImagesOfAClassComeInOrder() {
        assertArrayEquals(new int[] {0, 2}, FOUR.indicesOf(3));
        assertArrayEquals(new int[0], FOUR.indicesOf(7));
    }

    @Test
    void theFirstImagesAreTheSameImages() {
        LabelledImages two = FOUR.first(2);
        assertEquals(2, two.size());
        assertEquals(FOUR.image(1), two.image(1));
        assertArrayEquals(new int[] {0}, two.indicesOf(3));
        assertSame(FOUR, FOUR.first(100));
    }

    @Test
    void beyondTheEndThereIsNothing() {
        LabelledImages two = FOUR.first(2);
        assertThrows(IndexOutOfBoundsException.class, () -> two.label(2));
        assertThrows(IndexOutOfBoundsException.class, () -> two.image(2));
        assertThrows(IndexOutOfBoundsException.class, () -> two.image(-1));
        assertThrows(IllegalArgumentException.class, () -> FOUR.first(0));
    }

    @Test
    void theArraysGivenMayChangeLater() {
        byte[] pixels = new byte[4];
        LabelledImages one = LabelledImages.of(SHAPE, pixels, new byte[1]);
        pixels[0] = 100;
        assertEquals(0, one.image(0).flat(0));
    }

    @Test
    void pixelsThatDoNotFillTheImagesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> LabelledImages.of(SHAPE, new byte[7], new byte[2]));
    }

    @Test
    void onlyBytesAreHeld() {
        List<Class<?>> arrays = Arrays.stream(LabelledImages.class.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .<Class<?>>map(Field::getType)
                .filter(Class::isArray)
                .toList();
        assertEquals(List.of(byte[].class, byte[].class), arrays);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyImageIsFedAsItIsShownAndEveryImageHasOneClass(long seed) {
        Random random = new Random(seed);
        Shape shape = Shape.of(1 + random.nextInt(3), 1 + random.nextInt(5), 1 + random.nextInt(5));
        int count = 1 + random.nextInt(30);
        byte[] pixels = new byte[count * shape.size()];
        byte[] labels = new byte[count];
        random.nextBytes(pixels);
        random.nextBytes(labels);
        LabelledImages images = LabelledImages.of(shape, pixels, labels);

        float[] fed = new float[count * shape.size()];
        for (int i = 0; i < count; i++) {
            images.copyInto(i, fed, i * shape.size());
        }
        for (int i = 0; i < count; i++) {
            assertArrayEquals(
                    Arrays.copyOfRange(fed, i * shape.size(), (i + 1) * shape.size()),
                    images.image(i).toArray());
        }
        for (int i = 0; i < fed.length; i++) {
            assertEquals(Byte.toUnsignedInt(pixels[i]) / 255f, fed[i]);
        }
        int[] all = IntStream.range(0, 256)
                .flatMap(label -> Arrays.stream(images.indicesOf(label)))
                .sorted()
                .toArray();
        assertArrayEquals(IntStream.range(0, count).toArray(), all);
    }
}
