package org.convscope.run;

import java.util.Optional;

/**
 * What a run was made with; numbers may differ in their last bits on anything else.
 *
 * @param convscope version of this program
 * @param java version of the Java it ran on
 * @param os operating system, its version and the processor's architecture
 * @param cores processors that Java could use
 */
public record Versions(String convscope, String java, String os, int cores) {

    /** Of the program that runs. */
    public static Versions here() {
        return new Versions(
                Optional.ofNullable(Versions.class.getPackage().getImplementationVersion())
                        .orElse("development"),
                Runtime.version().toString(),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors());
    }
}
