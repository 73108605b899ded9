package org.convscope.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.convscope.problem.Problem;
import org.convscope.problem.ProblemException;
import org.convscope.tensor.Shape;

/**
 * Keras' own description of a model, as Keras 2, Keras 3 and TensorFlow.js write it: a list of layers, one after the
 * other in a Sequential, and by the names of those they read in a Functional.
 */
final class KerasModel {

    private static final int MOST_LAYERS = 4096;
    private static final String INPUT = "InputLayer";

    private final Path path;
    private final String file;
    private final JsonNode model;
    private final WeightBook book;

    KerasModel(Path path, JsonNode model, WeightBook book) {
        this.path = path;
        this.file = path.toString();
        this.model = model;
        this.book = book;
    }

    ForeignModel draw(String format) {
        String kind = model.path("class_name").asText("–");
        JsonNode config = model.path("config");
        JsonNode list = config.isArray() ? config : config.path("layers");
        if (!list.isArray() || list.isEmpty() || list.size() > MOST_LAYERS) {
            throw wrong("layers", list);
        }
        boolean sequential = kind.equals("Sequential");
        if (!sequential && !kind.equals("Functional") && !kind.equals("Model")) {
            throw wrong("class_name", model.path("class_name"));
        }
        List<Layer> layers = sequential ? chain(list) : inOrder(graph(list));
        Sketch sketch = new Sketch(file);
        KerasLayers hand = new KerasLayers(file, sketch, book, shape(layers, list));
        layers.forEach(layer -> sketch.draw(layer, hand::draw));
        String end = sequential ? layers.get(layers.size() - 1).name() : end(config.path("output_layers"), sketch);
        return sketch.done(format, ModelName.id(path), end, new Labels(path));
    }

    private List<Layer> chain(JsonNode list) {
        List<Layer> layers = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonNode one : list) {
            Layer layer = layer(one, layers.isEmpty() ? List.of() : List.of(last(layers)));
            if (layers.isEmpty() && !layer.kind().equals(INPUT)) {
                layers.add(new Layer("", INPUT, new Settings(file, INPUT, one.path("config")), List.of()));
                layer = layer(one, List.of(""));
            }
            layers.add(layer);
            if (!names.add(layer.name())) {
                throw wrong("name", one.path("config").path("name"));
            }
        }
        return layers;
    }

    private static String last(List<Layer> layers) {
        return layers.get(layers.size() - 1).name();
    }

    private Map<String, Layer> graph(JsonNode list) {
        Map<String, Layer> layers = new LinkedHashMap<>();
        for (JsonNode one : list) {
            JsonNode nodes = one.path("inbound_nodes");
            List<String> inputs = new ArrayList<>();
            String kind = one.path("class_name").asText();
            // A layer that is used twice has one set of weights in two places.
            boolean shared =
                    nodes.isArray() && nodes.size() > 1 && (nodes.get(0).isObject() || isList(nodes.get(0)));
            if (nodes.isArray() && !nodes.isEmpty()) {
                read(nodes.get(0).isObject() ? nodes.get(0).path("args") : shared ? nodes.get(0) : nodes, inputs);
            }
            Layer layer = layer(one, inputs);
            if (shared) {
                layer = new Layer(layer.name(), kind + " used " + nodes.size() + " times", layer.settings(), inputs);
            }
            if (layers.put(layer.name(), layer) != null) {
                throw wrong("name", one.path("config").path("name"));
            }
        }
        return layers;
    }

    // [[["a", 0, 0, {}], ["b", 0, 0, {}]]] or [["a", 0, 0, {}]] once, {"keras_history": ["a", 0, 0]} today.
    private void read(JsonNode where, List<String> inputs) {
        if (where.isArray()
                && where.size() >= 3
                && where.get(0).isTextual()
                && where.get(1).isNumber()) {
            inputs.add(where.get(0).textValue());
        } else if (where.path("keras_history").isArray()) {
            read(where.path("keras_history"), inputs);
        } else if (where.isArray() || where.isObject()) {
            where.forEach(below -> read(below, inputs));
        }
        if (inputs.size() > MOST_LAYERS) {
            throw wrong("inbound_nodes", where);
        }
    }

    private static boolean isList(JsonNode node) {
        return node.isArray() && node.size() > 0 && node.get(0).isArray();
    }

    private Layer layer(JsonNode one, List<String> inputs) {
        JsonNode config = one.path("config");
        String name = config.path("name").asText(one.path("name").asText(""));
        if (!one.path("class_name").isTextual() || !config.isObject() || name.isEmpty()) {
            throw wrong("layers", one);
        }
        return new Layer(name, shown(one.path("class_name").textValue()), new Settings(file, name, config), inputs);
    }

    private static String shown(String kind) {
        return kind.length() > 40 ? kind.substring(0, 40) + "…" : kind;
    }

    /** Layers after those that they read, whatever the order in the file; a circle has none. */
    private List<Layer> inOrder(Map<String, Layer> layers) {
        List<Layer> ordered = new ArrayList<>();
        Set<String> done = new HashSet<>();
        Deque<Layer> waiting = new ArrayDeque<>(layers.values());
        int unmoved = 0;
        while (!waiting.isEmpty() && unmoved <= waiting.size()) {
            Layer next = waiting.poll();
            if (done.containsAll(next.inputs())) {
                ordered.add(next);
                done.add(next.name());
                unmoved = 0;
            } else {
                waiting.add(next);
                unmoved++;
            }
        }
        if (!waiting.isEmpty()) {
            Layer stuck = waiting.peek();
            throw Problem.of("foreign.order", file, stuck.name(), String.join(", ", stuck.inputs()))
                    .asException();
        }
        return ordered;
    }

    /** The first of the outputs; the others are named. */
    private String end(JsonNode outputs, Sketch sketch) {
        List<String> names = new ArrayList<>();
        read(outputs, names);
        if (names.isEmpty()) {
            throw wrong("output_layers", outputs);
        }
        if (names.size() > 1) {
            sketch.remark(Problem.of("foreign.otherOutputs", file, names.get(0), names.subList(1, names.size())));
        }
        return names.get(0);
    }

    /** {@code [C, H, W]} of what goes in; grey images may come without channels. */
    private Shape shape(List<Layer> layers, JsonNode list) {
        Settings first = layers.get(0).settings();
        JsonNode batch = first.has("batch_input_shape")
                ? first.json("batch_input_shape")
                : first.has("batch_shape")
                        ? first.json("batch_shape")
                        : list.get(0).path("batch_input_shape");
        if (!batch.isArray() || batch.size() < 3 || batch.size() > 4) {
            throw wrong("batch_input_shape", batch);
        }
        Optional<Shape> beside = InputFile.read(path);
        if (beside.isPresent()) {
            return beside.get();
        }
        long[] lengths = {0, 0, 1};
        for (int axis = 1; axis < batch.size(); axis++) {
            if (batch.get(axis).isNull()) {
                throw Problem.of("foreign.noInput", file, InputFile.beside(path))
                        .asException();
            }
            if (!batch.get(axis).isIntegralNumber() || !batch.get(axis).canConvertToInt()) {
                throw wrong("batch_input_shape", batch);
            }
            lengths[axis - 1] = batch.get(axis).asLong();
        }
        return InputFile.shape(file, lengths[2], lengths[0], lengths[1]);
    }

    private ProblemException wrong(String name, JsonNode found) {
        return Problem.of("foreign.setting", file, name, Settings.quote(found)).asException();
    }
}
