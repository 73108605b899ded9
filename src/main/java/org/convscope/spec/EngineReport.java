package org.convscope.spec;

import java.util.Map;

/**
 * What the engine really does, for the run's card and for {@code doctor}.
 *
 * @param engine name and version, and which training step ran
 * @param threads arithmetic threads in use
 * @param oneDnn whether the native library carries oneDNN
 * @param helpers by kind of layer, whether a helper is attached and trusted
 * @param memoryLimitBytes what the process may take as a whole, Java's heap and the arrays beside it; 0 for no
 *     limit, and for a network's own report, since no number of a run depends on it
 */
public record EngineReport(
        String engine, int threads, boolean oneDnn, Map<String, Boolean> helpers, long memoryLimitBytes) {

    public EngineReport {
        helpers = Map.copyOf(helpers);
    }

    /** What an engine does, memory aside. */
    public EngineReport(String engine, int threads, boolean oneDnn, Map<String, Boolean> helpers) {
        this(engine, threads, oneDnn, helpers, 0);
    }

    /** The same engine on a machine that gives it so much memory. */
    public EngineReport within(long bytes) {
        return new EngineReport(engine, threads, oneDnn, helpers, bytes);
    }
}
