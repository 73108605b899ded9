package org.convscope.spec;

import org.convscope.problem.Problem;

/**
 * How the engine is to use the machine.
 *
 * @param threads arithmetic threads; 0 lets the engine choose
 * @param helpers whether oneDNN's helpers are attached; off only to measure what they bring
 */
public record EngineSettings(int threads, boolean helpers) {

    /** What is right unless something is being measured. */
    public static final EngineSettings STANDARD = new EngineSettings(0, true);

    public EngineSettings {
        if (threads < 0 || threads > 1024) {
            throw Problem.of("spec.threads", threads).asException();
        }
    }
}
