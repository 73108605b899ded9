package org.convscope.frame;

import org.convscope.tensor.Stamp;
import org.convscope.tensor.Stats;

/** What a set of values is like: its statistics and histogram. */
public record Distribution(Stamp stamp, Stats stats) implements Frame {

    @Override
    public <R> R accept(FrameVisitor<R> visitor) {
        return visitor.distribution(this);
    }
}
