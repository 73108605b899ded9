package org.convscope.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.convscope.ui.shell.ShellLayout.Box;
import org.convscope.ui.shell.ShellLayout.Wish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellLayoutTest {

    private static final Wish FOLDED = new Wish(false, 0);

    @ParameterizedTest
    @CsvSource({"1280, 640", "1600, 920", "1920, 1000", "3840, 2080"})
    void fromTheSmallestToTheLargestScreenEverythingIsOpenAndNothingOverlaps(double width, double height) {
        ShellLayout layout = of(width, height, Wish.STANDARD, Wish.STANDARD, Wish.STANDARD);
        for (Box box : new Box[] {layout.input(), layout.map(), layout.inspector(), layout.dock()}) {
            assertFalse(box.isFolded());
        }
        assertEquals(
                width,
                layout.input().width()
                        + layout.map().width()
                        + layout.inspector().width());
        assertEquals(layout.map().x(), layout.input().x() + layout.input().width());
        assertEquals(layout.inspector().x(), layout.map().x() + layout.map().width());
        assertEquals(height, layout.map().height() + layout.dock().height());
        assertTrue(layout.map().width() >= 0.4 * width);
    }

    @Test
    void whenItGetsTightTheInputFoldsFirstThenTheDockThenTheInspector() {
        ShellLayout narrow = of(900, 640, Wish.STANDARD, Wish.STANDARD, Wish.STANDARD);
        assertTrue(narrow.input().isFolded());
        assertFalse(narrow.dock().isFolded());
        assertFalse(narrow.inspector().isFolded());
        ShellLayout small = of(900, 480, Wish.STANDARD, Wish.STANDARD, Wish.STANDARD);
        assertTrue(small.dock().isFolded());
        assertFalse(small.inspector().isFolded());
        ShellLayout tiny = of(600, 400, Wish.STANDARD, Wish.STANDARD, Wish.STANDARD);
        assertTrue(tiny.inspector().isFolded());
        assertEquals(new Box(0, 50, 600, 400), tiny.map());
    }

    @Test
    void whatAPersonFoldsLeavesItsRoomToTheMap() {
        ShellLayout layout = of(1600, 900, FOLDED, FOLDED, FOLDED);
        assertEquals(new Box(0, 50, 1600, 900), layout.map());
        assertTrue(layout.dock().isFolded());
    }

    @Test
    void aDraggedSizeHoldsWithinBounds() {
        assertEquals(
                300, of(1600, 900, new Wish(true, 300), FOLDED, FOLDED).input().width());
        assertEquals(
                160, of(1600, 900, new Wish(true, 3), FOLDED, FOLDED).input().width());
        assertEquals(
                480, of(1600, 900, new Wish(true, 1500), FOLDED, FOLDED).input().width());
    }

    private static ShellLayout of(double width, double height, Wish input, Wish inspector, Wish dock) {
        return ShellLayout.of(new Box(0, 50, width, height), input, inspector, dock);
    }
}
