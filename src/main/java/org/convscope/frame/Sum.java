package org.convscope.frame;

import java.util.List;
import java.util.Objects;
import org.convscope.tensor.Cell;
import org.convscope.tensor.Stamp;

/**
 * How one value was computed: what went in, by what it was multiplied, what was added, and what was
 * done to the sum.
 *
 * <p>A maximum is a sum in which the winner has weight 1 and the others 0. A batch norm is one term: its
 * weight is scale / √(variance + epsilon), its bias shift − mean · weight. A sum of branches has a term for each of
 * them, a concatenation one term for the branch that it takes, both of weight 1. A softmax adds up exponentials,
 * e^(logit − highest), and its value is the channel's own divided by the sum.
 *
 * @param stamp when it was true
 * @param node the node whose value it is
 * @param op the operation's name, as {@code Op.name()} gives it
 * @param channel feature map or unit
 * @param cell place in the map
 * @param terms what was added up
 * @param bias what was added to the terms; 0 where the operation has none
 * @param sum the terms and the bias together: the pre-activation
 * @param activation the non-linearity that follows, or is this node; empty for none
 * @param value the value itself, after the non-linearity if there is one
 * @param givens numbers that weight and bias were made of, where they are not the node's own, and the values of branches
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
        double value,
        List<Given> givens)
        implements Frame {

    /**
     * A number that went into the calculation before the sum.
     *
     * @param name {@code scale}, {@code shift}, {@code mean}, {@code variance}, {@code epsilon}, {@code highest}; for
     *     each branch of a sum or concatenation, the id of its node, in the order of the terms
     */
    public record Given(String name, double value) {}

    /**
     * One product.
     *
     * @param inputChannel map of the input that it comes from
     * @param row row in that map; outside of it, in the padding, the input is 0
     * @param column column in that map
     * @param input the value there; for a softmax its exponential
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
        givens = List.copyOf(givens);
    }

    /** A sum whose weights and bias are the node's own. */
    public Sum(
            Stamp stamp,
            String node,
            String op,
            int channel,
            Cell cell,
            List<Term> terms,
            double bias,
            double sum,
            String activation,
            double value) {
        this(stamp, node, op, channel, cell, terms, bias, sum, activation, value, List.of());
    }

    @Override
    public <R> R accept(FrameVisitor<R> visitor) {
        return visitor.sum(this);
    }
}
