package org.convscope.blueprint.zoo;

import java.util.List;
import org.convscope.blueprint.Architecture;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Choice;
import org.convscope.blueprint.Connections;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.Options;
import org.convscope.blueprint.Pooling;
import org.convscope.blueprint.Width;
import org.convscope.blueprint.Window;
import org.convscope.tensor.Shape;

/**
 * AlexNet: five convolutions, pooling windows that overlap, two wide dense layers with dropout. As the course gives it
 * it has no local response normalisation, and one processor in place of two: 46,764,746 parameters and 938.1 M
 * multiply-adds on 1×224×224.
 */
public final class AlexNet implements Architecture {

    private static final int DENSE_UNITS = 4096;
    private static final double DROPOUT_RATE = 0.5;
    /** Two processors had half of the maps each. */
    private static final int GROUPS = 2;

    private final boolean isOf2012;

    /** The one of the course. */
    public AlexNet() {
        this(false);
    }

    private AlexNet(boolean isOf2012) {
        this.isOf2012 = isOf2012;
    }

    /**
     * The one that was published, for colour images and a thousand classes: local response normalisation behind the
     * first two convolutions, and second, fourth and fifth ones of which each half reads one half of the maps. 60,965,224
     * parameters; 62,378,344 where all are connected. Two more pixels of padding make the paper's 55×55 of 224×224.
     */
    public static AlexNet of2012() {
        return new AlexNet(true);
    }

    @Override
    public String id() {
        return isOf2012 ? "alexnet-2012" : "alexnet";
    }

    @Override
    public String title() {
        return isOf2012 ? "AlexNet of 2012" : "AlexNet";
    }

    @Override
    public String paper() {
        return "Krizhevsky, Sutskever, Hinton: ImageNet Classification with Deep Convolutional Neural Networks (2012)"
                + (isOf2012 ? "" : "; in the form of Dive into Deep Learning, chapter 8.1");
    }

    @Override
    public Shape standardInput() {
        return Shape.of(isOf2012 ? 3 : 1, 224, 224);
    }

    @Override
    public List<Choice> choices() {
        return List.of(
                Choice.stem(),
                Choice.width(),
                Choice.units(DENSE_UNITS),
                Choice.activation(Nonlinearity.RELU),
                Choice.pool(Pooling.MAX),
                Choice.lrn().withStandard(isOf2012 ? "yes" : "no"),
                Choice.connections().withStandard(isOf2012 ? "paper" : "all"),
                Choice.batchNorm(),
                Choice.dropout(),
                Choice.head(),
                Choice.initialisation());
    }

    @Override
    public Blueprint draw(Shape input, int classes, Options options) {
        PaperDrawing drawing = new PaperDrawing(id(), options, input).inBlock("block1");
        if (Choice.hasSmallStem(options)) {
            drawing.layer("", "1", 96, 5, 1, 2);
        } else {
            drawing.layer("", "1", 96, 11, 4, isOf2012 ? 2 : 1);
        }
        drawing.lrn("lrn1").pool("pool1", 3, 2, 0);
        drawing.inBlock("block2").layer("", "2", halved(options, 96, 256, 5));
        drawing.lrn("lrn2").pool("pool2", 3, 2, 0);
        drawing.inBlock("block3").layer("", "3", 384, 3, 1, 1);
        drawing.layer("", "4", halved(options, 384, 384, 3));
        drawing.layer("", "5", halved(options, 384, 256, 3)).pool("pool3", 3, 2, 0);
        if (!Choice.hasDenseHead(options)) {
            return drawing.inBlock("").averaged("pool4").classified(classes);
        }
        Op.Dense dense = new Op.Dense(Choice.units(options));
        drawing.inBlock("head");
        drawing.then("fc1", dense).activation("act6").dropout("dropout1", DROPOUT_RATE);
        drawing.then("fc2", dense).activation("act7").dropout("dropout2", DROPOUT_RATE);
        return drawing.classified(classes);
    }

    /** A convolution that keeps the size; in two halves, if it is to be as in the paper. */
    private static Op.Conv halved(Options options, int inputs, int outputs, int kernelSize) {
        Width width = Choice.width(options);
        Connections connections = Choice.hasPapersConnections(options)
                ? Connections.groups(GROUPS, width.of(inputs), width.of(outputs))
                : Connections.ALL;
        return new Op.Conv(width.of(outputs), new Window(kernelSize, 1, kernelSize / 2), connections);
    }
}
