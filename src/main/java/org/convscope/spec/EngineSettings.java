package org.convscope.spec;

import org.convscope.problem.Problem;

/**
 * How the engine is to use the machine.
 *
 * @param threads arithmetic threads; 0 lets the engine choose
 * @param helpers whether oneDNN's helpers are attached; off only to measure what they bring
 * @param blocks whether a step of learning is computed on blocks of images, where network and machine allow it
 */
public record EngineSettings(int threads, boolean helpers, boolean blocks) {

    /** What is right unless something is being measured. */
    public static final EngineSettings STANDARD = new EngineSettings(0, true);

    /** All that is quick, or nothing of it. */
    public EngineSettings(int threads, boolean quick) {
        this(threads, quick, quick);
    }

    public EngineSettings {
        if (threads < 0 || threads > 1024) {
            throw Problem.of("spec.threads", threads).asException();
        }
    }
}
