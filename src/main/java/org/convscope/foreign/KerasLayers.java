package org.convscope.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.blueprint.Pooling;
import org.convscope.net.Parameter;
import org.convscope.problem.Problem;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Tensor;

/**
 * How the layers of Keras, and of TensorFlow.js, which took them over, are drawn. Their maps are {@code [H, W, C]},
 * their kernels {@code [rows, columns, in, out]}; both are turned.
 */
final class KerasLayers {

    private static final int MOST_UNITS = 1 << 20;
    private static final double EPSILON = 1e-3;
    private static final double MOMENTUM = 0.99;

    /** Layers that do nothing while a network is looked at; only training with them is another. */
    private static final Set<String> ONLY_WHILE_LEARNING = Set.of(
            "GaussianNoise",
            "GaussianDropout",
            "AlphaDropout",
            "SpatialDropout2D",
            "ActivityRegularization",
            "RandomFlip",
            "RandomRotation",
            "RandomZoom",
            "RandomTranslation",
            "RandomContrast",
            "RandomBrightness");

    private final String file;
    private final Sketch sketch;
    private final WeightBook book;
    private final Shape input;

    KerasLayers(String file, Sketch sketch, WeightBook book, Shape input) {
        this.file = file;
        this.sketch = sketch;
        this.book = book;
        this.input = input;
    }

    Place draw(Layer layer, List<Place> from) {
        Settings settings = layer.settings();
        if (settings.word("data_format").orElse("channels_last").equals("channels_first")) {
            throw new NotUnderstood("channels_first");
        }
        if (ONLY_WHILE_LEARNING.contains(layer.kind())) {
            sketch.remark(Problem.of("foreign.leftOut", layer.name(), layer.kind()));
            return one(from);
        }
        return switch (layer.kind()) {
            case "InputLayer" -> sketch.input(input);
            case "Conv2D", "Convolution2D" -> conv(layer, one(from));
            case "MaxPooling2D", "MaxPool2D" -> pool(layer, one(from), Pooling.MAX);
            case "AveragePooling2D", "AvgPool2D" -> pool(layer, one(from), Pooling.AVERAGE);
            case "GlobalAveragePooling2D", "GlobalAvgPool2D" -> sketch.globalMean(
                    layer.name(), withoutAxes(layer, one(from)));
            case "GlobalMaxPooling2D", "GlobalMaxPool2D" -> sketch.globalMax(
                    layer.name(), withoutAxes(layer, one(from)));
            case "Flatten" -> one(from).plain().flattened();
            case "Reshape" -> reshaped(layer, one(from));
            case "Dense" -> dense(layer, one(from));
            case "Activation" -> function(layer.name(), one(from), settings, "activation");
            case "ReLU" -> relu(layer, one(from));
            case "LeakyReLU" -> leaky(layer, one(from));
            case "Softmax" -> sketch.softmax(layer.name(), one(from));
            case "BatchNormalization", "BatchNormalizationV1", "BatchNormalizationV2" -> norm(layer, one(from));
            case "Dropout" -> sketch.dropout(layer.name(), one(from), settings.number("rate", 0));
            case "Add" -> sketch.sum(layer.name(), several(from));
            case "Concatenate" -> concat(layer, several(from));
            case "ZeroPadding2D" -> one(from).maps().padded(zeros(settings));
            case "Rescaling" -> rescaled(layer, one(from));
            default -> throw new NotUnderstood("");
        };
    }

    private Place conv(Layer layer, Place from) {
        Settings settings = layer.settings();
        int[] kernel = settings.pair("kernel_size", 1);
        int[] stride = settings.pair("strides", 1);
        if (settings.has("dilation_rate") && !isOne(settings.pair("dilation_rate", 1))) {
            throw new NotUnderstood("dilation_rate " + Settings.quote(settings.json("dilation_rate")));
        }
        if (settings.has("groups") && settings.integer("groups", 1, MOST_UNITS) != 1) {
            throw new NotUnderstood("groups " + Settings.quote(settings.json("groups")));
        }
        Pads pads = padding(settings, from.maps(), kernel, stride);
        int in = from.shape().channels();
        int out = settings.integer("filters", 1, MOST_UNITS);
        mustFit(layer, (long) kernel[0] * kernel[1] * in * out);
        float[] values = book.read(layer.name(), "kernel", Shape.of(kernel[0], kernel[1], in, out));
        Tensor weights = Tensor.of(
                Shape.of(out, in, kernel[0], kernel[1]), outermostLast(values, kernel[0] * kernel[1], in, out));
        Place sums = sketch.conv(layer.name(), from, weights, bias(layer, out), stride, pads);
        return function(layer.name() + "_", sums, settings, "activation");
    }

    // [cells, in, out] to [out, in, cells].
    private static float[] outermostLast(float[] values, int cells, int in, int out) {
        float[] turned = new float[values.length];
        int next = 0;
        for (int cell = 0; cell < cells; cell++) {
            for (int channel = 0; channel < in; channel++) {
                for (int filter = 0; filter < out; filter++) {
                    turned[(filter * in + channel) * cells + cell] = values[next++];
                }
            }
        }
        return turned;
    }

    private Place pool(Layer layer, Place from, Pooling kind) {
        Settings settings = layer.settings();
        int[] kernel = settings.pair("pool_size", 1);
        int[] stride = settings.has("strides") ? settings.pair("strides", 1) : kernel;
        return sketch.pool(layer.name(), from, kind, kernel, stride, padding(settings, from.maps(), kernel, stride));
    }

    private static Pads padding(Settings settings, Place from, int[] kernel, int[] stride) {
        String padding = settings.word("padding").orElse("valid");
        if (padding.equalsIgnoreCase("same")) {
            Pads before = from.pads();
            return Pads.same(
                    from.shape().height() + before.top() + before.bottom(),
                    from.shape().width() + before.left() + before.right(),
                    kernel[0],
                    kernel[1],
                    stride[0],
                    stride[1]);
        }
        if (!padding.equalsIgnoreCase("valid")) {
            throw new NotUnderstood("padding " + padding);
        }
        return Pads.NONE;
    }

    private Place dense(Layer layer, Place from) {
        int units = layer.settings().integer("units", 1, MOST_UNITS);
        Shape shape = from.plain().shape();
        boolean maps = shape.isMaps() && !from.flat();
        int in = maps ? shape.channels() : shape.size();
        mustFit(layer, (long) in * units);
        float[] values = book.read(layer.name(), "kernel", Shape.of(in, units));
        Tensor bias = bias(layer, units);
        Place sums;
        if (maps) {
            // Keras gives every cell's channels to a dense layer by themselves: a convolution of one cell.
            Tensor kernel = Tensor.of(Shape.of(units, in, 1, 1), outermostLast(values, 1, in, units));
            sums = sketch.conv(layer.name(), from, kernel, bias, new int[] {1, 1}, Pads.NONE);
        } else {
            int cells = shape.isMaps() ? shape.height() * shape.width() : 1;
            Tensor weights = Tensor.of(Shape.of(units, in), outermostLast(values, cells, in / cells, units));
            sums = sketch.dense(layer.name(), from, weights, bias);
        }
        return function(layer.name() + "_", sums, layer.settings(), "activation");
    }

    private Tensor bias(Layer layer, int length) {
        return layer.settings().truth("use_bias", true)
                ? Tensor.of(Shape.of(length), book.read(layer.name(), "bias", Shape.of(length)))
                : Sketch.constant(length, 0);
    }

    private Place norm(Layer layer, Place from) {
        Settings settings = layer.settings();
        int length = from.normed();
        JsonNode axis = settings.json("axis");
        int last = from.shape().isMaps() && !from.flat() ? 3 : 1;
        int wanted = axis.isArray() && axis.size() == 1 ? axis.get(0).asInt(-1) : axis.asInt(-1);
        if (wanted != -1 && wanted != last) {
            throw new NotUnderstood("axis " + Settings.quote(axis));
        }
        Map<Parameter, Tensor> learned = new EnumMap<>(Parameter.class);
        learned.put(Parameter.SCALE, vector(layer, "gamma", settings.truth("scale", true), length, 1));
        learned.put(Parameter.SHIFT, vector(layer, "beta", settings.truth("center", true), length, 0));
        learned.put(Parameter.MEAN, vector(layer, "moving_mean", true, length, 0));
        learned.put(Parameter.VARIANCE, vector(layer, "moving_variance", true, length, 1));
        double epsilon = settings.number("epsilon", EPSILON);
        double momentum = settings.number("momentum", MOMENTUM);
        if (!(epsilon > 0 && epsilon < 1)) {
            throw settings.wrong("epsilon");
        }
        if (!(momentum >= 0 && momentum <= 1)) {
            throw settings.wrong("momentum");
        }
        return sketch.norm(layer.name(), from, epsilon, momentum, learned);
    }

    private Tensor vector(Layer layer, String weight, boolean there, int length, float otherwise) {
        return there
                ? Tensor.of(Shape.of(length), book.read(layer.name(), weight, Shape.of(length)))
                : Sketch.constant(length, otherwise);
    }

    private Place relu(Layer layer, Place from) {
        Settings settings = layer.settings();
        if (settings.has("max_value")) {
            throw new NotUnderstood("max_value " + Settings.quote(settings.json("max_value")));
        }
        if (settings.number("threshold", 0) != 0) {
            throw new NotUnderstood("threshold " + Settings.quote(settings.json("threshold")));
        }
        double slope = settings.number("negative_slope", 0);
        return sketch.activation(layer.name(), from, slope == 0 ? Nonlinearity.RELU : leaky(slope));
    }

    private Place leaky(Layer layer, Place from) {
        Settings settings = layer.settings();
        double slope = settings.number("negative_slope", settings.number("alpha", 0.3));
        return sketch.activation(layer.name(), from, leaky(slope));
    }

    private static Nonlinearity leaky(double slope) {
        if (Math.abs(slope - Nonlinearity.LEAK) > 1e-6) {
            throw new NotUnderstood("slope " + slope);
        }
        return Nonlinearity.LEAKY_RELU;
    }

    /** A function that is named: as a node of its own, or nothing where there is none. */
    private Place function(String id, Place from, Settings settings, String setting) {
        JsonNode named = settings.json(setting);
        if (named.isObject()) {
            named = named.path("config");
        }
        if (named.isMissingNode() || named.isNull()) {
            return from;
        }
        if (!named.isTextual()) {
            throw new NotUnderstood(setting + " " + Settings.quote(settings.json(setting)));
        }
        String fused = id.endsWith("_") ? id + named.textValue() : id;
        return switch (named.textValue()) {
            case "linear" -> from;
            case "relu" -> sketch.activation(fused, from, Nonlinearity.RELU);
            case "tanh" -> sketch.activation(fused, from, Nonlinearity.TANH);
            case "sigmoid" -> sketch.activation(fused, from, Nonlinearity.SIGMOID);
            case "softmax" -> sketch.softmax(fused, from);
            default -> throw new NotUnderstood(setting + " " + Settings.quote(named));
        };
    }

    private Place concat(Layer layer, List<Place> from) {
        int axis = layer.settings().has("axis") ? layer.settings().integer("axis", -4, 4) : -1;
        if (axis != -1 && axis != 3) {
            throw new NotUnderstood("axis " + axis);
        }
        return sketch.concat(layer.name(), from);
    }

    private static Pads zeros(Settings settings) {
        JsonNode padding = settings.json("padding");
        if (padding.isArray() && padding.size() == 2 && padding.get(0).isArray()) {
            Settings sides = settings.part("padding");
            int[] rows = side(sides, padding.get(0));
            int[] columns = side(sides, padding.get(1));
            return new Pads(rows[0], rows[1], columns[0], columns[1]);
        }
        int[] both = settings.pair("padding", 0);
        return Pads.around(both[0], both[1]);
    }

    private static int[] side(Settings sides, JsonNode pair) {
        int[] cells = new int[2];
        for (int end = 0; end < 2; end++) {
            JsonNode value = pair.path(end);
            if (!value.isIntegralNumber() || value.asLong() < 0 || value.asLong() > Settings.LONGEST_WINDOW) {
                throw sides.wrong("padding");
            }
            cells[end] = value.intValue();
        }
        return cells;
    }

    private static Place withoutAxes(Layer layer, Place from) {
        if (layer.settings().truth("keepdims", false)) {
            throw new NotUnderstood("keepdims");
        }
        return from;
    }

    // Rows and columns become one map, or maps a vector; any other reshaping mixes what belongs together.
    private static Place reshaped(Layer layer, Place from) {
        JsonNode target = layer.settings().json("target_shape");
        Shape shape = from.plain().shape();
        boolean vector = target.size() == 1
                && (target.get(0).asLong() == shape.size() || target.get(0).asLong() == -1);
        if (vector) {
            return from.flattened();
        }
        boolean same = shape.isMaps()
                && target.size() == 3
                && target.get(0).asLong() == shape.height()
                && target.get(1).asLong() == shape.width()
                && target.get(2).asLong() == shape.channels();
        if (!same) {
            throw new NotUnderstood("target_shape " + Settings.quote(target));
        }
        return Place.of(from.node(), shape);
    }

    // Images come here from 0 to 1, not from 0 to 255.
    private Place rescaled(Layer layer, Place from) {
        double scale = layer.settings().number("scale", 1);
        double offset = layer.settings().number("offset", 0);
        if (Math.abs(255 * scale - 1) > 1e-6 || offset != 0) {
            throw new NotUnderstood("scale " + scale + ", offset " + offset);
        }
        sketch.remark(Problem.of("foreign.rescaled", layer.name()));
        return from;
    }

    // More numbers than the file has bytes cannot be in it; told apart before a shape is made of them.
    private void mustFit(Layer layer, long numbers) {
        if (numbers > Integer.MAX_VALUE / 4) {
            throw Problem.of("foreign.tooLarge", file, layer.name(), numbers, Integer.MAX_VALUE / 4)
                    .asException();
        }
    }

    private static boolean isOne(int[] pair) {
        return pair[0] == 1 && pair[1] == 1;
    }

    private static Place one(List<Place> from) {
        if (from.size() != 1) {
            throw new NotUnderstood(from.size() + " inputs");
        }
        return from.get(0);
    }

    private static List<Place> several(List<Place> from) {
        if (from.size() < 2) {
            throw new NotUnderstood(from.size() + " inputs");
        }
        return from;
    }
}
