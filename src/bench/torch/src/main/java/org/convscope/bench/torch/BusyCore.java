package org.convscope.bench.torch;

import java.io.IOException;

/** Keeps one core busy until its standard input ends, which is when whoever started it ends. */
public final class BusyCore {

    private static volatile double result;

    private BusyCore() {}

    /** Says {@code busy} once it is, and stays so. */
    public static void main(String[] arguments) throws IOException {
        Thread core = new Thread(BusyCore::work, "busy");
        core.setDaemon(true);
        core.start();
        System.out.println("busy");
        System.out.flush();
        while (System.in.read() >= 0) {
            // Nothing is asked of it.
        }
    }

    private static void work() {
        double sum = 0;
        while (true) {
            for (int i = 1; i < 1_000_000; i++) {
                sum += 1.0 / i;
            }
            result = sum;
        }
    }
}
