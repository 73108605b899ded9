package org.convscope.engine;

import org.bytedeco.javacpp.Pointer;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Census;
import org.convscope.problem.Problem;

/**
 * Whether a batch fits, said before it is tried. ND4J itself would stall for a second and then throw an
 * OutOfMemoryError about a pointer.
 */
final class Memory {

    /**
     * What a step takes per byte of activations: they themselves, their gradients and room to work in.
     * LeNet measured at batch 4,096: 240 MB of activations, 640 to 740 MB more than before.
     */
    private static final int STEP_FACTOR = 3;

    private final long bytesPerImage;

    Memory(Blueprint blueprint) {
        this.bytesPerImage = STEP_FACTOR * Census.of(blueprint).activationBytes();
    }

    /** A Problem if a step of {@code images} needs more than nine tenths of {@code freeBytes}. */
    void check(int images, long freeBytes) {
        long usable = freeBytes / 10 * 9;
        if (images * bytesPerImage > usable) {
            throw Problem.of(
                            "engine.memory",
                            images,
                            images * bytesPerImage >> 20,
                            freeBytes >> 20,
                            Math.max(1, usable / bytesPerImage))
                    .asException();
        }
    }

    /** What JavaCPP would let this process have as a whole, in bytes; 0 for no limit. */
    static long limit() {
        return Math.max(0, Pointer.maxPhysicalBytes());
    }

    /** What the system could give now, and what JavaCPP would let this process have, in bytes. */
    static long free() {
        long limit = limit();
        long mayHave = limit > 0 ? limit - Pointer.physicalBytes() : Long.MAX_VALUE;
        return Math.min(mayHave, Pointer.availablePhysicalBytes());
    }
}
