package org.convscope.ui.inspect.sum;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.Pooling;
import org.convscope.frame.Numbers;
import org.convscope.frame.Sum;

/**
 * A {@link Sum} as the field writes it, in symbols that need no translation. Every number has its place,
 * so that lines keep their shape while the numbers change.
 */
public final class Arithmetic {

    private static final int WIDTH = 10;
    private static final int LIST_WIDTH = 8;
    private static final int WRITTEN_OUT = 4;
    private static final int PER_LINE = 2;

    private final Sum sum;
    private final Op op;

    private Arithmetic(Sum sum, Op op) {
        this.sum = sum;
        this.op = op;
    }

    /** The lines of a calculation: what was added up, then what was made of it. */
    public static List<String> lines(Sum sum, Op op) {
        return new Arithmetic(sum, op).lines();
    }

    /** The lines and every single term, separated by tabs, as a spreadsheet takes them. */
    public static String text(Sum sum, Op op) {
        StringBuilder text = new StringBuilder();
        lines(sum, op).forEach(line -> text.append(line.stripTrailing()).append('\n'));
        text.append("\nchannel\trow\tcolumn\tx\tw\tx·w\n");
        for (Sum.Term term : sum.terms()) {
            text.append(term.inputChannel())
                    .append('\t')
                    .append(term.row())
                    .append('\t')
                    .append(term.column())
                    .append('\t')
                    .append(term.input())
                    .append('\t')
                    .append(term.weight())
                    .append('\t')
                    .append(term.product())
                    .append('\n');
        }
        return text.toString();
    }

    /** {@code e^} with a number above the line. */
    static String exponential(double exponent) {
        return "e^" + Numbers.text(exponent);
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (op instanceof Op.Conv conv) {
            int channels = sum.terms().size() / conv.window().area();
            String window = subscript(conv.window().height())
                    + "ₓ"
                    + subscript(conv.window().width());
            lines.add((channels == 1 ? "" : "Σ" + subscript(channels) + " ") + "Σ" + window + " x·w = " + products());
            lines.add(result());
        } else if (op instanceof Op.Dense) {
            lines.add("Σ" + subscript(sum.terms().size()) + " x·w = " + products());
            lines.add(result());
        } else if (op instanceof Op.Pool pool) {
            lines.addAll(pooled(pool.kind()));
        } else if (op instanceof Op.Subsample) {
            lines.addAll(subsampled());
            lines.add(result());
        } else if (op instanceof Op.Lrn norm) {
            lines.addAll(divided(norm));
        } else if (op instanceof Op.GlobalPool) {
            lines.addAll(pooled(Pooling.AVERAGE));
        } else if (op instanceof Op.Add) {
            lines.addAll(branches());
            lines.add(result());
        } else if (op instanceof Op.Concat) {
            lines.addAll(branches());
        } else if (op instanceof Op.BatchNorm) {
            lines.addAll(normalised());
            lines.add(result());
        } else if (op instanceof Op.Softmax) {
            lines.addAll(probability());
        } else {
            lines.add(result());
        }
        return lines;
    }

    private String products() {
        return padded(sum.sum() - sum.bias()) + " + b " + padded(sum.bias());
    }

    private String result() {
        String z = "z = " + padded(sum.sum());
        if (sum.activation().isEmpty()) {
            return z;
        }
        return z + " → " + function(sum.activation()) + " = " + Numbers.text(sum.value());
    }

    private List<String> pooled(Pooling kind) {
        int count = sum.terms().size();
        boolean isMax = kind == Pooling.MAX;
        if (count > WRITTEN_OUT) {
            String of = isMax ? "max" + subscript(count) + " x" : "Σ" + subscript(count) + " x / " + count;
            return List.of(of + " = " + Numbers.text(sum.value()));
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i += PER_LINE) {
            String begin = i > 0 ? "    " : isMax ? "max(" : "   (";
            String values = sum.terms().subList(i, Math.min(count, i + PER_LINE)).stream()
                    .map(term -> aligned(term.input()))
                    .collect(Collectors.joining(isMax ? ", " : " + "));
            lines.add(begin + values + (i + PER_LINE >= count ? ")" : isMax ? "," : " +"));
        }
        lines.add((isMax ? "" : "/ " + count + " ") + "= " + Numbers.text(sum.value()));
        return lines;
    }

    /** Each branch with its map and its value: {@code pool1 [5] = 0.25}. */
    private List<String> branches() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < sum.givens().size(); i++) {
            Sum.Term term = sum.terms().get(i);
            lines.add((i == 0 ? "" : "+ ") + sum.givens().get(i).name() + " [" + term.inputChannel() + "] = "
                    + Numbers.text(term.input()));
        }
        return lines;
    }

    /** The window's sum, by what it is multiplied, and what is added. */
    private List<String> subsampled() {
        double total = sum.terms().stream().mapToDouble(Sum.Term::input).sum();
        return List.of(
                "Σ" + subscript(sum.terms().size()) + " x = " + Numbers.text(total),
                "c = " + padded(givens().get("coefficient")) + "  b = " + padded(sum.bias()),
                "z = c·Σ x + b");
    }

    /** The squares of the neighbours, and what becomes of them. */
    private List<String> divided(Op.Lrn norm) {
        Map<String, Double> given = givens();
        Sum.Term own = sum.terms().get(0);
        List<String> neighbours = given.keySet().stream()
                .filter(name -> name.chars().allMatch(Character::isDigit))
                .toList();
        List<String> lines = new ArrayList<>();
        for (String neighbour : neighbours) {
            boolean isOwn = neighbour.equals(Integer.toString(own.inputChannel()));
            lines.add((isOwn ? "→ " : "  ") + "[" + neighbour + "]² = " + aligned(given.get(neighbour)) + "²");
        }
        lines.add("Σ" + subscript(neighbours.size()) + " x² = " + Numbers.text(given.get("squares")));
        lines.add("d = (" + Numbers.text(norm.k()) + " + " + Numbers.text(norm.alpha()) + "·Σ x²)^"
                + Numbers.text(norm.beta()) + " = " + Numbers.text(given.get("divisor")));
        lines.add("x / d = " + Numbers.text(own.input()) + " / " + Numbers.text(given.get("divisor")) + " = "
                + Numbers.text(sum.value()));
        return lines;
    }

    private List<String> normalised() {
        Map<String, Double> given = givens();
        return List.of(
                "x = " + Numbers.text(sum.terms().get(0).input()),
                "γ = " + padded(given.get("scale")) + "  β = " + padded(given.get("shift")),
                "μ = " + padded(given.get("mean")) + "  σ² = " + padded(given.get("variance")),
                "z = (x − μ) / √(σ² + ε) · γ + β");
    }

    private List<String> probability() {
        double highest = givens().getOrDefault("highest", 0.0);
        double own = sum.terms().get(sum.channel()).input();
        return List.of(
                "e^(z − max z) / Σ" + subscript(sum.terms().size()) + " e^(z − max z),  max z = "
                        + Numbers.text(highest),
                Numbers.text(own) + " / " + Numbers.text(sum.sum()) + " = " + Numbers.text(sum.value()));
    }

    private Map<String, Double> givens() {
        Map<String, Double> givens = new LinkedHashMap<>();
        sum.givens().forEach(given -> givens.put(given.name(), given.value()));
        return givens;
    }

    private static String function(String id) {
        return switch (nonlinearity(id)) {
            case SIGMOID -> "1/(1+e^−z)";
            case TANH -> "tanh(z)";
            case SCALED_TANH -> Nonlinearity.AMPLITUDE + "·tanh(⅔·z)";
            case RELU -> "ReLU(z)";
            case LEAKY_RELU -> "max(z, " + Nonlinearity.LEAK + "·z)";
        };
    }

    private static Nonlinearity nonlinearity(String id) {
        for (Nonlinearity kind : Nonlinearity.values()) {
            if (kind.id().equals(id)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("No non-linearity is called " + id);
    }

    private static String aligned(double value) {
        String text = Numbers.text(value);
        return " ".repeat(Math.max(0, LIST_WIDTH - text.length())) + text;
    }

    private static String padded(double value) {
        String text = Numbers.text(value);
        return text + " ".repeat(Math.max(0, WIDTH - text.length()));
    }

    /** A number below the line. */
    static String subscript(int number) {
        return Integer.toString(number)
                .chars()
                .mapToObj(digit -> String.valueOf((char) ('₀' + digit - '0')))
                .collect(Collectors.joining());
    }
}
