package org.convscope.blueprint;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

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

    /** Which non-linearity follows each layer; {@code standard} is the network's own. */
    public static Choice activation(Nonlinearity standard) {
        List<String> others = Arrays.stream(Nonlinearity.values())
                .filter(kind -> kind != standard)
                .map(Nonlinearity::id)
                .toList();
        return new Choice(
                "activation",
                Stream.concat(Stream.of(standard.id()), others.stream()).toList());
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

    /** How many layers the network has, as its paper counts them. */
    public static Choice depth(int... depths) {
        return new Choice(
                "depth", Arrays.stream(depths).mapToObj(Integer::toString).toList());
    }

    /** The depth that was chosen. */
    public static int depth(Options options) {
        return Integer.parseInt(options.get("depth"));
    }

    /** Whether values are dropped by chance while it learns, where the network's paper has it. */
    public static Choice dropout() {
        return new Choice("dropout", List.of("yes", "no"));
    }

    /** Whether dropout was chosen. */
    public static boolean dropout(Options options) {
        return options.get("dropout").equals("yes");
    }

    /** How many channels and hidden units there are, measured by the paper's. */
    public static Choice width() {
        return among("width", Width.values(), Width::id);
    }

    /** The width that was chosen. */
    public static Width width(Options options) {
        return chosen(options.get("width"), Width.values(), Width::id);
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
