package org.convscope.foreign;

import java.util.List;

/**
 * One layer as its file has it.
 *
 * @param name unique in the file
 * @param kind what the file calls its operation
 * @param settings its numbers and words
 * @param inputs names of the layers that it reads
 */
record Layer(String name, String kind, Settings settings, List<String> inputs) {

    Layer {
        inputs = List.copyOf(inputs);
    }
}
