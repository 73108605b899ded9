package org.convscope.data.fetch;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.convscope.data.Cancellation;

/**
 * With what patience something is fetched, and onto what.
 *
 * @param stall how long a server may stay silent
 * @param pauses before another try, after so many tries in a row that brought next to nothing
 * @param pause lets that time pass
 * @param disk what is written to
 */
public record FetchTools(Duration stall, List<Duration> pauses, Pause pause, Disk disk) {

    /** For a person at a usual line. */
    public static final FetchTools STANDARD = new FetchTools(
            Duration.ofSeconds(30),
            Stream.of(1, 2, 4, 8).map(Duration::ofSeconds).toList(),
            (length, cancellation) -> cancellation.await(length),
            Disk.STANDARD);

    public FetchTools {
        pauses = List.copyOf(pauses);
    }

    /** Lets time pass, or returns at once when cancelled. */
    @FunctionalInterface
    public interface Pause {

        /** Returns when so much time has passed. */
        void pass(Duration length, Cancellation cancellation);
    }
}
