package org.convscope.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Choices for an architecture. */
final class NetworkOptions {

    @Option(names = "--activation", paramLabel = "A", description = "sigmoid, tanh, scaled-tanh, relu or leaky-relu.")
    String activation;

    @Option(names = "--pool", paramLabel = "P", description = "average or max.")
    String pool;

    @Option(names = "--set", paramLabel = "option=value", description = "Any other choice of the network.")
    Map<String, String> others = new LinkedHashMap<>();

    Map<String, String> chosen() {
        Map<String, String> all = new LinkedHashMap<>(others);
        if (activation != null) {
            all.put("activation", activation);
        }
        if (pool != null) {
            all.put("pool", pool);
        }
        return all;
    }
}
