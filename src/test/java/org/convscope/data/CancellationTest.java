package org.convscope.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** A wish to end early reaches whoever works and whoever waits, and comes once. */
class CancellationTest {

    private final Cancellation cancellation = new Cancellation();

    @Test
    void workGoesOnUntilItIsWishedThatItEnd() {
        cancellation.check();
        assertFalse(cancellation.isCancelled());
        cancellation.cancel();
        assertTrue(cancellation.isCancelled());
        assertThrows(CancellationException.class, cancellation::check);
    }

    @Test
    void waitingThatIsOverIsNoWish() {
        cancellation.await(Duration.ofNanos(1));
        assertFalse(cancellation.isCancelled());
    }

    @Test
    void whoeverWaitsIsWokenByTheWish() {
        cancellation.cancel();
        cancellation.await(Duration.ofDays(1));
        assertTrue(cancellation.isCancelled());
    }

    @Test
    void aThreadThatIsInterruptedWhileItWaitsWishesAnEndAndStaysInterrupted() {
        Thread.currentThread().interrupt();
        cancellation.await(Duration.ofDays(1));
        assertTrue(Thread.interrupted(), "the interruption was swallowed");
        assertTrue(cancellation.isCancelled());
    }

    @Test
    void whatIsToBeDoneLastIsDoneOnce() {
        List<String> done = new ArrayList<>();
        cancellation.onCancel(() -> done.add("early"));
        assertEquals(List.of(), done);
        cancellation.cancel();
        cancellation.cancel();
        cancellation.onCancel(() -> done.add("late"));
        assertEquals(List.of("early", "late"), done);
    }
}
