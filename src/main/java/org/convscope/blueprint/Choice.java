package org.convscope.blueprint;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Something a person may choose about an architecture.
 *
 * @param key as it is typed: {@code activation}
 * @param values what may be chosen, the standard first
 */
public record Choice(String key, List<String> values) {

    /** The head that reads all cells of the last maps. */
    public static final String DENSE_HEAD = "dense";

    /** The head that takes the mean of each map. */
    public static final String GLOBAL_AVERAGE_HEAD = "global-average";

    /** 8 to 8192 hidden units may be chosen. */
    private static final int LEAST_UNITS_LOG = 3;

    private static final int MOST_UNITS_LOG = 13;

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

    /** The same choice, but {@code value} holds when nothing is chosen. */
    public Choice withStandard(String value) {
        if (!values.contains(value)) {
            throw new IllegalArgumentException(value + " cannot be chosen for " + key);
        }
        return new Choice(
                key,
                Stream.concat(Stream.of(value), values.stream().filter(other -> !other.equals(value)))
                        .toList());
    }

    /** Which non-linearity follows each layer. */
    public static Choice activation() {
        return among("activation", Nonlinearity.values(), Nonlinearity::id);
    }

    /** Which non-linearity follows each layer; {@code standard} is the network's own. */
    public static Choice activation(Nonlinearity standard) {
        return activation().withStandard(standard.id());
    }

    /** The non-linearity that was chosen. */
    public static Nonlinearity activation(Options options) {
        return chosen(options.get("activation"), Nonlinearity.values(), Nonlinearity::id);
    }

    /** How windows are pooled; {@code standard} is the network's own. */
    public static Choice pool(Pooling standard) {
        return among("pool", Pooling.values(), Pooling::id).withStandard(standard.id());
    }

    /** The pooling that was chosen. */
    public static Pooling pool(Options options) {
        return chosen(options.get("pool"), Pooling.values(), Pooling::id);
    }

    /** Whether a batch norm stands before each activation. */
    public static Choice batchNorm() {
        return new Choice("batch-norm", List.of("no", "yes"));
    }

    /** Whether values are divided by what their neighbours in nearby maps amount to. */
    public static Choice lrn() {
        return new Choice("lrn", List.of("no", "yes"));
    }

    /** Which maps a convolution reads: those that the paper says, or all. */
    public static Choice connections() {
        return new Choice("connections", List.of("paper", "all"));
    }

    /** Whether convolutions read the maps that the paper says. */
    public static boolean hasPapersConnections(Options options) {
        return options.is("connections", "paper");
    }

    /** Whether values are dropped by chance while it learns, where the network's drawing says. */
    public static Choice dropout() {
        return new Choice("dropout", List.of("yes", "no"));
    }

    /** What stands between the last maps and the classes: dense layers on all their cells, or on their means alone. */
    public static Choice head() {
        return new Choice("head", List.of(DENSE_HEAD, GLOBAL_AVERAGE_HEAD));
    }

    /** Whether the classes read all cells of the last maps. */
    public static boolean hasDenseHead(Options options) {
        return options.is("head", DENSE_HEAD);
    }

    /** The first convolution: as the paper has it, or a small one that moves cell by cell, for small images. */
    public static Choice stem() {
        return new Choice("stem", List.of("paper", "small"));
    }

    /** Whether the small first convolution was chosen. */
    public static boolean hasSmallStem(Options options) {
        return options.is("stem", "small");
    }

    /** Whether blocks add what they read to what they compute. */
    public static Choice shortcut() {
        return new Choice("shortcut", List.of("yes", "no"));
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

    /** How many units each hidden layer has: a power of two; {@code standard} is the network's own. */
    public static Choice units(int standard) {
        return new Choice(
                        "units",
                        IntStream.rangeClosed(LEAST_UNITS_LOG, MOST_UNITS_LOG)
                                .mapToObj(power -> String.valueOf(1 << power))
                                .toList())
                .withStandard(String.valueOf(standard));
    }

    /** The number of units that was chosen. */
    public static int units(Options options) {
        return Integer.parseInt(options.get("units"));
    }

    /** How many channels there are, measured by the paper's. */
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
