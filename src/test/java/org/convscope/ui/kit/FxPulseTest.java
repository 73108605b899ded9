package org.convscope.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** News on their way onto the screen's thread. */
@Tag("journey")
@ExtendWith(ApplicationExtension.class)
class FxPulseTest {

    private static final int OFFERS = 200_000;

    private final FxPulse pulse = new FxPulse();
    private final AtomicInteger pictures = new AtomicInteger();

    @Start
    void count(Stage stage) {
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                pictures.incrementAndGet();
            }
        }.start();
    }

    @Test
    void ofTheNewestOnlyALittleIsSeenAndTheLastForCertain() throws TimeoutException {
        List<Integer> seen = new CopyOnWriteArrayList<>();
        Consumer<Integer> way = pulse.latest(seen::add);
        int before = pictures.get();
        IntStream.rangeClosed(1, OFFERS).forEach(way::accept);
        waitUntilLast(seen);
        int passed = pictures.get() - before;
        assertTrue(seen.size() <= 2 * passed + 2, seen.size() + " visits in " + passed + " pictures");
    }

    @Test
    void whereEachCountsNoneIsLostAndTheirOrderStays() throws TimeoutException {
        List<Integer> seen = new ArrayList<>();
        List<Integer> last = new CopyOnWriteArrayList<>();
        Consumer<Integer> way = pulse.every(news -> {
            assertTrue(Platform.isFxApplicationThread());
            seen.addAll(news);
            last.add(news.get(news.size() - 1));
        });
        IntStream.rangeClosed(1, OFFERS).forEach(way::accept);
        waitUntilLast(last);
        assertEquals(IntStream.rangeClosed(1, OFFERS).boxed().toList(), seen);
    }

    @Test
    void whoIsOfferedSomethingOnTheWayComesLater() throws TimeoutException {
        List<Integer> seen = new CopyOnWriteArrayList<>();
        List<Consumer<Integer>> way = new ArrayList<>();
        way.add(pulse.latest(number -> {
            seen.add(number);
            if (number < OFFERS) {
                way.get(0).accept(OFFERS);
            }
        }));
        way.get(0).accept(1);
        waitUntilLast(seen);
        assertEquals(List.of(1, OFFERS), seen);
    }

    private static void waitUntilLast(List<Integer> seen) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> !seen.isEmpty() && seen.get(seen.size() - 1) == OFFERS);
    }
}
