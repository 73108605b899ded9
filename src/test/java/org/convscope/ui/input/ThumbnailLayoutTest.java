package org.convscope.ui.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ThumbnailLayoutTest {

    private final ThumbnailLayout layout = ThumbnailLayout.fitting(10_000, 160);

    @Test
    void columnsFillTheWidth() {
        assertEquals(4, layout.columns());
        assertEquals(37, layout.side());
        assertEquals(2500, layout.rows());
        assertTrue(layout.x(3) + layout.side() <= 160);
    }

    @Test
    void onlyTheRowsInTheWindowAreAskedFor() {
        assertEquals(0, layout.first(0));
        assertEquals(12, layout.end(3 * layout.pitch()));
        assertEquals(16, layout.end(3 * layout.pitch() + 1));
        assertEquals(4, layout.first(layout.pitch() + 5));
        assertEquals(10_000, layout.end(1e9));
        assertEquals(10_000, layout.first(1e9));
    }

    @Test
    void everyPositionIsFoundUnderItsMiddleAndNoneBetweenTwo() {
        for (int position : new int[] {0, 3, 4, 777, 9_999}) {
            double x = layout.x(position) + layout.side() / 2;
            double y = layout.y(position) + layout.side() / 2;
            assertEquals(position, layout.at(x, y));
        }
        assertEquals(ThumbnailLayout.NOWHERE, layout.at(layout.side() + 1, 5));
        assertEquals(ThumbnailLayout.NOWHERE, layout.at(5, layout.side() + 1));
        assertEquals(ThumbnailLayout.NOWHERE, layout.at(-1, 5));
        assertEquals(ThumbnailLayout.NOWHERE, layout.at(5, layout.height() + 50));
    }

    @Test
    void theWindowMovesAsLittleAsNeeded() {
        assertEquals(0, layout.topShowing(0, 0, 100));
        assertEquals(layout.y(8), layout.topShowing(8, 500, 100));
        assertEquals(layout.y(40) + layout.side() - 100, layout.topShowing(40, 0, 100));
        assertEquals(300, layout.topShowing(32, 300, 100), 0.001);
    }

    @Test
    void aVeryNarrowGridStillHasOneColumn() {
        assertEquals(1, ThumbnailLayout.fitting(5, 3).columns());
        assertEquals(0, ThumbnailLayout.fitting(0, 100).height());
    }
}
