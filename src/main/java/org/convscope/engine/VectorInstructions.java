package org.convscope.engine;

import java.lang.management.ManagementFactory;
import org.convscope.engine.kernel.Trial;

/**
 * Whether this JVM computes with the processor's vector instructions. Java keeps them in an incubating module, which
 * has to be asked for: {@code --add-modules} would write a warning before every command's output, so the launcher
 * opens the JVM's own loader of modules instead. Without the module a step goes through DL4J's layers.
 */
final class VectorInstructions {

    private static final String MODULE = "jdk.incubator.vector";
    private static final String LOADER = "jdk.internal.module.Modules";

    /** Without it the module is there, but every instruction is a loop over objects. */
    private static final String COMPILED = "-XX:+EnableVectorSupport";

    private static final boolean ARE_THERE = load();

    private VectorInstructions() {}

    static boolean areThere() {
        return ARE_THERE;
    }

    private static boolean load() {
        if (ModuleLayer.boot().findModule(MODULE).isPresent()) {
            return Trial.isRight();
        }
        if (!ManagementFactory.getRuntimeMXBean().getInputArguments().contains(COMPILED)) {
            return false;
        }
        try {
            Class.forName(LOADER).getMethod("loadModule", String.class).invoke(null, MODULE);
            return Trial.isRight();
        } catch (ReflectiveOperationException | LinkageError otherJava) {
            return false;
        }
    }
}
