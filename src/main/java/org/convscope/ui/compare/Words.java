package org.convscope.ui.compare;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.convscope.spec.Contrast;
import org.convscope.ui.kit.Texts;

/** What differs and what does not, as a person says it. */
final class Words {

    /** Words of a scenario that have a name of their own; any other stands for itself. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("activation", "activation"),
            Map.entry("lr", "rate"),
            Map.entry("optimizer", "optimizer"),
            Map.entry("schedule", "schedule"),
            Map.entry("batch", "batch"),
            Map.entry("seed", "seed"),
            Map.entry("data", "data"),
            Map.entry("network", "network"),
            Map.entry("pool", "pool"),
            Map.entry("dropout", "dropout"),
            Map.entry("batch-norm", "batchNorm"),
            Map.entry("lrn", "lrn"),
            Map.entry("shortcut", "shortcut"),
            Map.entry("head", "head"),
            Map.entry("epochs", "epochs"),
            Map.entry("limit", "limit"),
            Map.entry("init", "init"),
            Map.entry("width", "width"));

    private static final List<String> VALUES = List.of(
            "sigmoid",
            "tanh",
            "relu",
            "leaky-relu",
            "average",
            "max",
            "yes",
            "no",
            "dense",
            "global-average",
            "xavier",
            "he",
            "constant");

    private Words() {}

    /** The name of a scenario's word. */
    static String of(String word) {
        return NAMES.containsKey(word) ? Texts.get("compare.word." + NAMES.get(word)) : word;
    }

    /** The value of a scenario's word; a dash where it has none. */
    static String value(String word, String value) {
        if (value.isEmpty()) {
            return "–";
        }
        // "constant" is a schedule, too, and there it is no way to draw weights.
        return VALUES.contains(value) && !word.equals("schedule") ? Texts.get("kit.value." + value) : value;
    }

    /** {@code differs in activation and learning rate}. */
    static String differs(Sameness same) {
        List<String> names = same.differences().stream()
                .map(Contrast.Difference::what)
                .map(Words::of)
                .toList();
        if (names.isEmpty()) {
            return Texts.get("compare.differsInNothing");
        }
        String last = names.get(names.size() - 1);
        String before =
                names.subList(0, names.size() - 1).stream().collect(Collectors.joining(Texts.get("compare.comma")));
        return Texts.get("compare.differsIn", before.isEmpty() ? last : Texts.get("compare.and", before, last));
    }

    /** {@code same seed, same batches, same initial weights}. */
    static String sameness(Sameness same) {
        return String.join(
                Texts.get("compare.comma"),
                Texts.get(same.seed() ? "compare.sameSeed" : "compare.otherSeed"),
                Texts.get(same.batches() ? "compare.sameBatches" : "compare.otherBatches"),
                Texts.get("compare.weights." + same.weights().name().toLowerCase(Locale.ROOT)));
    }
}
