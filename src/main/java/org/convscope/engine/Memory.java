package org.convscope.engine;

import org.bytedeco.javacpp.Pointer;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Census;
import org.convscope.engine.block.BlockStep;
import org.convscope.problem.Problem;

/**
 * Whether a batch fits, said before it is tried. ND4J itself would stall for a second and then throw an
 * OutOfMemoryError about a pointer.
 */
final class Memory {

    /**
     * What a step through DL4J's layers takes per byte of activations: they themselves, their gradients and room to
     * work in. LeNet measured at batch 4,096: 240 MB of activations, 640 to 740 MB more than before.
     */
    private static final int STEP_FACTOR = 3;

    private final Blueprint blueprint;
    private final boolean onBlocks;
    private final int threads;
    private final int vectors;
    private final long parameterBytes;
    private final long activationBytes;

    /** Plans for steps of plain descent: weights, gradients and the last good weights as plain arrays. */
    Memory(Blueprint blueprint, boolean onBlocks, int threads) {
        this(blueprint, onBlocks, threads, 3);
    }

    /**
     * Plans for steps on blocks, which live in Java's heap, or for steps through DL4J's layers, which do not.
     *
     * @param vectors how often all parameters lie in the heap besides what the blocks take
     */
    Memory(Blueprint blueprint, boolean onBlocks, int threads, int vectors) {
        this.vectors = vectors;
        this.blueprint = blueprint;
        this.onBlocks = onBlocks;
        this.threads = threads;
        this.parameterBytes = Census.of(blueprint).parameters() * Float.BYTES;
        this.activationBytes = Census.of(blueprint).activationBytes();
    }

    /** What a step on so many images will take; on blocks, with the vectors of parameters. */
    long plan(int images) {
        long batch = (long) images * blueprint.input().size() * Float.BYTES;
        return onBlocks
                ? batch + vectors * parameterBytes + BlockStep.bytes(blueprint, images, threads)
                : STEP_FACTOR * images * activationBytes;
    }

    /** A Problem if a step of so many images needs more than nine tenths of what could be had now. */
    void check(int images) {
        if (plan(images) > usable(free())) {
            // What nobody holds any more counts as taken until it is collected.
            System.gc();
        }
        check(images, free());
    }

    private static long usable(long freeBytes) {
        return freeBytes / 10 * 9;
    }

    /** A Problem if a step of {@code images} needs more than nine tenths of {@code freeBytes}. */
    void check(int images, long freeBytes) {
        long usable = usable(freeBytes);
        long planned = plan(images);
        if (planned > usable) {
            throw Problem.of("engine.memory", images, planned >> 20, freeBytes >> 20, largest(images, usable))
                    .asException();
        }
    }

    /** The largest batch below {@code tooMany} that fits; 0 if not even one image does. */
    private int largest(int tooMany, long usable) {
        int fits = 0;
        int fails = tooMany;
        while (fails - fits > 1) {
            int middle = (fits + fails) / 2;
            if (plan(middle) <= usable) {
                fits = middle;
            } else {
                fails = middle;
            }
        }
        return fits;
    }

    /** What could be had for a step now, in bytes. */
    long free() {
        return onBlocks ? freeHeap() : freeOutside();
    }

    /** What Java's heap may still grow to hold, in bytes. */
    static long freeHeap() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
    }

    /** What the system could give now, and what JavaCPP would let this process have, in bytes. */
    private static long freeOutside() {
        long limit = limit();
        long mayHave = limit > 0 ? limit - Pointer.physicalBytes() : Long.MAX_VALUE;
        return Math.min(mayHave, Pointer.availablePhysicalBytes());
    }

    /** What JavaCPP would let this process have as a whole, in bytes; 0 for no limit. */
    static long limit() {
        return Math.max(0, Pointer.maxPhysicalBytes());
    }
}
