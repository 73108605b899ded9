package org.convscope.frame;

import java.util.List;
import org.convscope.tensor.Stamp;

/**
 * Named values as lengths.
 *
 * @param stamp when they were true
 * @param bars in the order in which they are shown
 * @param full size of a value whose bar has full length
 */
public record Bars(Stamp stamp, List<Bar> bars, double full) implements Frame {

    /**
     * One bar.
     *
     * @param index which class or unit it stands for
     * @param value its length, from 0 to {@link Bars#full()}; below 0 only where values have both signs, as logits do
     */
    public record Bar(int index, double value) {}

    public Bars {
        bars = List.copyOf(bars);
    }

    @Override
    public <R> R accept(FrameVisitor<R> visitor) {
        return visitor.bars(this);
    }
}
