package org.convscope.frame;

import org.convscope.tensor.Stamp;

/** One picture, ready to be painted. */
public sealed interface Frame permits Mosaic, Bars, Distribution, Sum {

    /** When its numbers were true. */
    Stamp stamp();

    /** Calls the visitor's method for this kind of frame. */
    <R> R accept(FrameVisitor<R> visitor);
}
