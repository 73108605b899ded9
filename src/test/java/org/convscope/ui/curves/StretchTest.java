package org.convscope.ui.curves;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StretchTest {

    @Test
    void lookingCloserLeavesThePointedStepInItsPlace() {
        Stretch seen = Stretch.zoomed(Optional.empty(), 1000, 250, 2).orElseThrow();
        assertEquals(new Stretch(125, 625), seen);
        assertEquals(
                new Stretch(187.5, 437.5),
                Stretch.zoomed(Optional.of(seen), 1000, 250, 2).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyStretchLiesWithinTheTrainingAndIsNeverTooNarrow(long seed) {
        Random random = new Random(seed);
        Optional<Stretch> seen = Optional.empty();
        double whole = 20 + random.nextInt(5000);
        for (int i = 0; i < 200; i++) {
            seen = random.nextBoolean()
                    ? Stretch.zoomed(seen, whole, whole * random.nextDouble(), 0.4 + 2 * random.nextDouble())
                    : Stretch.moved(seen, whole, random.nextDouble() - 0.5);
            seen.ifPresent(part -> {
                assertTrue(part.from() >= 0 && part.to() <= whole + 1e-9, part.toString());
                assertTrue(part.to() - part.from() >= Stretch.NARROWEST - 1e-9, part.toString());
            });
        }
    }

    @Test
    void lookingFromFurtherAwayShowsEverythingAgain() {
        assertEquals(Optional.empty(), Stretch.zoomed(Optional.of(new Stretch(400, 600)), 1000, 500, 0.1));
        assertEquals(Optional.empty(), Stretch.zoomed(Optional.empty(), 1000, 500, 0.5));
        assertEquals(Optional.empty(), Stretch.moved(Optional.empty(), 1000, 0.5), "all of it cannot be moved");
    }

    @Test
    void draggingSelectsInBothDirections() {
        assertEquals(Stretch.between(200, 300, 1000), Stretch.between(300, 200, 1000));
        assertEquals(Optional.of(new Stretch(200, 300)), Stretch.between(200, 300, 1000));
        assertEquals(Optional.of(new Stretch(248, 252)), Stretch.between(250, 250, 1000));
    }

    @Test
    void anEndInSightIsFollowedWhileTheTrainingGrows() {
        assertEquals(new Stretch(450, 550), new Stretch(400, 500).following(500, 550));
        assertEquals(new Stretch(100, 200), new Stretch(100, 200).following(500, 550));
    }
}
