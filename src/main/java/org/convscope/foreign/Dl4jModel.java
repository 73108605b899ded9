package org.convscope.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.convscope.problem.Problem;
import org.convscope.problem.ProblemException;
import org.convscope.tensor.Shape;

/**
 * DL4J's description of a network: a MultiLayerNetwork has {@code confs}, one after the other, a ComputationGraph
 * has {@code vertices} with the names of those they read. Names of Java classes say which kind a layer is; they are
 * compared as words.
 */
final class Dl4jModel {

    private static final int MOST_LAYERS = 4096;

    private final Path path;
    private final String file;
    private final JsonNode json;
    private final List<Layer> layers = new ArrayList<>();

    /** Settings of what reshapes a layer's input, by the layer. */
    private final Map<String, Settings> reshapes = new HashMap<>();

    private String end = "";

    Dl4jModel(Path path, JsonNode json) {
        this.path = path;
        this.file = path.toString();
        this.json = json;
    }

    /** Reads the parameters: the first so many; whether there must be no others. */
    @FunctionalInterface
    interface Vector {
        Coefficients read(long wanted, boolean whole);
    }

    ForeignModel draw(Vector vector) {
        if (json.path("confs").isArray()) {
            readChain();
        } else if (json.path("vertices").isObject()) {
            readGraph();
        } else {
            throw wrong("confs", json.path("confs"));
        }
        Sketch sketch = new Sketch(file);
        Shape input = new Dl4jInput(path, layers, reshapes).shape(sketch);
        Map<String, Long> offsets = new HashMap<>();
        long next = 0;
        boolean whole = true;
        for (Layer layer : layers) {
            long count = Dl4jLayers.parameters(layer);
            if (whole) {
                offsets.put(layer.name(), next);
            }
            whole &= count >= 0;
            next += whole ? count : 0;
            if (next > Integer.MAX_VALUE) {
                throw Problem.of("foreign.tooLarge", file, layer.name(), next, Integer.MAX_VALUE)
                        .asException();
            }
        }
        Dl4jLayers hand = new Dl4jLayers(sketch, vector.read(next, whole), offsets, reshapes, input);
        layers.forEach(layer -> sketch.draw(layer, hand::draw));
        return sketch.done("DL4J", ModelName.id(path), end, new Labels(path));
    }

    private void readChain() {
        JsonNode confs = json.path("confs");
        mustBeFew(confs);
        layers.add(new Layer(Dl4jLayers.INPUT, Dl4jLayers.INPUT, settings("", json), List.of()));
        for (int i = 0; i < confs.size(); i++) {
            JsonNode conf = confs.get(i).path("layer");
            String name = i + ":" + conf.path("layerName").asText("layer" + i);
            layers.add(layer(name, conf, List.of(layers.get(i).name())));
            reshape(name, json.path("inputPreProcessors").path(String.valueOf(i)));
            end = name;
        }
    }

    private void readGraph() {
        JsonNode vertices = json.path("vertices");
        mustBeFew(vertices);
        Map<String, Integer> inputs = new LinkedHashMap<>();
        for (JsonNode input : json.path("networkInputs")) {
            inputs.put(input.asText(), inputs.size());
            layers.add(new Layer(input.asText(), Dl4jLayers.INPUT, settings("", json), List.of()));
        }
        // Parameters stand in this order, whatever the order of the vertices in the file.
        JsonNode order = json.path("topologicalOrderStr");
        if (!order.isArray() || order.size() != vertices.size() + inputs.size()) {
            throw wrong("topologicalOrderStr", order);
        }
        for (JsonNode next : order) {
            String name = next.asText();
            if (inputs.containsKey(name)) {
                continue;
            }
            JsonNode vertex = vertices.path(name);
            if (!vertex.isObject()
                    || layers.stream().anyMatch(layer -> layer.name().equals(name))) {
                throw wrong("topologicalOrderStr", next);
            }
            List<String> from = new ArrayList<>();
            json.path("vertexInputs").path(name).forEach(one -> from.add(one.asText()));
            boolean hasLayer = kind(vertex).equals("LayerVertex");
            layers.add(layer(name, hasLayer ? vertex.path("layerConf").path("layer") : vertex, from));
            reshape(name, vertex.path("preProcessor"));
        }
        JsonNode outputs = json.path("networkOutputs");
        end = outputs.path(0).asText("");
    }

    private void reshape(String name, JsonNode preProcessor) {
        if (preProcessor.isObject()) {
            reshapes.put(name, settings(name + ".preProcessor", preProcessor));
        }
    }

    private Layer layer(String name, JsonNode settings, List<String> inputs) {
        return new Layer(name, kind(settings), settings(name, settings), inputs);
    }

    private Settings settings(String name, JsonNode settings) {
        return new Settings(file, name, settings);
    }

    /** The last word of a class's name; never more than that is made of it. */
    static String kind(JsonNode settings) {
        String name = settings.path("@class").asText("–");
        String kind = name.substring(name.lastIndexOf('.') + 1);
        return kind.length() > 40 ? kind.substring(0, 40) + "…" : kind;
    }

    private void mustBeFew(JsonNode list) {
        if (list.isEmpty() || list.size() > MOST_LAYERS) {
            throw wrong("layers", list);
        }
    }

    private ProblemException wrong(String name, JsonNode found) {
        return Problem.of("foreign.setting", file, name, Settings.quote(found)).asException();
    }

    /** The layer of this name, if there is one. */
    static Optional<Layer> named(List<Layer> layers, String name) {
        return layers.stream().filter(layer -> layer.name().equals(name)).findFirst();
    }
}
