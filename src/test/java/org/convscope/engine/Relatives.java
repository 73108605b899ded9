package org.convscope.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.convscope.blueprint.Axis;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Connections;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.Options;
import org.convscope.blueprint.Pooling;
import org.convscope.blueprint.Window;
import org.convscope.net.Network;
import org.convscope.spec.EngineSettings;
import org.convscope.spec.Optimizer;
import org.convscope.tensor.Shape;

/** Small relatives of LeNet: every operation, odd sizes, strides and paddings, quick enough for schoolbook loops. */
final class Relatives {

    static final EngineSettings STOCK = new EngineSettings(1, false);
    static final EngineSettings LAYERS = new EngineSettings(1, true, false);
    static final EngineSettings QUICK = new EngineSettings(1, true);

    private Relatives() {}

    /** One with each non-linearity, pooling, and with and without batch norms; then odd ones. */
    static List<Blueprint> all() {
        List<Blueprint> relatives = new ArrayList<>();
        for (Nonlinearity nonlinearity : Nonlinearity.values()) {
            for (Pooling pooling : Pooling.values()) {
                relatives.add(lenet(nonlinearity, pooling, false));
                relatives.add(lenet(nonlinearity, pooling, true));
            }
        }
        relatives.add(odd(Pooling.MAX));
        relatives.add(odd(Pooling.AVERAGE));
        relatives.add(shallow());
        for (Pooling pooling : Pooling.values()) {
            relatives.add(windows(new Window(2, 1, 1), new Window(2, 1, 0), pooling));
            relatives.add(windows(new Window(3, 2, 1), new Window(3, 1, 1), pooling));
            relatives.add(windows(new Window(5, 2, 2), new Window(2, 3, 0), pooling));
            relatives.add(windows(new Window(5, 3, 1), new Window(3, 3, 1), pooling));
        }
        relatives.add(branches(Nonlinearity.TANH, Pooling.AVERAGE));
        relatives.add(branches(Nonlinearity.RELU, Pooling.MAX));
        relatives.add(pixelwise());
        relatives.add(twiceBent());
        relatives.add(neighbours(new Op.Lrn(5, 2, 0.3, 0.75)));
        relatives.add(neighbours(new Op.Lrn(3, 1, 0.5, 0.6)));
        relatives.add(ofNinetyEight());
        for (Pooling pooling : Pooling.values()) {
            relatives.add(series(pooling));
            relatives.add(oblong(pooling));
        }
        relatives.add(dense());
        return relatives;
    }

    /** Every way of computing each of them. */
    static Stream<Case> cases() {
        return all().stream()
                .flatMap(blueprint -> Stream.of(STOCK, LAYERS, QUICK).map(settings -> new Case(blueprint, settings)));
    }

    /** LeNet in small, on 1×9×9. */
    static Blueprint lenet(Nonlinearity nonlinearity, Pooling pooling, boolean batchNorm) {
        Blueprint.Drawing drawing = begin(nonlinearity + " " + pooling + (batchNorm ? " bn" : ""), Shape.of(1, 9, 9));
        drawing.then("conv1", new Op.Conv(3, 3, 1, 1));
        activate(drawing, 1, nonlinearity, batchNorm);
        drawing.then("pool1", new Op.Pool(pooling, 2, 2, 0));
        drawing.then("conv2", new Op.Conv(4, 3, 1, 0));
        activate(drawing, 2, nonlinearity, batchNorm);
        drawing.then("fc1", new Op.Dense(5));
        activate(drawing, 3, nonlinearity, batchNorm);
        return end(drawing, 4);
    }

    /** Two channels, no side like another, strides and paddings where they hurt. */
    static Blueprint odd(Pooling pooling) {
        return end(
                begin("odd " + pooling, Shape.of(2, 11, 8))
                        .then("conv1", new Op.Conv(3, 4, 3, 2))
                        .then("act1", new Op.Activation(Nonlinearity.TANH))
                        .then("pool1", new Op.Pool(pooling, 3, 2, 1))
                        .then("conv2", new Op.Conv(5, 1, 1, 0)),
                3);
    }

    /** A convolution and a pool of these windows on sides of which no window divides both. */
    static Blueprint windows(Window conv, Window pool, Pooling pooling) {
        return end(
                begin("windows " + conv.horizontal() + " " + pooling, Shape.of(2, 9, 13))
                        .then("conv1", new Op.Conv(5, conv))
                        .then("act1", new Op.Activation(Nonlinearity.TANH))
                        .then("pool1", new Op.Pool(pooling, pool)),
                3);
    }

    /** One channel, stride 2: no shortcut for the first layer fits. */
    static Blueprint shallow() {
        return end(begin("shallow", Shape.of(1, 7, 10)).then("conv1", new Op.Conv(2, 3, 2, 0)), 2);
    }

    /** A sum and a concatenation whose inputs are read by others as well, and a mean over maps. */
    static Blueprint branches(Nonlinearity nonlinearity, Pooling pooling) {
        return end(
                begin("branches " + nonlinearity, Shape.of(1, 9, 8))
                        .then("conv1", new Op.Conv(3, 3, 1, 1))
                        .then("act1", new Op.Activation(nonlinearity))
                        .then("conv2", new Op.Conv(3, 3, 1, 1))
                        .then("bn1", new Op.BatchNorm(1e-5, 0.9))
                        .join("conv3", new Op.Conv(3, 1, 1, 0), "act1")
                        .join("add1", new Op.Add(), "bn1", "act1", "conv3")
                        .then("act2", new Op.Activation(nonlinearity))
                        .join("pool1", new Op.Pool(pooling, 3, 2, 1), "add1")
                        .join("conv4", new Op.Conv(2, 3, 2, 1), "act2")
                        .then("act3", new Op.Activation(nonlinearity))
                        .join("concat1", new Op.Concat(), "act3", "pool1", "conv4")
                        .then("mean", new Op.GlobalPool()),
                3);
    }

    /** The mean of one map for each class, behind an activation that reads the image, and one that others read. */
    static Blueprint pixelwise() {
        return begin("pixelwise", Shape.of(1, 6, 5))
                .then("squashed", new Op.Activation(Nonlinearity.SIGMOID))
                .join("conv1", new Op.Conv(4, 3, 1, 1), "input")
                .join("concat1", new Op.Concat(), "conv1", "squashed", "input")
                .then("conv2", new Op.Conv(3, 1, 1, 0))
                .then("act1", new Op.Activation(Nonlinearity.LEAKY_RELU))
                .then("logits", new Op.GlobalPool())
                .then("softmax", new Op.Softmax())
                .done();
    }

    /** An activation that reads another one, which must not be written over. */
    static Blueprint twiceBent() {
        return end(
                begin("twice bent", Shape.of(1, 6, 6))
                        .then("conv1", new Op.Conv(3, 3, 1, 1))
                        .then("act1", new Op.Activation(Nonlinearity.TANH))
                        .then("act2", new Op.Activation(Nonlinearity.SIGMOID)),
                3);
    }

    /** Local response normalisation as in 2012, behind a ReLU and before a pool, with an α large enough to be seen. */
    static Blueprint neighbours(Op.Lrn norm) {
        return end(
                begin("neighbours " + norm.size(), Shape.of(1, 8, 7))
                        .then("conv1", new Op.Conv(7, 3, 1, 1))
                        .then("act1", new Op.Activation(Nonlinearity.SIGMOID))
                        .then("lrn1", norm)
                        .then("pool1", new Op.Pool(Pooling.MAX, 3, 2, 0))
                        .then("conv2", new Op.Conv(4, 1, 1, 0))
                        .then("lrn2", norm),
                3);
    }

    /** LeNet-5 in small: subsampling that learns, scaled tanh, and maps that read some maps, not the last of them all. */
    static Blueprint ofNinetyEight() {
        Connections some = new Connections(List.of(List.of(0, 1), List.of(1, 2), List.of(0, 2), List.of(0, 1, 2)));
        return end(
                begin("1998", Shape.of(1, 12, 11))
                        .then("conv1", new Op.Conv(3, 3, 1, 0))
                        .then("act1", new Op.Activation(Nonlinearity.SCALED_TANH))
                        .then("sub1", new Op.Subsample(2, 2, 0))
                        .then("act2", new Op.Activation(Nonlinearity.SCALED_TANH))
                        .then("conv2", new Op.Conv(4, new Window(3, 1, 1), some))
                        .then("act3", new Op.Activation(Nonlinearity.SCALED_TANH))
                        .then("sub2", new Op.Subsample(3, 2, 1)),
                3);
    }

    /** A series: maps of one row. */
    static Blueprint series(Pooling pooling) {
        return end(
                begin("series " + pooling, Shape.of(2, 1, 23))
                        .then("conv1", new Op.Conv(3, Window.row(5, 1, 2)))
                        .then("act1", new Op.Activation(Nonlinearity.TANH))
                        .then("pool1", new Op.Pool(pooling, Window.row(2, 2, 0)))
                        .then("conv2", new Op.Conv(4, Window.row(3, 2, 0)))
                        .then("act2", new Op.Activation(Nonlinearity.TANH))
                        .then("pool2", new Op.Pool(pooling, Window.row(3, 2, 1))),
                3);
    }

    /** Windows that are neither square nor one row. */
    static Blueprint oblong(Pooling pooling) {
        return end(
                begin("oblong " + pooling, Shape.of(2, 10, 9))
                        .then("conv1", new Op.Conv(3, new Window(new Axis(4, 1, 2), new Axis(2, 3, 1))))
                        .then("act1", new Op.Activation(Nonlinearity.TANH))
                        .then("conv2", new Op.Conv(2, new Window(new Axis(1, 2, 0), new Axis(3, 1, 1))))
                        .then("pool1", new Op.Pool(pooling, new Window(new Axis(3, 1, 1), new Axis(2, 2, 0))))
                        .then("sub1", new Op.Subsample(new Window(new Axis(2, 1, 1), new Axis(1, 1, 0)))),
                3);
    }

    /** DenseNet in small: what is normalised and bent before it is convolved, put behind what was read. */
    static Blueprint dense() {
        return end(
                begin("dense", Shape.of(1, 8, 8))
                        .then("conv1", new Op.Conv(2, 3, 1, 1))
                        .then("bn1", new Op.BatchNorm(1e-5, 0.9))
                        .then("act1", new Op.Activation(Nonlinearity.TANH))
                        .then("conv2", new Op.Conv(3, 3, 1, 1))
                        .join("concat1", new Op.Concat(), "conv1", "conv2")
                        .then("bn2", new Op.BatchNorm(1e-5, 0.9))
                        .then("act2", new Op.Activation(Nonlinearity.TANH))
                        .then("conv3", new Op.Conv(3, 3, 1, 1))
                        .join("concat2", new Op.Concat(), "concat1", "conv3")
                        .then("bn3", new Op.BatchNorm(1e-5, 0.9))
                        .then("act3", new Op.Activation(Nonlinearity.TANH))
                        .then("conv4", new Op.Conv(4, 1, 1, 0))
                        .then("pool1", new Op.Pool(Pooling.AVERAGE, 2, 2, 0)),
                3);
    }

    static Network network(Blueprint blueprint, Optimizer optimizer, long seed, EngineSettings settings) {
        return new Dl4jNetworkFactory().create(blueprint, optimizer, seed, settings);
    }

    private static Blueprint.Drawing begin(String name, Shape input) {
        return Blueprint.draw(name, Options.of(List.of(), Map.of()), input);
    }

    private static void activate(Blueprint.Drawing drawing, int n, Nonlinearity nonlinearity, boolean batchNorm) {
        if (batchNorm) {
            drawing.then("bn" + n, new Op.BatchNorm(1e-5, 0.9));
        }
        drawing.then("act" + n, new Op.Activation(nonlinearity));
    }

    private static Blueprint end(Blueprint.Drawing drawing, int classes) {
        return drawing.then("logits", new Op.Dense(classes))
                .then("softmax", new Op.Softmax())
                .done();
    }

    /** A blueprint and how it is to be computed. */
    record Case(Blueprint blueprint, EngineSettings settings) {
        Network network(Optimizer optimizer) {
            return Relatives.network(blueprint, optimizer, 7, settings);
        }

        @Override
        public String toString() {
            return blueprint.network()
                    + (settings.blocks() ? ", blocks" : settings.helpers() ? ", helpers" : ", stock");
        }
    }
}
