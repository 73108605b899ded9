package org.convscope.ui.meter;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;

/** What frames cost the two threads that make them; it says more than frames a second where others keep the machine busy. */
final class FrameCost {

    private FrameCost() {}

    /** What the two threads have computed until now, in ms. */
    static double cpuMillis() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double millis = 0;
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            boolean makesFrames = thread != null
                    && (thread.getThreadName().startsWith("JavaFX Application")
                            || thread.getThreadName().startsWith("QuantumRenderer"));
            millis += makesFrames ? threads.getThreadCpuTime(thread.getThreadId()) / 1e6 : 0;
        }
        return millis;
    }
}
