package org.convscope.frame;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Where an axis or a legend is marked, and with what: round numbers within its range.
 *
 * @param values from the lowest to the highest
 * @param labels one for each value; on a linear axis all with the same number of decimals
 */
public record Ticks(List<Double> values, List<String> labels) {

    private static final int[] MULTIPLES = {1, 2, 5};

    public Ticks {
        values = List.copyOf(values);
        labels = List.copyOf(labels);
        if (values.size() != labels.size()) {
            throw new IllegalArgumentException(labels.size() + " labels for " + values.size() + " ticks");
        }
    }

    /** Multiples of 1, 2 or 5 times a power of ten, as close together as {@code most} ticks allow. */
    public static Ticks linear(double low, double high, int most) {
        check(low, high, most);
        if (low == high) {
            return new Ticks(List.of(low), List.of(Numbers.text(low)));
        }
        // One power below the smallest that could do, since rounding of the logarithm may have lifted it.
        int exponent = (int) Math.floor(Math.log10(high / most - low / most)) - 1;
        while (true) {
            for (int multiple : MULTIPLES) {
                BigDecimal step = BigDecimal.valueOf(multiple).scaleByPowerOfTen(exponent);
                BigDecimal first = BigDecimal.valueOf(low).divide(step, 0, RoundingMode.CEILING);
                BigDecimal last = BigDecimal.valueOf(high).divide(step, 0, RoundingMode.FLOOR);
                if (last.subtract(first).compareTo(BigDecimal.valueOf(most - 1L)) <= 0) {
                    return steps(step, first, last, Math.max(0, -exponent));
                }
            }
            exponent++;
        }
    }

    /**
     * Powers of ten with 2 and 5 between them, or without, or only every second, third … power, as many as
     * fit; in a range too narrow for any of these, as {@link #linear}.
     *
     * @param low above 0
     */
    public static Ticks logarithmic(double low, double high, int most) {
        check(low, high, most);
        if (low <= 0) {
            throw new IllegalArgumentException("No logarithm of " + low);
        }
        int from = (int) Math.floor(Math.log10(low)) - 1;
        int to = (int) Math.ceil(Math.log10(high)) + 1;
        List<BigDecimal> marks = new ArrayList<>();
        for (int stride = 0; stride <= to - from; stride++) {
            marks = powers(low, high, from, to, stride);
            if (marks.size() <= most) {
                break;
            }
        }
        if (marks.size() < 2) {
            return linear(low, high, most);
        }
        return new Ticks(
                marks.stream().map(BigDecimal::doubleValue).toList(),
                marks.stream()
                        .map(mark -> Numbers.exact(mark, Math.max(0, mark.scale())))
                        .toList());
    }

    private static List<BigDecimal> powers(double low, double high, int from, int to, int stride) {
        List<BigDecimal> marks = new ArrayList<>();
        for (int exponent = from; exponent <= to; exponent++) {
            if (Math.floorMod(exponent, Math.max(1, stride)) == 0) {
                for (int multiple : stride == 0 ? MULTIPLES : new int[] {1}) {
                    BigDecimal mark = BigDecimal.valueOf(multiple).scaleByPowerOfTen(exponent);
                    if (mark.doubleValue() >= low && mark.doubleValue() <= high) {
                        marks.add(mark);
                    }
                }
            }
        }
        return marks;
    }

    private static Ticks steps(BigDecimal step, BigDecimal first, BigDecimal last, int decimals) {
        List<Double> values = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (BigDecimal i = first; i.compareTo(last) <= 0; i = i.add(BigDecimal.ONE)) {
            BigDecimal value = step.multiply(i);
            values.add(value.doubleValue());
            labels.add(Numbers.exact(value, decimals));
        }
        return new Ticks(values, labels);
    }

    private static void check(double low, double high, int most) {
        if (!Double.isFinite(low) || !Double.isFinite(high) || low > high || most < 1) {
            throw new IllegalArgumentException(most + " ticks from " + low + " to " + high);
        }
    }
}
