package org.convscope.spec;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Runs that differ in little, to be laid beside each other.
 *
 * @param id as a person types it
 * @param sides two to four runs
 */
public record Contrast(String id, List<Side> sides) {

    /** The most runs that are laid beside each other. */
    public static final int MOST_SIDES = 4;

    /**
     * One of the runs.
     *
     * @param name what tells it from the others, short enough for a column: {@code relu, 0.9}
     */
    public record Side(String name, Scenario scenario) {}

    /** One thing that is not the same in all runs: its word in {@link Scenario#text}, and its value in each of them. */
    public record Difference(String what, List<String> values) {

        public Difference {
            values = List.copyOf(values);
        }
    }

    public Contrast {
        sides = List.copyOf(sides);
        if (sides.size() < 2 || sides.size() > MOST_SIDES) {
            throw new IllegalArgumentException(sides.size() + " sides");
        }
    }

    /** The same runs for so many epochs, with so many images of each (0 for all), from this seed. */
    public Contrast with(int epochs, int limit, long seed) {
        return new Contrast(
                id,
                sides.stream()
                        .map(side -> new Side(side.name, with(side.scenario, epochs, limit, seed)))
                        .toList());
    }

    /** What differs between scenarios, in the order of their words; a word that one of them has not is empty there. */
    public static List<Difference> differences(List<Scenario> scenarios) {
        List<Map<String, String>> words =
                scenarios.stream().map(Contrast::words).toList();
        Set<String> all = new LinkedHashSet<>();
        words.forEach(said -> all.addAll(said.keySet()));
        return all.stream()
                .map(word -> new Difference(
                        word,
                        words.stream().map(said -> said.getOrDefault(word, "")).toList()))
                .filter(difference -> difference.values.stream().distinct().count() > 1)
                .toList();
    }

    private static Scenario with(Scenario scenario, int epochs, int limit, long seed) {
        TrainingPlan plan = scenario.plan();
        return new Scenario(
                scenario.data(),
                scenario.network(),
                scenario.options(),
                new TrainingPlan(
                        plan.optimizer(),
                        plan.learningRate(),
                        plan.schedule(),
                        plan.batchSize(),
                        epochs,
                        seed,
                        limit,
                        plan.labelNoise()),
                scenario.preparation());
    }

    private static Map<String, String> words(Scenario scenario) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String word : scenario.text().split(" ")) {
            int equals = word.indexOf('=');
            words.put(
                    word.substring(0, equals),
                    word.substring(equals + 1).replace("%20", " ").replace("%25", "%"));
        }
        // Said only where there is some.
        words.putIfAbsent(Scenario.LABEL_NOISE, "0");
        return words;
    }
}
