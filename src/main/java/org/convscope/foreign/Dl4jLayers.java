package org.convscope.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.blueprint.Pooling;
import org.convscope.net.Parameter;
import org.convscope.problem.Problem;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Tensor;

/**
 * How DL4J's layers are drawn. Its maps are {@code [C, H, W]} as ours. A convolution's biases stand before its
 * kernels {@code [out, in, rows, columns]}; a dense layer's weights {@code [in, out]}, column after column, before
 * its biases.
 */
final class Dl4jLayers {

    /** The kind of what goes into a network; DL4J has no layer for it. */
    static final String INPUT = "input";

    private static final int MOST_UNITS = 1 << 20;
    private static final Set<String> WITHOUT_PARAMETERS = Set.of(
            INPUT,
            "SubsamplingLayer",
            "Subsampling2D",
            "ActivationLayer",
            "GlobalPoolingLayer",
            "DropoutLayer",
            "ZeroPaddingLayer",
            "LossLayer",
            "CnnLossLayer",
            "LocalResponseNormalization",
            "Upsampling2D",
            "Cropping2D",
            "SpaceToDepthLayer",
            "MergeVertex",
            "ElementWiseVertex",
            "ScaleVertex",
            "ShiftVertex",
            "SubsetVertex",
            "L2NormalizeVertex",
            "PreprocessorVertex",
            "ReshapeVertex",
            "StackVertex",
            "UnstackVertex",
            "PoolHelperVertex");

    private final Sketch sketch;
    private final Coefficients coefficients;
    private final Map<String, Long> offsets;
    private final Map<String, Settings> reshapes;
    private final Shape input;

    Dl4jLayers(
            Sketch sketch,
            Coefficients coefficients,
            Map<String, Long> offsets,
            Map<String, Settings> reshapes,
            Shape input) {
        this.sketch = sketch;
        this.coefficients = coefficients;
        this.offsets = offsets;
        this.reshapes = reshapes;
        this.input = input;
    }

    /** How many numbers of the vector belong to a layer; negative where that is not known. */
    static long parameters(Layer layer) {
        Settings settings = layer.settings();
        return switch (layer.kind()) {
            case "ConvolutionLayer", "Convolution2D" -> {
                int[] kernel = settings.pair("kernelSize", 1);
                yield (long) kernel[0] * kernel[1] * nIn(layer) * nOut(layer) + biases(layer);
            }
            case "DenseLayer", "OutputLayer" -> settings.truth("hasLayerNorm", false)
                    ? -1
                    : (long) nIn(layer) * nOut(layer) + biases(layer);
            case "BatchNormalization" -> (settings.truth("lockGammaBeta", false) ? 2L : 4L) * nOut(layer);
            default -> WITHOUT_PARAMETERS.contains(layer.kind()) ? 0 : -1;
        };
    }

    /** What becomes of a length of {@code axis}, 0 for rows. */
    static int slide(Layer layer, int axis, int length) {
        Settings settings = layer.settings();
        if (layer.kind().equals("ZeroPaddingLayer")) {
            Pads pads = zeros(settings);
            return length + (axis == 0 ? pads.top() + pads.bottom() : pads.left() + pads.right());
        }
        if (!settings.has("kernelSize") || !settings.has("stride")) {
            return length;
        }
        int kernel = settings.pair("kernelSize", 1)[axis];
        int stride = settings.pair("stride", 1)[axis];
        if (isSame(settings)) {
            return (length + stride - 1) / stride;
        }
        return Math.floorDiv(length + 2 * settings.pair("padding", 0)[axis] - kernel, stride) + 1;
    }

    /** Whether this makes a vector of maps. */
    static boolean flattens(Settings reshape) {
        return kind(reshape).equals("CnnToFeedForwardPreProcessor");
    }

    /** Whether this makes maps of a vector. */
    static boolean unflattens(Settings reshape) {
        return kind(reshape).equals("FeedForwardToCnnPreProcessor");
    }

    Place draw(Layer layer, List<Place> from) {
        Settings settings = layer.settings();
        if (layer.kind().equals(INPUT)) {
            return sketch.input(input);
        }
        if (layer.kind().equals("MergeVertex")) {
            return sketch.concat(name(layer), several(from));
        }
        if (layer.kind().equals("ElementWiseVertex")) {
            if (!settings.word("op").orElse("").equals("Add")) {
                throw new NotUnderstood("op " + Settings.quote(settings.json("op")));
            }
            return sketch.sum(name(layer), several(from));
        }
        if (from.size() != 1) {
            throw new NotUnderstood(from.size() + " inputs");
        }
        if (settings.word("cnn2dDataFormat").orElse("NCHW").equals("NHWC")
                || settings.word("cnn2DFormat").orElse("NCHW").equals("NHWC")) {
            throw new NotUnderstood("NHWC");
        }
        Place input = dropped(layer, reshaped(layer, from.get(0)));
        return switch (layer.kind()) {
            case "ConvolutionLayer", "Convolution2D" -> conv(layer, input);
            case "SubsamplingLayer", "Subsampling2D" -> pool(layer, input);
            case "DenseLayer", "OutputLayer" -> dense(layer, input);
            case "BatchNormalization" -> norm(layer, input);
            case "ActivationLayer", "LossLayer" -> function(name(layer), input, settings);
            case "LocalResponseNormalization" -> sketch.lrn(
                    name(layer),
                    input,
                    settings.integer("n", 1, MOST_UNITS),
                    settings.number("k", 2),
                    settings.number("alpha", 1e-4),
                    settings.number("beta", 0.75));
            case "DropoutLayer" -> input;
            case "GlobalPoolingLayer" -> global(layer, input);
            case "ZeroPaddingLayer" -> input.maps().padded(zeros(settings));
            default -> throw new NotUnderstood("");
        };
    }

    private Place reshaped(Layer layer, Place from) {
        Settings reshape = reshapes.get(layer.name());
        if (reshape == null || unflattens(reshape) && from.shape().equals(input)) {
            return from;
        }
        if (!flattens(reshape)) {
            throw new NotUnderstood(kind(reshape));
        }
        return from.plain().flattened();
    }

    // DL4J drops what goes into a layer; the probability is that of staying.
    private Place dropped(Layer layer, Place from) {
        Settings dropout = layer.settings().part("idropout");
        if (!layer.settings().has("idropout")) {
            return from;
        }
        if (!kind(dropout).equals("Dropout") || !dropout.has("p")) {
            sketch.remark(Problem.of("foreign.leftOut", name(layer), kind(dropout)));
            return from;
        }
        String id = layer.kind().equals("DropoutLayer") ? name(layer) : name(layer) + "_dropout";
        return sketch.dropout(id, from, 1 - dropout.number("p", 1));
    }

    private Place conv(Layer layer, Place from) {
        Settings settings = layer.settings();
        int[] kernel = settings.pair("kernelSize", 1);
        int[] stride = settings.pair("stride", 1);
        if (settings.has("dilation") && !isOne(settings.pair("dilation", 1))) {
            throw new NotUnderstood("dilation " + Settings.quote(settings.json("dilation")));
        }
        int in = nIn(layer);
        int out = nOut(layer);
        mustRead(layer, from.maps().shape().channels(), in);
        long at = offset(layer);
        Tensor bias = bias(layer, at, out);
        float[] weights = coefficients.part(name(layer), at + biases(layer), count(layer) - (int) biases(layer));
        Tensor kernels = Tensor.of(Shape.of(out, in, kernel[0], kernel[1]), weights);
        Place sums = sketch.conv(name(layer), from, kernels, bias, stride, padding(settings, from, kernel, stride));
        return function(name(layer) + "_", sums, settings);
    }

    private Place pool(Layer layer, Place from) {
        Settings settings = layer.settings();
        String kind = settings.word("poolingType").orElse("–");
        if (!kind.equals("MAX") && !kind.equals("AVG")) {
            throw new NotUnderstood("poolingType " + kind);
        }
        if (settings.has("dilation") && !isOne(settings.pair("dilation", 1))) {
            throw new NotUnderstood("dilation " + Settings.quote(settings.json("dilation")));
        }
        int[] kernel = settings.pair("kernelSize", 1);
        int[] stride = settings.pair("stride", 1);
        Pads pads = padding(settings, from.maps(), kernel, stride);
        if (!pads.isNone() && kind.equals("AVG") && settings.truth("avgPoolIncludePadInDivisor", false)) {
            throw new NotUnderstood("avgPoolIncludePadInDivisor");
        }
        return sketch.pool(name(layer), from, kind.equals("MAX") ? Pooling.MAX : Pooling.AVERAGE, kernel, stride, pads);
    }

    private Place dense(Layer layer, Place from) {
        if (layer.settings().truth("hasLayerNorm", false)) {
            throw new NotUnderstood("hasLayerNorm");
        }
        int in = nIn(layer);
        int out = nOut(layer);
        mustRead(layer, from.shape().size(), in);
        long at = offset(layer);
        float[] weights = coefficients.part(name(layer), at, count(layer) - (int) biases(layer));
        Tensor bias = bias(layer, at + (long) in * out, out);
        Place sums = sketch.dense(name(layer), from, Tensor.of(Shape.of(out, in), weights), bias);
        return function(name(layer) + "_", sums, layer.settings());
    }

    private Place norm(Layer layer, Place from) {
        Settings settings = layer.settings();
        int length = nOut(layer);
        mustRead(layer, from.normed(), length);
        boolean locked = settings.truth("lockGammaBeta", false);
        long at = offset(layer);
        Map<Parameter, Tensor> learned = new EnumMap<>(Parameter.class);
        if (locked) {
            learned.put(Parameter.SCALE, Sketch.constant(length, (float) settings.number("gamma", 1)));
            learned.put(Parameter.SHIFT, Sketch.constant(length, (float) settings.number("beta", 0)));
        } else {
            learned.put(Parameter.SCALE, part(layer, at, length));
            learned.put(Parameter.SHIFT, part(layer, at + length, length));
            at += 2L * length;
        }
        learned.put(Parameter.MEAN, part(layer, at, length));
        float[] variances = coefficients.part(name(layer), at + length, length);
        if (settings.truth("useLogStd", false)) {
            for (int i = 0; i < length; i++) {
                variances[i] = (float) Math.pow(10, 2 * (double) variances[i]);
            }
        }
        learned.put(Parameter.VARIANCE, Tensor.of(Shape.of(length), Finite.check(name(layer), variances)));
        double epsilon = settings.number("eps", 1e-5);
        double decay = settings.number("decay", 0.9);
        if (!(epsilon > 0 && epsilon < 1)) {
            throw settings.wrong("eps");
        }
        if (!(decay >= 0 && decay <= 1)) {
            throw settings.wrong("decay");
        }
        return sketch.norm(name(layer), from, epsilon, decay, learned);
    }

    private Place global(Layer layer, Place from) {
        Settings settings = layer.settings();
        if (!settings.truth("collapseDimensions", true)) {
            throw new NotUnderstood("collapseDimensions");
        }
        String kind = settings.word("poolingType").orElse("–");
        return switch (kind) {
            case "AVG" -> sketch.globalMean(name(layer), from);
            case "MAX" -> sketch.globalMax(name(layer), from);
            default -> throw new NotUnderstood("poolingType " + kind);
        };
    }

    private Place function(String id, Place from, Settings settings) {
        if (!settings.has("activationFn")) {
            return from;
        }
        Settings function = settings.part("activationFn");
        String named = kind(function);
        String word = named.replace("Activation", "").toLowerCase(Locale.ROOT);
        String fused = id.endsWith("_") ? id + word : id;
        return switch (named) {
            case "ActivationIdentity" -> from;
            case "ActivationSigmoid" -> sketch.activation(fused, from, Nonlinearity.SIGMOID);
            case "ActivationTanH" -> sketch.activation(fused, from, Nonlinearity.TANH);
            case "ActivationSoftmax" -> sketch.softmax(fused, from);
            case "ActivationReLU" -> {
                if (function.has("max")
                        || function.number("threshold", 0) != 0
                        || function.number("negativeSlope", 0) != 0) {
                    throw new NotUnderstood("a ReLU with bounds of its own");
                }
                yield sketch.activation(fused, from, Nonlinearity.RELU);
            }
            case "ActivationLReLU" -> {
                double slope = function.number("alpha", Nonlinearity.LEAK);
                if (Math.abs(slope - Nonlinearity.LEAK) > 1e-6) {
                    throw new NotUnderstood("slope " + slope);
                }
                yield sketch.activation(fused, from, Nonlinearity.LEAKY_RELU);
            }
            default -> throw new NotUnderstood("activation " + named);
        };
    }

    private static Pads padding(Settings settings, Place from, int[] kernel, int[] stride) {
        if (isSame(settings)) {
            Pads before = from.pads();
            return Pads.same(
                    from.shape().height() + before.top() + before.bottom(),
                    from.shape().width() + before.left() + before.right(),
                    kernel[0],
                    kernel[1],
                    stride[0],
                    stride[1]);
        }
        String mode = settings.word("convolutionMode").orElse("Truncate");
        if (!mode.equals("Truncate") && !mode.equals("Strict")) {
            throw new NotUnderstood("convolutionMode " + mode);
        }
        int[] padding = settings.pair("padding", 0);
        return Pads.around(padding[0], padding[1]);
    }

    private static boolean isSame(Settings settings) {
        return settings.word("convolutionMode").orElse("").equals("Same");
    }

    private static Pads zeros(Settings settings) {
        JsonNode padding = settings.json("padding");
        int[] sides = new int[4];
        for (int side = 0; side < 4; side++) {
            JsonNode cells = padding.path(side);
            if (!cells.isIntegralNumber() || cells.asLong() < 0 || cells.asLong() > Settings.LONGEST_WINDOW) {
                throw settings.wrong("padding");
            }
            sides[side] = cells.intValue();
        }
        return new Pads(sides[0], sides[1], sides[2], sides[3]);
    }

    private Tensor bias(Layer layer, long at, int length) {
        return biases(layer) == 0 ? Sketch.constant(length, 0) : part(layer, at, length);
    }

    private Tensor part(Layer layer, long at, int length) {
        return Tensor.of(Shape.of(length), coefficients.part(name(layer), at, length));
    }

    /** Where a layer's parameters begin, unless a layer of unknown size stands before it. */
    private long offset(Layer layer) {
        Long offset = offsets.get(layer.name());
        if (offset == null) {
            throw new NotUnderstood("its weights stand behind those of a layer that is not understood");
        }
        return offset;
    }

    private static int count(Layer layer) {
        return Math.toIntExact(parameters(layer));
    }

    private static long biases(Layer layer) {
        return layer.settings().truth("hasBias", true) ? nOut(layer) : 0;
    }

    private static int nIn(Layer layer) {
        return layer.settings().integer("nin", 1, MOST_UNITS);
    }

    private static int nOut(Layer layer) {
        return layer.settings().integer("nout", 1, MOST_UNITS);
    }

    private static void mustRead(Layer layer, int found, int wanted) {
        if (found != wanted) {
            throw layer.settings().wrong("nin");
        }
    }

    /** Without the number that keeps names apart. */
    private static String name(Layer layer) {
        return layer.name().replaceFirst("^\\d+:", "");
    }

    private static String kind(Settings settings) {
        String name = settings.word("@class").orElse("–");
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static boolean isOne(int[] pair) {
        return pair[0] == 1 && pair[1] == 1;
    }

    private static List<Place> several(List<Place> from) {
        if (from.size() < 2) {
            throw new NotUnderstood(from.size() + " inputs");
        }
        return from;
    }
}
