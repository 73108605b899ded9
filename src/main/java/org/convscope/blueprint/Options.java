package org.convscope.blueprint;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.convscope.problem.Problem;

/** What was chosen for an architecture's {@link Choice}s: complete and checked. */
public final class Options {

    private final SortedMap<String, String> values;

    private Options(SortedMap<String, String> values) {
        this.values = Collections.unmodifiableSortedMap(values);
    }

    /** Checks {@code wanted} against the choices there are; what is not wanted takes its default. */
    public static Options of(List<Choice> choices, Map<String, String> wanted) {
        SortedMap<String, String> values = new TreeMap<>();
        choices.forEach(choice -> values.put(choice.key(), choice.standard()));
        wanted.forEach((key, value) -> {
            Choice choice = choices.stream()
                    .filter(candidate -> candidate.key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> Problem.of("blueprint.noOption", key, String.join(", ", values.keySet()))
                            .asException());
            if (!choice.values().contains(value)) {
                throw Problem.of("blueprint.noValue", key, value, String.join(", ", choice.values()))
                        .asException();
            }
            values.put(key, value);
        });
        return new Options(values);
    }

    /** The value of a choice. */
    public String get(String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("No choice called " + key);
        }
        return value;
    }

    /** Whether there is a choice of this key and {@code value} was chosen. */
    public boolean is(String key, String value) {
        return value.equals(values.get(key));
    }

    /** All of them, by key. */
    public Map<String, String> asMap() {
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Options options && values.equals(options.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** As a person types it: {@code activation=relu pool=max}. */
    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
    }
}
