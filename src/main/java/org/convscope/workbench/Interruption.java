package org.convscope.workbench;

/** What is still done when a person ends the program from outside, as with Ctrl-C. */
public final class Interruption {

    private final Thread last;

    private Interruption(Thread last) {
        this.last = last;
    }

    /** Has {@code work} done, to its end, before the program goes. */
    public static Interruption call(Runnable work) {
        Interruption interruption = new Interruption(new Thread(work, "interruption"));
        Runtime.getRuntime().addShutdownHook(interruption.last);
        return interruption;
    }

    /** Takes it back; {@code false} if the program is ending already and the work is being done. */
    public boolean withdraw() {
        try {
            return Runtime.getRuntime().removeShutdownHook(last);
        } catch (IllegalStateException ending) {
            return false;
        }
    }
}
