package org.convscope.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.convscope.blueprint.Node;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.Pooling;
import org.convscope.blueprint.Window;
import org.convscope.net.Parameter;
import org.convscope.probe.CellSum.Given;
import org.convscope.probe.CellSum.Term;
import org.convscope.tensor.Cell;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Tensor;

/** What is added up for one output value, operation by operation. */
record CellTerms(List<Term> terms, double bias, List<Given> givens) {

    private CellTerms(List<Term> terms, double bias) {
        this(terms, bias, List.of());
    }

    /** The terms of the value at a channel and a cell of {@code node}; {@code outputs} holds what it reads. */
    static CellTerms of(
            Node node, Map<String, Tensor> outputs, Map<Parameter, Tensor> parameters, int channel, Cell cell) {
        Op op = node.op();
        Tensor input = outputs.get(node.inputs().get(0));
        if (op instanceof Op.Conv conv) {
            return conv(conv, input, parameters, channel, cell);
        } else if (op instanceof Op.Subsample subsample) {
            return subsample(subsample, input, parameters, channel, cell);
        } else if (op instanceof Op.Lrn norm) {
            return normalisedLocally(norm, input, channel, cell);
        } else if (op instanceof Op.Dense) {
            return dense(input, parameters, channel);
        } else if (op instanceof Op.Pool pool) {
            return pool.kind() == Pooling.MAX ? maximum(pool, input, channel, cell) : mean(pool, input, channel, cell);
        } else if (op instanceof Op.Add) {
            return add(node, outputs, channel, cell);
        } else if (op instanceof Op.Concat) {
            return concat(node, outputs, channel, cell);
        } else if (op instanceof Op.GlobalPool) {
            return wholeMean(input, channel);
        } else if (op instanceof Op.Activation || op instanceof Op.Dropout) {
            return new CellTerms(List.of(same(input, channel, cell, 1)), 0);
        } else if (op instanceof Op.BatchNorm norm) {
            return batchNorm(norm, input, parameters, channel, cell);
        } else if (op instanceof Op.Softmax) {
            return softmax(input);
        }
        throw new IllegalStateException("No arithmetic is written for " + op.name());
    }

    /** The terms and the bias together. */
    double sum() {
        double sum = bias;
        for (Term term : terms) {
            sum += term.input() * term.weight();
        }
        return sum;
    }

    private static CellTerms conv(
            Op.Conv conv, Tensor input, Map<Parameter, Tensor> parameters, int channel, Cell cell) {
        Tensor weights = parameters.get(Parameter.WEIGHT);
        List<Term> terms = new ArrayList<>();
        Window window = conv.window();
        for (int from = 0; from < input.shape().channels(); from++) {
            if (!conv.connections().has(channel, from)) {
                continue;
            }
            for (int i = 0; i < window.height(); i++) {
                for (int j = 0; j < window.width(); j++) {
                    int row = window.vertical().first(cell.row()) + i;
                    int column = window.horizontal().first(cell.column()) + j;
                    double value = isInside(input.shape(), row, column) ? input.at(from, row, column) : 0;
                    terms.add(new Term(from, row, column, value, weights.at(channel, from, i, j)));
                }
            }
        }
        return new CellTerms(terms, parameters.get(Parameter.BIAS).at(channel));
    }

    private static CellTerms dense(Tensor input, Map<Parameter, Tensor> parameters, int unit) {
        Tensor weights = parameters.get(Parameter.WEIGHT);
        int width = input.shape().width();
        int cells = input.shape().height() * width;
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < input.size(); i++) {
            terms.add(new Term(i / cells, i % cells / width, i % width, input.flat(i), weights.at(unit, i)));
        }
        return new CellTerms(terms, parameters.get(Parameter.BIAS).at(unit));
    }

    private static CellTerms mean(Op.Pool pool, Tensor input, int channel, Cell cell) {
        List<Cell> cells = windowOf(pool.window(), input.shape(), cell);
        return new CellTerms(
                cells.stream()
                        .map(inside -> same(input, channel, inside, 1.0 / cells.size()))
                        .toList(),
                0);
    }

    /** Every cell of the window, times the map's one coefficient. */
    private static CellTerms subsample(
            Op.Subsample op, Tensor input, Map<Parameter, Tensor> parameters, int channel, Cell cell) {
        double coefficient = parameters.get(Parameter.SCALE).at(channel);
        return new CellTerms(
                windowOf(op.window(), input.shape(), cell).stream()
                        .map(inside -> same(input, channel, inside, coefficient))
                        .toList(),
                parameters.get(Parameter.SHIFT).at(channel),
                List.of(new Given("coefficient", coefficient)));
    }

    /** The one value, and what it is divided by: the givens name each map that counts by its number. */
    private static CellTerms normalisedLocally(Op.Lrn norm, Tensor input, int channel, Cell cell) {
        List<Given> givens = new ArrayList<>();
        double squares = 0;
        int last = norm.last(channel, input.shape().channels());
        for (int other = norm.first(channel); other <= last; other++) {
            double value = valueAt(input, other, cell);
            givens.add(new Given(Integer.toString(other), value));
            squares += value * value;
        }
        double divisor = norm.divisor(squares);
        givens.add(new Given("squares", squares));
        givens.add(new Given("k", norm.k()));
        givens.add(new Given("alpha", norm.alpha()));
        givens.add(new Given("beta", norm.beta()));
        givens.add(new Given("divisor", divisor));
        return new CellTerms(List.of(same(input, channel, cell, 1 / divisor)), 0, givens);
    }

    private static CellTerms wholeMean(Tensor input, int channel) {
        int width = input.shape().width();
        int cells = input.shape().height() * width;
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < cells; i++) {
            terms.add(same(input, channel, new Cell(i / width, i % width), 1.0 / cells));
        }
        return new CellTerms(terms, 0);
    }

    /** One term and one given, by its id, for each node that is added. */
    private static CellTerms add(Node node, Map<String, Tensor> outputs, int channel, Cell cell) {
        List<Term> terms = new ArrayList<>();
        List<Given> givens = new ArrayList<>();
        for (String source : node.inputs()) {
            Term term = same(outputs.get(source), channel, cell, 1);
            terms.add(term);
            givens.add(new Given(source, term.input()));
        }
        return new CellTerms(terms, 0, givens);
    }

    /** The value of the one node that the channel comes from, which the given names. */
    private static CellTerms concat(Node node, Map<String, Tensor> outputs, int channel, Cell cell) {
        int own = channel;
        for (String source : node.inputs()) {
            Tensor output = outputs.get(source);
            if (own < output.shape().channels()) {
                Term term = same(output, own, cell, 1);
                return new CellTerms(List.of(term), 0, List.of(new Given(source, term.input())));
            }
            own -= output.shape().channels();
        }
        throw new IndexOutOfBoundsException("Channel " + channel + " of " + node.id());
    }

    private static CellTerms maximum(Op.Pool pool, Tensor input, int channel, Cell cell) {
        List<Cell> cells = windowOf(pool.window(), input.shape(), cell);
        Cell winner = cells.get(0);
        for (Cell other : cells) {
            if (valueAt(input, channel, other) > valueAt(input, channel, winner)) {
                winner = other;
            }
        }
        Cell highest = winner;
        return new CellTerms(
                cells.stream()
                        .map(inside -> same(input, channel, inside, inside.equals(highest) ? 1 : 0))
                        .toList(),
                0);
    }

    private static CellTerms batchNorm(
            Op.BatchNorm norm, Tensor input, Map<Parameter, Tensor> parameters, int channel, Cell cell) {
        double scale = parameters.get(Parameter.SCALE).at(channel);
        double shift = parameters.get(Parameter.SHIFT).at(channel);
        double mean = parameters.get(Parameter.MEAN).at(channel);
        double variance = parameters.get(Parameter.VARIANCE).at(channel);
        double weight = scale / Math.sqrt(variance + norm.epsilon());
        return new CellTerms(
                List.of(same(input, channel, cell, weight)),
                shift - mean * weight,
                List.of(
                        new Given("scale", scale),
                        new Given("shift", shift),
                        new Given("mean", mean),
                        new Given("variance", variance),
                        new Given("epsilon", norm.epsilon())));
    }

    /** The largest logit is subtracted first: it changes no quotient, and no exponential can overflow. */
    private static CellTerms softmax(Tensor logits) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < logits.size(); i++) {
            highest = Math.max(highest, logits.flat(i));
        }
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < logits.size(); i++) {
            terms.add(new Term(i, 0, 0, Math.exp(logits.flat(i) - highest), 1));
        }
        return new CellTerms(terms, 0, List.of(new Given("highest", highest)));
    }

    /** The cells under a window, without those of the padding, which count into neither maximum nor mean. */
    private static List<Cell> windowOf(Window window, Shape input, Cell cell) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < window.height(); i++) {
            for (int j = 0; j < window.width(); j++) {
                int row = window.vertical().first(cell.row()) + i;
                int column = window.horizontal().first(cell.column()) + j;
                if (isInside(input, row, column)) {
                    cells.add(new Cell(row, column));
                }
            }
        }
        return cells;
    }

    private static Term same(Tensor input, int channel, Cell cell, double weight) {
        return new Term(channel, cell.row(), cell.column(), valueAt(input, channel, cell), weight);
    }

    private static float valueAt(Tensor input, int channel, Cell cell) {
        return input.plane(channel).at(cell.row(), cell.column());
    }

    private static boolean isInside(Shape input, int row, int column) {
        return row >= 0 && row < input.height() && column >= 0 && column < input.width();
    }
}
