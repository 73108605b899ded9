package org.convscope.blueprint;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Something a person may choose about an architecture.
 *
 * @param key as it is typed: {@code activation}
 * @param values what may be chosen, the standard first
 */
public record Choice(String key, List<String> values) {

    public Choice {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("Nothing to choose for " + key);
        }
    }

    /** What holds when nothing is chosen. */
    public String standard() {
        return values.get(0);
    }

    /** Which non-linearity follows each layer. */
    public static Choice activation() {
        return among("activation", Nonlinearity.values(), Nonlinearity::id);
    }

    /** The non-linearity that was chosen. */
    public static Nonlinearity activation(Options options) {
        return chosen(options.get("activation"), Nonlinearity.values(), Nonlinearity::id);
    }

    /** How windows are pooled. */
    public static Choice pool() {
        return among("pool", Pooling.values(), Pooling::id);
    }

    /** The pooling that was chosen. */
    public static Pooling pool(Options options) {
        return chosen(options.get("pool"), Pooling.values(), Pooling::id);
    }

    /** Whether a batch norm stands before each activation. */
    public static Choice batchNorm() {
        return new Choice("batch-norm", List.of("no", "yes"));
    }

    /** Whether batch norm was chosen. */
    public static boolean batchNorm(Options options) {
        return options.get("batch-norm").equals("yes");
    }

    /** How weights begin. */
    public static Choice initialisation() {
        return among("init", Initialisation.values(), Initialisation::id);
    }

    /** The initialisation that was chosen. */
    public static Initialisation initialisation(Options options) {
        return chosen(options.get("init"), Initialisation.values(), Initialisation::id);
    }

    private static <T> Choice among(String key, T[] values, Function<T, String> id) {
        return new Choice(key, Arrays.stream(values).map(id).toList());
    }

    private static <T> T chosen(String wanted, T[] values, Function<T, String> id) {
        return Arrays.stream(values)
                .filter(value -> id.apply(value).equals(wanted))
                .findFirst()
                .orElseThrow();
    }
}
