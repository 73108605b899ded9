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

    /** The square of input cells that one output cell sees; one cell unless the operation says otherwise. */
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

    /** Convolution with square kernels and a bias per output channel. */
    record Conv(int outputChannels, int kernelSize, int stride, int padding) implements Op {
        @Override
        public String name() {
            return "conv";
        }

        @Override
        public Shape outputShape(List<Shape> inputs) {
            Shape input = Fit.maps(this, inputs);
            return Fit.slide(this, outputChannels, input);
        }

        @Override
        public Count parameters(Shape input) {
            return Count.weightsAndBias(
                    outputChannels,
                    "(" + kernelSize + "·" + kernelSize + "·" + input.channels() + ")",
                    (long) kernelSize * kernelSize * input.channels());
        }

        @Override
        public long macs(Shape input, Shape output) {
            return (long) output.size() * kernelSize * kernelSize * input.channels();
        }

        @Override
        public Count multiplyAdds(Shape input, Shape output) {
            return Count.products(
                    output,
                    "(" + kernelSize + "·" + kernelSize + "·" + input.channels() + ")",
                    (long) kernelSize * kernelSize * input.channels());
        }

        @Override
        public Window window() {
            return new Window(kernelSize, stride, padding);
        }

        @Override
        public boolean signed(boolean inputs) {
            return true;
        }
    }

    /** Pooling over square windows, channel by channel; padding never counts into a mean. */
    record Pool(Pooling kind, int kernelSize, int stride, int padding) implements Op {
        @Override
        public String name() {
            return kind.id() + " pool";
        }

        @Override
        public Shape outputShape(List<Shape> inputs) {
            Shape input = Fit.maps(this, inputs);
            return Fit.slide(this, input.channels(), input);
        }

        @Override
        public Window window() {
            return new Window(kernelSize, stride, padding);
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
