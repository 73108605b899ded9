package org.convscope.blueprint;

import java.util.List;
import org.convscope.tensor.Shape;

/**
 * What a node computes. Every operation knows its own shape rule and its own cost, so that a new one
 * is complete in one place; spatial sizes round down, as in <em>Dive into Deep Learning</em>.
 */
public sealed interface Op {

    /** The operation's name in the field, in lower case: {@code conv}, {@code batch norm}. */
    String name();

    /**
     * The shape for one image that comes out when shapes {@code inputs} go in.
     *
     * @throws org.convscope.problem.ProblemException if the operation does not fit them
     */
    Shape outputShape(List<Shape> inputs);

    /** Numbers that training changes, with how they are counted. */
    default Count parameters(Shape input) {
        return Count.NONE;
    }

    /** Multiply-adds for one image; additions of biases, activations and pooling count as none. */
    default long macs(Shape input, Shape output) {
        return 0;
    }

    /** {@link #macs} with how they are counted: so many products for each output value. */
    default Count multiplyAdds(Shape input, Shape output) {
        long each = macs(input, output) / output.size();
        return each == 0 ? Count.NONE : Count.products(output, String.valueOf(each), each);
    }

    /** The rectangle of input cells that one output cell sees; one cell unless the operation says otherwise. */
    default Window window() {
        return Window.CELL;
    }

    /** Whether every output value depends on every input value. */
    default boolean mixesEverything() {
        return false;
    }

    /** Whether an output value depends on whole maps, and not on a window of them. */
    default boolean readsWholeMaps() {
        return mixesEverything();
    }

    /**
     * Whether output values may have both signs, whatever the weights become. An operation that changes no
     * sign leaves it as it is.
     *
     * @param inputs whether the values of any input may
     */
    default boolean signed(boolean inputs) {
        return inputs;
    }

    /** Where images enter, with values from 0 to 1. */
    record Input(Shape shape) implements Op {
        @Override
        public String name() {
            return "input";
        }

        @Override
        public Shape outputShape(List<Shape> inputs) {
            return shape;
        }

        @Override
        public boolean signed(boolean inputs) {
            return false;
        }
    }

    /**
     * Convolution with a bias per output channel.
     *
     * @param window the kernels' shape and how they slide
     * @param connections which input maps each output map reads
     */
    record Conv(int outputChannels, Window window, Connections connections) implements Op {

        public Conv {
            if (!connections.areAll() && connections.table().size() != outputChannels) {
                throw new IllegalArgumentException(connections.table().size() + " rows for " + outputChannels);
            }
        }

        /** Every output map reads all input maps. */
        public Conv(int outputChannels, Window window) {
            this(outputChannels, window, Connections.ALL);
        }

        /** With square kernels. */
        public Conv(int outputChannels, int kernelSize, int stride, int padding) {
            this(outputChannels, new Window(kernelSize, stride, padding));
        }

        @Override
        public String name() {
            return "conv";
        }

        @Override
        public Shape outputShape(List<Shape> inputs) {
            Shape input = Fit.maps(this, inputs);
            Fit.connected(this, input);
            return Fit.slide(this, outputChannels, input);
        }

        @Override
        public Count parameters(Shape input) {
            String kernel = window.height() + "·" + window.width();
            if (!connections.areAll()) {
                int kernels = connections.count(outputChannels, input.channels());
                return new Count(
                        (long) kernels * window.area() + outputChannels,
                        kernels + "·(" + kernel + ")+" + outputChannels);
            }
            return Count.weightsAndBias(
                    outputChannels, "(" + kernel + "·" + input.channels() + ")", fanIn(input.channels()));
        }

        private long fanIn(int channels) {
            return (long) window.area() * channels;
        }

        @Override
        public long macs(Shape input, Shape output) {
            return (long) output.height()
                    * output.width()
                    * window.area()
                    * connections.count(outputChannels, input.channels());
        }

        @Override
        public Count multiplyAdds(Shape input, Shape output) {
            String kernel = window.height() + "·" + window.width();
            int kernels = connections.count(outputChannels, input.channels());
            return connections.areAll()
                    ? Count.products(output, "(" + kernel + "·" + input.channels() + ")", fanIn(input.channels()))
                    : Count.products(
                            Shape.of(output.height(), output.width()),
                            kernels + "·(" + kernel + ")",
                            (long) kernels * window.area());
        }

        @Override
        public boolean signed(boolean inputs) {
            return true;
        }
    }

    /** Pooling over windows, channel by channel; padding never counts into a mean. */
    record Pool(Pooling kind, Window window) implements Op {

        /** Over squares. */
        public Pool(Pooling kind, int kernelSize, int stride, int padding) {
            this(kind, new Window(kernelSize, stride, padding));
        }

        @Override
        public String name() {
            return kind.id() + " pool";
        }

        @Override
        public Shape outputShape(List<Shape> inputs) {
            Shape input = Fit.maps(this, inputs);
            return Fit.slide(this, input.channels(), input);
        }
    }

    /**
     * Pooling that learns: the sum of a window times the map's coefficient, plus the map's bias. LeCun, Bottou, Bengio,
     * Haffner: Gradient-Based Learning Applied to Document Recognition (1998), section II-B, where windows are 2×2 and
     * a sigmoid follows. Two numbers a map: 12 for the six of S2. Padding counts as zeros.
     */
    record Subsample(Window window) implements Op {

        /** Over squares. */
        public Subsample(int kernelSize, int stride, int padding) {
            this(new Window(kernelSize, stride, padding));
        }

        @Override
        public String name() {
            return "subsample";
        }

        @Override
        public Shape outputShape(List<Shape> inputs) {
            Shape input = Fit.maps(this, inputs);
            return Fit.slide(this, input.channels(), input);
        }

        @Override
        public Count parameters(Shape input) {
            return new Count(2L * input.channels(), "2·" + input.channels());
        }

        @Override
        public boolean signed(boolean inputs) {
            return true;
        }
    }

    /** A fully connected layer with biases; maps are flattened first, row-major. */
    record Dense(int units) implements Op {
        @Override
        public String name() {
            return "dense";
        }

        @Override
        public Shape outputShape(List<Shape> inputs) {
            Fit.one(this, inputs);
            return Shape.of(units);
        }

        @Override
        public Count parameters(Shape input) {
            return Count.weightsAndBias(units, String.valueOf(input.size()), input.size());
        }

        @Override
        public long macs(Shape input, Shape output) {
            return (long) input.size() * units;
        }

        @Override
        public boolean mixesEverything() {
            return true;
        }

        @Override
        public boolean signed(boolean inputs) {
            return true;
        }
    }

    /** An element-wise non-linearity. */
    record Activation(Nonlinearity kind) implements Op {
        @Override
        public String name() {
            return kind.id();
        }

        @Override
        public Shape outputShape(List<Shape> inputs) {
            return Fit.one(this, inputs);
        }

        @Override
        public boolean signed(boolean inputs) {
            return kind.signed(inputs);
        }
    }

    /**
     * Batch normalisation per channel, with learned scale γ and shift β.
     *
     * @param epsilon added to the variance
     * @param decay share of the old running statistics that a training step keeps
     */
    record BatchNorm(double epsilon, double decay) implements Op {
        @Override
        public String name() {
            return "batch norm";
        }

        @Override
        public Shape outputShape(List<Shape> inputs) {
            return Fit.one(this, inputs);
        }

        @Override
        public Count parameters(Shape input) {
            return new Count(2L * input.channels(), "2·" + input.channels());
        }

        @Override
        public boolean signed(boolean inputs) {
            return true;
        }
    }

    /**
     * Local response normalisation: each value is divided by what the same cell of neighbouring maps amounts to,
     * {@code b(c) = a(c) / (k + α·Σ a(j)²)^β} over {@code size} maps j around c, fewer at the ends. Krizhevsky,
     * Sutskever, Hinton: ImageNet Classification with Deep Convolutional Neural Networks (2012), section 3.3.
     *
     * <p>α is the paper's: it multiplies the sum. PyTorch and Caffe multiply the mean over {@code size} maps instead, so
     * that the paper's 1e-4 is 5e-4 to them.
     *
     * @param size maps that count, the value's own among them; odd
     * @param k what is divided by, at the least, to the power of β
     */
    record Lrn(int size, double k, double alpha, double beta) implements Op {

        /** The paper's numbers. Five maps of 1 each: 1 / (2 + 0.0005)^0.75 = 0.5945. */
        public static final Lrn PAPER = new Lrn(5, 2, 1e-4, 0.75);

        public Lrn {
            if (size < 1 || size % 2 == 0 || !(k > 0) || !(alpha >= 0) || !(beta >= 0)) {
                throw new IllegalArgumentException(size + " maps, k " + k + ", α " + alpha + ", β " + beta);
            }
        }

        @Override
        public String name() {
            return "lrn";
        }

        @Override
        public Shape outputShape(List<Shape> inputs) {
            return Fit.maps(this, inputs);
        }

        /** The first map that counts for map {@code channel}. */
        public int first(int channel) {
            return Math.max(0, channel - size / 2);
        }

        /** The last map that counts for map {@code channel} of so many. */
        public int last(int channel, int channels) {
            return Math.min(channels - 1, channel + size / 2);
        }

        /** What a value is divided by when the squares around it come to {@code squares}. */
        public double divisor(double squares) {
            return Math.pow(k + alpha * squares, beta);
        }
    }

    /** Element-wise sum of two or more inputs of one shape. */
    record Add() implements Op {
        @Override
        public String name() {
            return "add";
        }

        @Override
        public Shape outputShape(List<Shape> inputs) {
            return Fit.equal(this, inputs);
        }
    }

    /** Maps of two or more inputs, one input's after the other's along the channels: {@code [C1 + C2 + …, H, W]}. */
    record Concat() implements Op {
        @Override
        public String name() {
            return "concat";
        }

        @Override
        public Shape outputShape(List<Shape> inputs) {
            Shape first = Fit.aligned(this, inputs);
            int channels = inputs.stream().mapToInt(Shape::channels).sum();
            return Shape.of(channels, first.height(), first.width());
        }
    }

    /** The mean over all cells of each map: {@code [C, H, W]} becomes {@code [C]}. */
    record GlobalPool() implements Op {
        @Override
        public String name() {
            return "global pool";
        }

        @Override
        public Shape outputShape(List<Shape> inputs) {
            return Shape.of(Fit.maps(this, inputs).channels());
        }

        @Override
        public boolean readsWholeMaps() {
            return true;
        }
    }

    /**
     * Sets each value to zero by chance while a network learns and divides the others by 1 − rate, so that the
     * mean stays; gives back what it reads at all other times. Srivastava et al., 2014.
     *
     * @param rate probability that a value is set to zero, in [0, 1)
     */
    record Dropout(double rate) implements Op {

        public Dropout {
            if (!(rate >= 0 && rate < 1)) {
                throw new IllegalArgumentException("A dropout rate is in [0, 1): " + rate);
            }
        }

        @Override
        public String name() {
            return "dropout";
        }

        @Override
        public Shape outputShape(List<Shape> inputs) {
            return Fit.one(this, inputs);
        }
    }

    /** Turns logits into probabilities that sum to 1. */
    record Softmax() implements Op {
        @Override
        public String name() {
            return "softmax";
        }

        @Override
        public Shape outputShape(List<Shape> inputs) {
            return Fit.vector(this, inputs);
        }

        @Override
        public boolean mixesEverything() {
            return true;
        }

        @Override
        public boolean signed(boolean inputs) {
            return false;
        }
    }
}
