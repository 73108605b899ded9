package org.convscope.cli.peer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/** The processes that a bench has started: none outlives it, whichever way it ends. */
public final class Children implements AutoCloseable {

    private final List<Process> alive = new ArrayList<>();
    private boolean ending;

    /** Starts a process; a {@link CancellationException} if the bench is ending. */
    synchronized Process start(ProcessBuilder builder) throws IOException {
        if (ending) {
            throw new CancellationException("The bench is ending");
        }
        Process process = builder.start();
        alive.add(process);
        return process;
    }

    /** Ends a process and waits until it is gone. */
    void end(Process process) {
        forget(process);
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Whether the bench is ending, so that a process that is gone is no surprise. */
    synchronized boolean isEnding() {
        return ending;
    }

    /** Ends all of them, and lets no other begin. May be called from any thread. */
    @Override
    public void close() {
        List<Process> last;
        synchronized (this) {
            ending = true;
            last = List.copyOf(alive);
        }
        // A build has children of its own.
        last.forEach(process -> process.descendants().forEach(ProcessHandle::destroy));
        last.forEach(this::end);
    }

    private synchronized void forget(Process process) {
        alive.remove(process);
    }
}
