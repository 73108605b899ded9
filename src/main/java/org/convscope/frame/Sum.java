package org.convscope.frame;

import java.util.List;
import java.util.Objects;
import org.convscope.tensor.Cell;
import org.convscope.tensor.Stamp;

/**
 * How one value was computed: what went in, by what it was multiplied, what was added, and what was
 * done to the sum.
 *
 * @param stamp when it was true
 * @param node the node whose value it is
 * @param op the operation's name, as {@code Op.name()} gives it
 * @param channel feature map or unit
 * @param cell place in the map
 * @param terms what was added up; for a maximum, the winner has weight 1 and the others 0
 * @param bias what was added to the terms; 0 where the operation has none
 * @param sum the terms and the bias together: the pre-activation
 * @param activation the non-linearity that follows, or is this node; empty for none
 * @param value the value itself, after the non-linearity if there is one
 */
public record Sum(
        Stamp stamp,
        String node,
        String op,
        int channel,
        Cell cell,
        List<Term> terms,
        double bias,
        double sum,
        String activation,
        double value)
        implements Frame {

    /**
     * One product.
     *
     * @param inputChannel map of the input that it comes from
     * @param row row in that map; outside of it, in the padding, the input is 0
     * @param column column in that map
     * @param input the value there
     * @param weight what it is multiplied with
     */
    public record Term(int inputChannel, int row, int column, double input, double weight) {

        /** Input times weight. */
        public double product() {
            return input * weight;
        }
    }

    public Sum {
        Objects.requireNonNull(stamp, "stamp");
        Objects.requireNonNull(cell, "cell");
        terms = List.copyOf(terms);
    }

    @Override
    public <R> R accept(FrameVisitor<R> visitor) {
        return visitor.sum(this);
    }
}
