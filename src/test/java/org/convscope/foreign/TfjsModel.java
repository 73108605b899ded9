package org.convscope.foreign;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A TensorFlow.js model written by hand, whose layers read the one before unless they say what else. Settings are
 * JSON with single quotes, without the braces.
 */
final class TfjsModel {

    private final List<String> layers = new ArrayList<>();
    private final List<String> weights = new ArrayList<>();
    private ByteBuffer bytes = ByteBuffer.allocate(0);
    private String last = "";
    private String outputs = "";

    /** Begins with images of this size. */
    static TfjsModel of(int height, int width, int channels) {
        TfjsModel model = new TfjsModel();
        return model.layer(
                "image", "InputLayer", "'batch_input_shape':[null,%d,%d,%d]".formatted(height, width, channels));
    }

    TfjsModel layer(String name, String kind, String settings) {
        return last.isEmpty() ? layer(name, kind, settings, List.of()) : layer(name, kind, settings, List.of(last));
    }

    TfjsModel layer(String name, String kind, String settings, List<String> inputs) {
        String nodes = inputs.isEmpty() ? "[]" : "[[" + references(inputs) + "]]";
        String more = settings.isEmpty() ? "" : "," + settings;
        layers.add("{'class_name':'%s','name':'%s','config':{'name':'%s'%s},'inbound_nodes':%s}"
                .formatted(kind, name, name, more, nodes));
        last = name;
        return this;
    }

    /** The layers whose values come out; without, the last. */
    TfjsModel outputs(String... names) {
        outputs = references(List.of(names));
        return this;
    }

    /** A weight of 32 bits a value, named {@code layer/weight}. */
    TfjsModel weight(String name, List<Integer> shape, float... values) {
        ByteBuffer content = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            content.putFloat(value);
        }
        return weight(name, shape, "'dtype':'float32'", content.array());
    }

    /** A weight whose values are written as {@code type} says. */
    TfjsModel weight(String name, List<Integer> shape, String type, byte[] content) {
        weights.add("{'name':'%s','shape':%s,%s}".formatted(name, shape, type));
        bytes = ByteBuffer.allocate(bytes.capacity() + content.length)
                .put(bytes.array())
                .put(content);
        return this;
    }

    /** Puts it into a folder; the path of its {@code model.json}. */
    Path write(Path folder) throws IOException {
        Files.write(folder.resolve("shard.bin"), bytes.array());
        Path file = folder.resolve("model.json");
        Files.writeString(file, text(), StandardCharsets.UTF_8);
        return file;
    }

    ForeignModel open(Path folder) throws IOException {
        return ForeignModels.open(write(folder));
    }

    String text() {
        String ends = outputs.isEmpty() ? references(List.of(last)) : outputs;
        return ("{'format':'layers-model','modelTopology':{'class_name':'Functional','config':{'layers':["
                        + String.join(",", layers) + "],'output_layers':[" + ends + "]}},'weightsManifest':[{'paths':"
                        + "['shard.bin'],'weights':[" + String.join(",", weights) + "]}]}")
                .replace('\'', '"');
    }

    private static String references(List<String> names) {
        return names.stream().map("['%s',0,0,{}]"::formatted).collect(Collectors.joining(","));
    }
}
