package org.convscope.foreign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.convscope.blueprint.Axis;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.Options;
import org.convscope.blueprint.Pooling;
import org.convscope.blueprint.Window;
import org.convscope.net.Parameter;
import org.convscope.problem.Problem;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Tensor;

/**
 * A drawing in the making, from layers in the order in which they compute. A layer may become several nodes, as
 * a convolution with a function behind it does, or none, as a flattening does. What has no place in a blueprint is
 * noted, and so is all that reads it.
 */
final class Sketch {

    // Half a gigabyte of activations for one image; ResNet-152 has a tenth of it.
    private static final long MOST_VALUES = 1L << 27;
    private static final int LONGEST_ID = 60;
    private static final int MOST_NAMED = 8;

    private final String file;
    private final Map<String, Stroke> strokes = new LinkedHashMap<>();
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Map<String, String> unread = new LinkedHashMap<>();
    private final List<String> behind = new ArrayList<>();
    private final List<Problem> remarks = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private long values;

    Sketch(String file) {
        this.file = file;
    }

    /** Where images enter: {@code [C, H, W]}. */
    Place input(Shape shape) {
        if (!strokes.isEmpty()) {
            throw new NotUnderstood("a second input");
        }
        return add("input", new Op.Input(shape), List.of(), Map.of());
    }

    /** How a layer is drawn: from the places of its inputs to its own. */
    @FunctionalInterface
    interface Hand {
        Place draw(Layer layer, List<Place> inputs);
    }

    /** Draws a layer, if it and all that it reads are understood. */
    void draw(Layer layer, Hand hand) {
        List<Place> inputs = new ArrayList<>();
        for (String input : layer.inputs()) {
            if (places.containsKey(input)) {
                inputs.add(places.get(input));
            } else if (!unread.containsKey(input) && !behind.contains(input)) {
                throw Problem.of("foreign.order", file, layer.name(), input).asException();
            }
        }
        if (inputs.size() < layer.inputs().size()) {
            behind.add(layer.name());
            return;
        }
        try {
            places.put(layer.name(), hand.draw(layer, inputs));
        } catch (NotUnderstood reason) {
            String why = reason.getMessage().isEmpty() ? "" : ", " + reason.getMessage();
            unread.put(layer.name(), layer.name() + " (" + layer.kind() + why + ")");
        }
    }

    /** Something that a person should know. */
    void remark(Problem remark) {
        remarks.add(remark);
    }

    /** Where a layer that was drawn has its values. */
    Place place(String layer) {
        return places.get(layer);
    }

    /**
     * A convolution. Zeros around the map that differ from side to side, which a blueprint does not know, become
     * zeros in the kernel: a larger window with the same zeros on both sides sums the same products.
     *
     * @param kernel {@code [out, in, rows, columns]}
     * @param stride down and across
     */
    Place conv(String id, Place from, Tensor kernel, Tensor bias, int[] stride, Pads more) {
        Place input = from.maps();
        Pads pads = input.pads().plus(more);
        int rows = kernel.shape().height();
        int columns = kernel.shape().width();
        int down = Math.max(pads.top(), pads.bottom());
        int across = Math.max(pads.left(), pads.right());
        int height = rows + 2 * down - pads.top() - pads.bottom();
        int width = columns + 2 * across - pads.left() - pads.right();
        if (height != rows || width != columns) {
            remark(Problem.of("foreign.widened", id, rows + "×" + columns, height + "×" + width));
        }
        Tensor wide = widened(kernel, height, width, down - pads.top(), across - pads.left());
        Window window = new Window(new Axis(height, stride[0], down), new Axis(width, stride[1], across));
        return add(
                id,
                new Op.Conv(kernel.shape().length(0), window),
                List.of(input.node()),
                Map.of(Parameter.WEIGHT, wide, Parameter.BIAS, bias));
    }

    /** Pooling; where there are zeros around the map, they must not be seen in what comes out. */
    Place pool(String id, Place from, Pooling kind, int[] kernel, int[] stride, Pads more) {
        Place input = from.maps();
        // Zeros among values that are never negative change no maximum; means and other maxima they change.
        boolean harmless = kind == Pooling.MAX && !strokes.get(input.node()).signed();
        if (!input.pads().isNone() && !harmless) {
            throw new NotUnderstood("zeros around maps that are pooled");
        }
        Pads pads = input.pads().plus(more);
        if (pads.top() != pads.bottom() || pads.left() != pads.right()) {
            throw new NotUnderstood("padding " + pads);
        }
        if (pads.top() >= kernel[0] || pads.left() >= kernel[1]) {
            throw new NotUnderstood("padding as large as its window");
        }
        Window window =
                new Window(new Axis(kernel[0], stride[0], pads.top()), new Axis(kernel[1], stride[1], pads.left()));
        return add(id, new Op.Pool(kind, window), List.of(input.node()), Map.of());
    }

    /** Local response normalisation over {@code size} maps. */
    Place lrn(String id, Place from, int size, double k, double alpha, double beta) {
        if (size % 2 == 0 || !(k > 0) || !(alpha >= 0) || !(beta >= 0)) {
            throw new NotUnderstood(size + " maps, k " + k + ", alpha " + alpha + ", beta " + beta);
        }
        return add(
                id,
                new Op.Lrn(size, k, alpha, beta),
                List.of(from.maps().plain().node()),
                Map.of());
    }

    /** A fully connected layer; weights {@code [out, in]} in the order of the drawing's values. */
    Place dense(String id, Place from, Tensor weights, Tensor bias) {
        return add(
                id,
                new Op.Dense(weights.shape().length(0)),
                List.of(from.plain().node()),
                Map.of(Parameter.WEIGHT, weights, Parameter.BIAS, bias));
    }

    /** Batch normalisation per map, or per unit of a vector. */
    Place norm(String id, Place from, double epsilon, double decay, Map<Parameter, Tensor> learned) {
        Place input = from.plain();
        return like(input, add(id, new Op.BatchNorm(epsilon, decay), List.of(input.node()), learned));
    }

    /** An element-wise function. */
    Place activation(String id, Place from, Nonlinearity kind) {
        Place input = from.plain();
        return like(input, add(id, new Op.Activation(kind), List.of(input.node()), Map.of()));
    }

    /** Dropout, which is nothing while a network is looked at. */
    Place dropout(String id, Place from, double rate) {
        if (!(rate >= 0 && rate < 1)) {
            throw new NotUnderstood("rate " + rate);
        }
        Place input = from.plain();
        return like(input, add(id, new Op.Dropout(rate), List.of(input.node()), Map.of()));
    }

    /** Probabilities. */
    Place softmax(String id, Place from) {
        Place input = vector(from);
        return add(id, new Op.Softmax(), List.of(input.node()), Map.of());
    }

    /** The mean of each map. */
    Place globalMean(String id, Place from) {
        return add(id, new Op.GlobalPool(), List.of(from.maps().plain().node()), Map.of());
    }

    /** The largest value of each map, by a window as large as the map. */
    Place globalMax(String id, Place from) {
        Place input = from.maps().plain();
        Window all = new Window(
                new Axis(input.shape().height(), 1, 0), new Axis(input.shape().width(), 1, 0));
        return add(id, new Op.Pool(Pooling.MAX, all), List.of(input.node()), Map.of())
                .flattened();
    }

    /** The sum of inputs of one shape. */
    Place sum(String id, List<Place> inputs) {
        Place first = inputs.get(0).plain();
        if (inputs.stream().anyMatch(input -> input.plain().flat() != first.flat())) {
            throw new NotUnderstood("vectors and maps added");
        }
        return like(first, add(id, new Op.Add(), nodes(inputs), Map.of()));
    }

    /** Maps of several inputs, one after the other. */
    Place concat(String id, List<Place> inputs) {
        inputs.forEach(input -> input.plain().maps());
        return add(id, new Op.Concat(), nodes(inputs), Map.of());
    }

    /**
     * The finished drawing, which ends in the layer {@code end} and a softmax; if not all of it was understood, in
     * the furthest node that was, whose maps stand in the place of classes.
     */
    ForeignModel done(String format, String name, String end, Labels labels) {
        Place last = places.get(end);
        if (last == null && !unread.containsKey(end) && !behind.contains(end)) {
            throw Problem.of("foreign.order", file, name, end).asException();
        }
        boolean whole = unread.isEmpty() && last != null && isClasses(end, last);
        if (whole) {
            if (!(strokes.get(last.node()).op() instanceof Op.Softmax)) {
                last = softmax("softmax", last);
                remark(Problem.of("foreign.softmax", file, end));
            }
        } else {
            String furthest = furthest();
            last = stump(furthest);
            remarks.add(0, Problem.of("foreign.notUnderstood", file, listed(), furthest, behindWords()));
        }
        int classes = last.shape().size();
        List<String> names =
                IntStream.range(0, classes).mapToObj(String::valueOf).toList();
        if (whole) {
            names = labels.of(classes, remarks).orElse(names);
        }
        Set<String> kept = ancestors(last.node());
        Map<String, Map<Parameter, Tensor>> parameters = new LinkedHashMap<>();
        strokes.values().stream()
                .filter(stroke ->
                        kept.contains(stroke.id()) && !stroke.parameters().isEmpty())
                .forEach(stroke -> parameters.put(stroke.id(), stroke.parameters()));
        return new ForeignModel(format, blueprint(name, kept), parameters, names, remarks, whole);
    }

    // Scores for two or more classes: a softmax, or the sums that one would be made from.
    private boolean isClasses(String end, Place last) {
        Op op = strokes.get(last.node()).op();
        if (op instanceof Op.Softmax) {
            return true;
        }
        boolean sums = op instanceof Op.Dense || op instanceof Op.GlobalPool;
        if (!sums || last.shape().size() < 2) {
            unread.put(end, end + " (ends in " + op.name() + " of " + last.shape() + ")");
        }
        return unread.isEmpty();
    }

    /** The node with the most behind it. */
    private String furthest() {
        Stroke furthest = strokes.values().stream()
                .reduce((one, other) ->
                        ancestors(one.id()).size() > ancestors(other.id()).size() ? one : other)
                .orElseThrow(() -> Problem.of("foreign.nothing", file, listed()).asException());
        if (furthest.op() instanceof Op.Input) {
            throw Problem.of("foreign.nothing", file, listed()).asException();
        }
        return furthest.id();
    }

    /** An end for a network whose own end is not understood: the mean of each map, and how they compare. */
    private Place stump(String node) {
        Place place = Place.of(node, strokes.get(node).shape());
        if (place.shape().isMaps()) {
            place = globalMean("mean_of_maps", place);
        }
        return strokes.get(node).op() instanceof Op.Softmax ? place : softmax("softmax", place);
    }

    private Blueprint blueprint(String name, Set<String> kept) {
        Blueprint.Drawing drawing = null;
        for (Stroke stroke : strokes.values()) {
            if (drawing == null) {
                drawing = Blueprint.draw(name, Options.of(List.of(), Map.of()), stroke.shape());
            } else if (kept.contains(stroke.id())) {
                drawing.join(stroke.id(), stroke.op(), stroke.inputs().toArray(String[]::new));
            }
        }
        return Objects.requireNonNull(drawing).done();
    }

    private Set<String> ancestors(String node) {
        Set<String> found = new HashSet<>();
        List<String> open = new ArrayList<>(List.of(node));
        while (!open.isEmpty()) {
            String next = open.remove(open.size() - 1);
            if (found.add(next)) {
                open.addAll(strokes.get(next).inputs());
            }
        }
        return found;
    }

    private String listed() {
        return few(List.copyOf(unread.values()));
    }

    private String behindWords() {
        return behind.isEmpty() ? "–" : few(behind);
    }

    private static String few(List<String> words) {
        String shown = words.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return words.size() > MOST_NAMED ? shown + ", … (" + words.size() + ")" : shown;
    }

    /** A vector for what needs one; one value a map is a vector already, and a mean makes it one. */
    private Place vector(Place from) {
        Place input = from.plain();
        if (!input.shape().isMaps()) {
            return input;
        }
        if (!input.flat() || input.shape().height() * input.shape().width() > 1) {
            throw new NotUnderstood("a vector wanted where maps come");
        }
        return add(input.node() + "_flat", new Op.GlobalPool(), List.of(input.node()), Map.of());
    }

    private static Place like(Place input, Place output) {
        return input.flat() ? output.flattened() : output;
    }

    private static List<String> nodes(List<Place> inputs) {
        return inputs.stream().map(Place::node).toList();
    }

    private Place add(String wish, Op op, List<String> inputs, Map<Parameter, Tensor> parameters) {
        List<Shape> shapes = inputs.stream().map(id -> strokes.get(id).shape()).toList();
        mustBeModest(wish, op, shapes);
        Shape shape = op.outputShape(shapes);
        values += shape.size();
        if (values > MOST_VALUES) {
            throw Problem.of("foreign.tooLarge", file, wish, values, MOST_VALUES)
                    .asException();
        }
        boolean signed =
                op.signed(inputs.stream().anyMatch(id -> strokes.get(id).signed()));
        String id = unique(wish);
        strokes.put(id, new Stroke(id, op, inputs, shape, signed, parameters));
        return Place.of(id, shape);
    }

    // Before a shape is made of it, since a shape has no room for more.
    private void mustBeModest(String wish, Op op, List<Shape> inputs) {
        long out = op instanceof Op.Dense dense ? dense.units() : 1;
        if (!inputs.isEmpty() && inputs.get(0).isMaps() && !(op instanceof Op.Dense)) {
            Shape first = inputs.get(0);
            long channels = op instanceof Op.Conv conv
                    ? conv.outputChannels()
                    : inputs.stream().mapToLong(Shape::channels).sum();
            out = channels
                    * Math.max(0, op.window().vertical().slide(first.height()))
                    * Math.max(0, op.window().horizontal().slide(first.width()));
        }
        if (out > MOST_VALUES) {
            throw Problem.of("foreign.tooLarge", file, wish, out, MOST_VALUES).asException();
        }
    }

    /** Ids become parts of file names: letters, digits, and what parts words. */
    private String unique(String wish) {
        String id = wish.replaceAll("[^A-Za-z0-9_.-]", "_").replaceFirst("^[.-]+", "_");
        id = id.isEmpty() ? "node" : id.substring(0, Math.min(id.length(), LONGEST_ID));
        String free = id;
        for (int number = 2; !ids.add(free); number++) {
            free = id + "_" + number;
        }
        return free;
    }

    private Tensor widened(Tensor kernel, int height, int width, int above, int before) {
        int rows = kernel.shape().height();
        int columns = kernel.shape().width();
        if (rows == height && columns == width) {
            return kernel;
        }
        int planes = kernel.planes();
        long size = (long) planes * height * width;
        if (size > MOST_VALUES) {
            throw Problem.of("foreign.tooLarge", file, "kernel", size, MOST_VALUES)
                    .asException();
        }
        float[] narrow = kernel.toArray();
        float[] wide = new float[(int) size];
        for (int plane = 0; plane < planes; plane++) {
            for (int row = 0; row < rows; row++) {
                int to = (plane * height + above + row) * width + before;
                System.arraycopy(narrow, (plane * rows + row) * columns, wide, to, columns);
            }
        }
        return Tensor.of(Shape.of(kernel.shape().length(0), kernel.shape().length(1), height, width), wide);
    }

    /** A tensor whose values are all the same: what a layer without a bias or a scale has in its place. */
    static Tensor constant(int length, float value) {
        float[] values = new float[length];
        Arrays.fill(values, value);
        return Tensor.of(Shape.of(length), values);
    }
}
