package org.convscope.cli;

/** How a command ended, as a shell sees it. */
public final class ExitCode {

    /** Done. */
    public static final int DONE = 0;

    /** Our fault: a failure nobody expected; its fingerprint is on standard error. */
    public static final int OUR_FAULT = 1;

    /** The input's or the caller's fault: a Problem is on standard error. */
    public static final int BAD_INPUT = 2;

    /** Interrupted, as by Ctrl-C; nothing is left behind. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
