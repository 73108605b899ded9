package org.convscope.net;

import org.convscope.blueprint.Blueprint;
import org.convscope.spec.EngineReport;
import org.convscope.spec.EngineSettings;
import org.convscope.spec.Optimizer;

/** Builds live networks. */
public interface NetworkFactory {

    /**
     * A network with first weights drawn from {@code seed}; it belongs to the calling thread.
     *
     * <p>The same blueprint and seed give the same weights on every machine; a node's first weights
     * depend on its id, its shape and the seed alone, so that two architectures agree where they can.
     */
    Network create(Blueprint blueprint, Optimizer optimizer, long seed, EngineSettings settings);

    /**
     * Loads the libraries that all networks compute with; a Problem says why they could not be. May be called more
     * than once, from any thread, but beside no other thread that loads a library, a toolkit's for instance.
     */
    void load();

    /** Does what the first network would have to wait for. May be called from any thread, more than once. */
    void warmUp();

    /** What an engine of these settings would be like, without a network: threads, oneDNN, helpers by kind. */
    EngineReport report(EngineSettings settings);
}
