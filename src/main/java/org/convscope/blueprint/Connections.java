package org.convscope.blueprint;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Which input maps each output map of a convolution reads. Nearly always all of them; LeNet-5 of 1998 gave each map of
 * its second convolution a few of its own (LeCun and others, table I), and AlexNet of 2012 gave each half one half.
 *
 * @param table the input maps of each output map, ascending; empty where every one reads all
 */
public record Connections(List<List<Integer>> table) {

    /** Every output map reads every input map. */
    public static final Connections ALL = new Connections(List.of());

    public Connections {
        table = table.stream().map(List::copyOf).toList();
        for (List<Integer> inputs : table) {
            for (int i = 0; i < inputs.size(); i++) {
                if (inputs.get(i) < 0 || i > 0 && inputs.get(i) <= inputs.get(i - 1)) {
                    throw new IllegalArgumentException("Input maps are listed once, ascending: " + inputs);
                }
            }
            if (inputs.isEmpty()) {
                throw new IllegalArgumentException("A map that reads none is no map");
            }
        }
    }

    /** As many groups of maps, each output group reading its own input group alone. */
    public static Connections groups(int groups, int inputs, int outputs) {
        if (inputs % groups != 0 || outputs % groups != 0) {
            throw new IllegalArgumentException(groups + " groups of " + inputs + " and " + outputs + " maps");
        }
        int some = inputs / groups;
        return new Connections(IntStream.range(0, outputs)
                .map(output -> output / (outputs / groups) * some)
                .mapToObj(first -> IntStream.range(first, first + some).boxed().toList())
                .toList());
    }

    /** Whether every output map reads every input map. */
    public boolean areAll() {
        return table.isEmpty();
    }

    /** Whether an output map reads an input map. */
    public boolean has(int output, int input) {
        return areAll() || table.get(output).contains(input);
    }

    /** How many pairs of so many output and input maps are connected. */
    public int count(int outputs, int inputs) {
        return areAll() ? outputs * inputs : table.stream().mapToInt(List::size).sum();
    }
}
