package org.convscope.engine.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** How many images go side by side. */
public final class Lanes {

    /** Images of a block; a multiple of every register's length there is. */
    public static final int BLOCK = 32;

    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    private Lanes() {}

    /** Floats that one register of this machine holds: 4, 8 or 16. */
    public static int perRegister() {
        return SPECIES.length();
    }

    static FloatVector all(float value) {
        return FloatVector.broadcast(SPECIES, value);
    }

    static FloatVector at(float[] values, int index) {
        return FloatVector.fromArray(SPECIES, values, index);
    }
}
