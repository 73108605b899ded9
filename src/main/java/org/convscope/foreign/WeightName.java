package org.convscope.foreign;

/** Names of weights as TensorFlow joins them: {@code block/conv/kernel:0}. */
final class WeightName {

    private WeightName() {}

    /** What the weight itself is called: {@code kernel}. */
    static String last(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int colon = name.indexOf(':');
        return colon < 0 ? name : name.substring(0, colon);
    }

    /** The layer that it belongs to: {@code conv}; empty where none is named. */
    static String layer(String path) {
        int end = path.lastIndexOf('/');
        return end < 0 ? "" : path.substring(path.lastIndexOf('/', end - 1) + 1, end);
    }
}
