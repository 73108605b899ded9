package org.convscope.data;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Two threads that read files side by side, for as long as one dataset takes to load. They never keep
 * the program from ending. What fails on them is told to whoever waits for the result.
 */
final class ReadingThreads implements Executor, AutoCloseable {

    private final AtomicInteger started = new AtomicInteger();
    private final ExecutorService pool = Executors.newFixedThreadPool(2, this::named);

    @Override
    public void execute(Runnable reading) {
        pool.execute(reading);
    }

    /** Ends the threads; what they have not begun is dropped, for nobody waits for it any more. */
    @Override
    public void close() {
        pool.shutdownNow();
    }

    private Thread named(Runnable work) {
        Thread thread = new Thread(work, "data-" + started.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
