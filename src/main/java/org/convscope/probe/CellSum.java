package org.convscope.probe;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Node;
import org.convscope.blueprint.Op;
import org.convscope.net.Parameter;
import org.convscope.problem.Problem;
import org.convscope.tensor.Cell;
import org.convscope.tensor.Stamp;
import org.convscope.tensor.Tensor;

/**
 * The arithmetic of the focused value, redone from what the node read and what it has learned. In
 * double: it agrees with the engine's own floats to 1e-5.
 */
public final class CellSum implements Probe<CellSum.Reading> {

    /**
     * How one value was computed.
     *
     * @param stamp when it was true
     * @param node the node whose value it is
     * @param op the operation's name
     * @param channel feature map or unit
     * @param cell place in the map
     * @param terms what was added up
     * @param bias what was added to the terms; 0 where the operation has none
     * @param sum the terms and the bias together
     * @param activation id of the non-linearity that this node is or that alone reads it; {@code softmax} for
     *     a softmax; empty for none
     * @param value the value after {@code activation}; without one, the sum
     * @param givens what weight and bias of a batch norm, the exponentials of a softmax, and the divisor of a local
     *     response normalisation were made of; a subsampling's coefficient; for a sum and a concatenation, the values
     *     of the nodes that take part
     */
    public record Reading(
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
            List<Given> givens) {

        public Reading {
            terms = List.copyOf(terms);
            givens = List.copyOf(givens);
        }
    }

    /**
     * One product.
     *
     * @param inputChannel map of the input that it comes from, or its unit
     * @param row row in that map; outside of it, in the padding, the input is 0
     * @param column column in that map
     * @param input the value there; for a softmax its exponential
     * @param weight what it is multiplied with
     */
    public record Term(int inputChannel, int row, int column, double input, double weight) {}

    /** A number that went into the calculation before the sum, by its name in the field or by the id of its node. */
    public record Given(String name, double value) {}

    @Override
    public Reading read(Sight sight) {
        Node node = sight.node();
        int channel = sight.channel();
        Cell cell = sight.cell();
        if (node.inputs().isEmpty()) {
            throw Problem.of("probe.given", node.id()).asException();
        }
        Map<Parameter, Tensor> parameters = sight.network().parameters(node.id());
        CellTerms terms = CellTerms.of(node, sight.activations(Set.copyOf(node.inputs())), parameters, channel, cell);
        double sum = terms.sum();
        if (node.op() instanceof Op.Softmax) {
            return reading(sight, terms, "softmax", terms.terms().get(channel).input() / sum);
        }
        Op.Activation activation = activation(sight.blueprint(), node);
        return activation == null
                ? reading(sight, terms, "", sum)
                : reading(
                        sight, terms, activation.kind().id(), activation.kind().of(sum));
    }

    private static Reading reading(Sight sight, CellTerms terms, String activation, double value) {
        return new Reading(
                sight.stamp(),
                sight.node().id(),
                sight.node().op().name(),
                sight.channel(),
                sight.cell(),
                terms.terms(),
                terms.bias(),
                terms.sum(),
                activation,
                value,
                terms.givens());
    }

    /** The non-linearity that the node is, or into which all it computes goes; null for none. */
    private static Op.Activation activation(Blueprint blueprint, Node node) {
        if (node.op() instanceof Op.Activation own) {
            return own;
        }
        boolean computes = node.op() instanceof Op.Conv
                || node.op() instanceof Op.Dense
                || node.op() instanceof Op.BatchNorm
                || node.op() instanceof Op.Subsample
                || node.op() instanceof Op.Add;
        List<Node> targets = blueprint.targets(node.id());
        return computes && targets.size() == 1 && targets.get(0).op() instanceof Op.Activation next ? next : null;
    }
}
