package org.convscope.foreign;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A DL4J network written by hand: a chain, or a graph as soon as a layer says what it reads. Its parameters are 0,
 * 0.1, 0.2 … Settings are JSON with single quotes, without the braces.
 */
final class Dl4jZip {

    private final Map<String, String> layers = new LinkedHashMap<>();
    private final Map<String, String> reads = new LinkedHashMap<>();
    private final Map<String, String> reshapes = new LinkedHashMap<>();
    private final String size;
    private List<String> words = List.of("LONG_SHAPE", "LONG", "MIXED_DATA_TYPES", "FLOAT");
    private String description = "";
    private int numbers;

    private Dl4jZip(String size) {
        this.size = size;
    }

    /** With images of this size, which stands in a file beside; not where it is 0. */
    static Dl4jZip of(int channels, int height, int width) {
        return new Dl4jZip(height == 0 ? "" : channels + "x" + height + "x" + width);
    }

    Dl4jZip layer(String name, String kind, String settings, String... inputs) {
        layers.put(name, "{'@class':'x.%s','layerName':'%s',%s}".formatted(kind, name, settings));
        if (inputs.length > 0) {
            reads.put(name, "['" + String.join("','", inputs) + "']");
        }
        return this;
    }

    /** A layer flattens maps of this size. */
    Dl4jZip flattened(String layer, int channels, int height, int width) {
        return reshaped(layer, "CnnToFeedForwardPreProcessor", channels, height, width);
    }

    /** A layer makes maps of this size of a vector. */
    Dl4jZip unflattened(String layer, int channels, int height, int width) {
        return reshaped(layer, "FeedForwardToCnnPreProcessor", channels, height, width);
    }

    private Dl4jZip reshaped(String layer, String kind, int channels, int height, int width) {
        reshapes.put(
                layer,
                "{'@class':'x.%s','numChannels':%d,'inputHeight':%d,'inputWidth':%d}"
                        .formatted(kind, channels, height, width));
        return this;
    }

    /** So many parameters. */
    Dl4jZip numbers(int count) {
        numbers = count;
        return this;
    }

    /** How the shape is allocated, its type, how the values are allocated, and theirs. */
    Dl4jZip words(String... allocationsAndTypes) {
        words = List.of(allocationsAndTypes);
        return this;
    }

    /** This description in the place of the layers. */
    Dl4jZip describe(String json) {
        description = json;
        return this;
    }

    ForeignModel open(Path folder) throws IOException {
        return ForeignModels.open(write(folder));
    }

    Path write(Path folder) throws IOException {
        Path file = folder.resolve("network.zip");
        Files.deleteIfExists(InputFile.beside(file));
        if (!size.isEmpty()) {
            Files.writeString(InputFile.beside(file), size);
        }
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("configuration.json"));
            String json = description.isEmpty() ? reads.isEmpty() ? chain() : graph() : description;
            zip.write(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("coefficients.bin"));
            zip.write(coefficients());
        }
        return file;
    }

    private String chain() {
        List<String> names = new ArrayList<>(layers.keySet());
        String numbered = reshapes.entrySet().stream()
                .map(reshape -> "'%d':%s".formatted(names.indexOf(reshape.getKey()), reshape.getValue()))
                .collect(Collectors.joining(","));
        String confs = layers.values().stream().map("{'layer':%s}"::formatted).collect(Collectors.joining(","));
        return "{'confs':[%s],'inputPreProcessors':{%s}}".formatted(confs, numbered);
    }

    private String graph() {
        List<String> names = new ArrayList<>(layers.keySet());
        String vertices = layers.entrySet().stream()
                .map(layer -> "'%s':{'@class':'x.LayerVertex','layerConf':{'layer':%s}}"
                        .formatted(layer.getKey(), layer.getValue()))
                .collect(Collectors.joining(","));
        String inputs = reads.entrySet().stream()
                .map(read -> "'%s':%s".formatted(read.getKey(), read.getValue()))
                .collect(Collectors.joining(","));
        return "{'vertices':{%s},'vertexInputs':{%s},'networkInputs':['in'],'networkOutputs':['%s'],%s}"
                .formatted(
                        vertices,
                        inputs,
                        names.get(names.size() - 1),
                        "'topologicalOrderStr':['in','" + String.join("','", names) + "']");
    }

    private byte[] coefficients() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        header(out, words.get(0), 8, words.get(1));
        for (int word = 0; word < 8; word++) {
            out.writeLong(1);
        }
        header(out, words.get(2), numbers, words.get(3));
        for (int i = 0; i < numbers; i++) {
            out.writeFloat(i * 0.1f);
        }
        return bytes.toByteArray();
    }

    private static void header(DataOutputStream out, String allocation, int length, String type) throws IOException {
        out.writeUTF(allocation);
        if (allocation.equals("HEAP")) {
            out.writeInt(length);
        } else {
            out.writeLong(length);
        }
        out.writeUTF(type);
    }
}
