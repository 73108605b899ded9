package org.convscope.spec;

import java.util.Map;

/**
 * What the engine really does, for the run's card and for {@code doctor}.
 *
 * @param engine name and version, and which training step ran
 * @param threads arithmetic threads in use
 * @param oneDnn whether the native library carries oneDNN
 * @param helpers by kind of layer, whether a helper is attached and trusted
 */
public record EngineReport(String engine, int threads, boolean oneDnn, Map<String, Boolean> helpers) {

    public EngineReport {
        helpers = Map.copyOf(helpers);
    }
}
