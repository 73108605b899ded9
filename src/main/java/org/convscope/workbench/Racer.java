package org.convscope.workbench;

import java.util.List;

/**
 * One of two that learn, or look, as fast as they can while it is their turn, from the same parameters and
 * on the same images. Belongs to the thread that made it.
 */
public interface Racer extends AutoCloseable {

    /** What is done for a turn. */
    enum Work {
        /** Steps of learning on the batch. */
        LEARN,
        /** The first image, with the outputs of all nodes kept. */
        LOOK_AT_ONE,
        /** Class probabilities of the batch. */
        LOOK_AT_BATCH
    }

    /**
     * What a turn measured.
     *
     * @param imagesPerSecond images learned or looked at
     * @param loss mean loss of the turn's steps; NaN where nothing was learned
     */
    record Turn(double imagesPerSecond, double loss) {}

    /** Works for so long on so many threads; learning begins with the first parameters. */
    Turn turn(Work work, int threads, double seconds);

    /** Losses of so many steps on the batch, beginning with the first parameters, on one thread. */
    List<Double> losses(int steps);

    /** Class probabilities of all images of the batch, one after the other, with the first parameters. */
    List<Double> probabilities();

    @Override
    void close();
}
