package org.convscope.cli.peer;

import java.io.IOException;
import java.util.List;
import org.convscope.problem.Problem;

/** Another process that keeps one core busy, from when it is made until the work beside it is done. */
public final class BusyCore {

    private final Children children;
    private final Process process;

    /** Starts {@code command} and waits until it says that it is busy. */
    public BusyCore(Children children, List<String> command) {
        this.children = children;
        try {
            process = children.start(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD));
            if (process.getInputStream().read() < 0) {
                int code = process.onExit().join().exitValue();
                throw Problem.of("cli.peerEnded", code).asException();
            }
        } catch (IOException failure) {
            throw Problem.of("cli.peerEnded", failure.toString()).asException(failure);
        }
    }

    /** Works, and ends the process, whichever way the work ends. */
    public void during(Runnable work) {
        try {
            work.run();
        } finally {
            children.end(process);
        }
    }
}
