package org.convscope.frame;

/** One method for each kind of frame, so that a new kind makes the compiler list who must learn it. */
public interface FrameVisitor<R> {

    /** Maps beside each other. */
    R mosaic(Mosaic mosaic);

    /** Named values as lengths. */
    R bars(Bars bars);

    /** Statistics and histogram. */
    R distribution(Distribution distribution);

    /** How one value was computed. */
    R sum(Sum sum);
}
