package org.convscope.blueprint.census;

import java.util.Locale;

/**
 * One thing in which two nodes differ.
 *
 * @param trait what differs: a name out of {@link Traits}, {@link #OUTPUT} or {@link #PARAMETERS}
 * @param left how it is in the first network
 * @param right how it is in the second
 */
public record Difference(String trait, String left, String right) {

    /** The shape of what comes out. */
    public static final String OUTPUT = "output";

    /** The number of parameters. */
    public static final String PARAMETERS = "parameters";

    /** Whether it is said of the operation itself, and not only follows from what goes in. */
    public boolean isOfTheOperation() {
        return !trait.equals(OUTPUT) && !trait.equals(PARAMETERS);
    }

    /** The trait as a person reads it: {@code kernel size}. */
    public String words() {
        return trait.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    Difference mirrored() {
        return new Difference(trait, right, left);
    }
}
