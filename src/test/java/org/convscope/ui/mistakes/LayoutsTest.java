package org.convscope.ui.mistakes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where cells, listed images and watched images lie, in rooms of any size. */
class LayoutsTest {

    static Stream<Long> seeds() {
        return IntStream.range(0, 200).mapToObj(seed -> (long) seed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theMatrixLiesInItsRoomAndEveryCellIsFoundInItsMiddle(long seed) {
        Random random = new Random(seed);
        int classes = 2 + random.nextInt(seed % 2 == 0 ? 20 : 999);
        double width = 200 + random.nextInt(900);
        double height = 120 + random.nextInt(700);
        boolean bars = random.nextBoolean();
        MatrixLayout layout = MatrixLayout.of(classes, width, height, 60, 13, bars);
        assertTrue(
                layout.barLeft() - 6 + (layout.bar() > 0 ? 6 + layout.bar() : 0) <= width + 1e-9,
                "too wide: " + layout);
        assertTrue(layout.y(classes) <= height + 1e-9, "too high: " + layout);
        int label = random.nextInt(classes);
        int prediction = random.nextInt(classes);
        assertEquals(
                Optional.of(new Confused(label, prediction)),
                layout.at(layout.x(prediction) + layout.cell() / 2, layout.y(label) + layout.cell() / 2));
        assertEquals(Optional.empty(), layout.at(layout.x(0), layout.top() - 1));
        assertEquals(Optional.empty(), layout.at(layout.x(0), layout.y(classes) + 1));
        assertEquals(
                Optional.of(new Confused(label, Confused.ANYTHING_ELSE)),
                layout.at(2, layout.y(label) + layout.cell() / 2));
        assertTrue(layout.namedEvery() * layout.cell() >= MatrixLayout.LINE - 1e-9 || layout.namedEvery() == classes);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 64, 937})
    void everyListedImageIsFoundWhereItLiesAndCanBeScrolledTo(int count) {
        for (double width = 20; width < 700; width += 37) {
            ListLayout layout = ListLayout.fitting(count, width);
            for (int i = 0; i < count; i++) {
                assertEquals(i, layout.at(layout.x(i) + layout.width() / 2, layout.y(i) + 1));
                double top = layout.topShowing(i, 0, 160);
                assertTrue(layout.first(top) <= i && i < layout.end(top + 160));
                assertTrue(layout.y(i) + layout.height() <= layout.whole());
            }
            assertEquals(ListLayout.NOWHERE, layout.at(1, layout.whole() + 1));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 20})
    void watchedImagesFillTheirRoomAndLieApart(int count) {
        for (double width = 120; width < 900; width += 65) {
            for (double height = 80; height < 500; height += 60) {
                WatchLayout layout = WatchLayout.fitting(count, width, height);
                for (int i = 0; i < count; i++) {
                    assertEquals(i, layout.at(layout.x(i) + 1, layout.y(i) + 1));
                    assertTrue(layout.x(i) + layout.width() <= width && layout.y(i) + layout.height() <= height);
                }
            }
        }
    }
}
