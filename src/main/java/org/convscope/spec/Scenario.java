package org.convscope.spec;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Zoo;
import org.convscope.problem.Problem;
import org.convscope.tensor.Shape;

/**
 * Everything that makes a run what it is, short enough to paste to a friend.
 *
 * @param data id or folder of a dataset
 * @param network id of an architecture in the zoo
 * @param options choices for the architecture, where they differ from its standard
 * @param plan how it learns
 * @param preparation how images come into its input
 */
public record Scenario(
        String data, String network, Map<String, String> options, TrainingPlan plan, Preparation preparation) {

    static final String LABEL_NOISE = "label-noise";

    public Scenario {
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(network, "network");
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(preparation, "preparation");
        options = Map.copyOf(options);
    }

    /** A run on images as the dataset has them. */
    public Scenario(String data, String network, Map<String, String> options, TrainingPlan plan) {
        this(data, network, options, plan, Preparation.AS_IS);
    }

    /** Draws the network for a number of classes and the shape of a dataset's own images, prepared or not. */
    public Blueprint draw(Shape own, int classes) {
        return Zoo.byId(network).draw(preparation.shape(own), classes, options);
    }

    /**
     * One line: {@code data=fashion-mnist network=lenet activation=relu optimizer=sgd lr=0.1
     * schedule=constant batch=256 epochs=10 seed=0 limit=0}; blanks in a value are written {@code %20}. Where
     * labels are made wrong, {@code label-noise=0.3} comes behind, and where
     * images are prepared, {@code input=1x32x32 fit=pad normalise=true augment=shift,flip} comes behind.
     */
    public String text() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("data", data);
        words.put("network", network);
        options.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(option -> words.put(option.getKey(), option.getValue()));
        words.put("optimizer", plan.optimizer().id());
        words.put("lr", String.valueOf(plan.learningRate()));
        words.put("schedule", plan.schedule().text());
        words.put("batch", String.valueOf(plan.batchSize()));
        words.put("epochs", String.valueOf(plan.epochs()));
        words.put("seed", String.valueOf(plan.seed()));
        words.put("limit", String.valueOf(plan.limit()));
        if (plan.labelNoise() > 0) {
            words.put(LABEL_NOISE, String.valueOf(plan.labelNoise()));
        }
        words.putAll(preparation.words());
        return words.entrySet().stream()
                .map(word -> word.getKey() + "="
                        + word.getValue().replace("%", "%25").replace(" ", "%20"))
                .collect(Collectors.joining(" "));
    }

    /** Reads what {@link #text} writes; a Problem names the word that is not understood. */
    public static Scenario parse(String line) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String word : line.strip().split("\\s+")) {
            int equals = word.indexOf('=');
            if (equals < 1) {
                throw Problem.of("spec.scenario", word).asException();
            }
            words.put(
                    word.substring(0, equals),
                    word.substring(equals + 1).replace("%20", " ").replace("%25", "%"));
        }
        try {
            TrainingPlan plan = new TrainingPlan(
                    Optimizer.byId(take(words, "optimizer")),
                    Double.parseDouble(take(words, "lr")),
                    Schedule.parse(take(words, "schedule")),
                    Integer.parseInt(take(words, "batch")),
                    Integer.parseInt(take(words, "epochs")),
                    Long.parseLong(take(words, "seed")),
                    Integer.parseInt(take(words, "limit")),
                    words.containsKey(LABEL_NOISE) ? Double.parseDouble(take(words, LABEL_NOISE)) : 0);
            Preparation preparation = Preparation.take(words);
            return new Scenario(take(words, "data"), take(words, "network"), words, plan, preparation);
        } catch (NumberFormatException notANumber) {
            throw Problem.of("spec.scenario", notANumber.getMessage()).asException(notANumber);
        }
    }

    private static String take(Map<String, String> words, String key) {
        String value = words.remove(key);
        if (value == null) {
            throw Problem.of("spec.scenario", key).asException();
        }
        return value;
    }
}
